//! A text from its beginning to its end.

use crate::array::{Array, Axis, Form};
use crate::body::{Body, read};
use crate::error::Error;
use crate::item::Printed;
use crate::label::{variable, without_prompt};
use crate::number::Number;
use crate::place::Place;

/// The longest subscript: `["dW" + "1"]`.
const SUBSCRIPT_LIMIT: usize = 64;
/// The longest thing after the entries of an array: `, dtype=float32, shape=(3, 2000))`.
const OPTIONS_LIMIT: usize = 200;
/// The longest label that is kept.
const LABEL_LIMIT: usize = 400;

/// Reads every array and number that a text has, in their order.
///
/// # Errors
///
/// A text that has none, or the first array that cannot be read: of three or more axes, of rows of
/// different lengths, without an end, or with something in it that is no number.
pub fn parse(text: &str) -> Result<Vec<Printed>, Error> {
    let seen = Place { line: 1, column: 1 };
    let mut scan =
        Scan { text, at: 0, line_end: None, pending: "", found: vec![], seen, seen_at: 0 };
    while scan.at < text.len() {
        scan.line()?;
    }
    if scan.found.is_empty() {
        let got = text.split_whitespace().flat_map(|word| word.chars().chain([' ']));
        let got: String = got.take(40).collect();
        return Err(Error::Nothing { got: got.trim().to_owned() });
    }
    Ok(scan.found)
}

struct Scan<'a> {
    text: &'a str,
    at: usize,
    /// Where the line that `at` is on ends, once it is known.
    line_end: Option<usize>,
    /// The last line before with a text that may be a label.
    pending: &'a str,
    found: Vec<Printed>,
    /// The place of `seen_at`, from which the next one is counted on.
    seen: Place,
    seen_at: usize,
}

impl<'a> Scan<'a> {
    /// What is left of a line, or a part of it up to and with an array, which may end on a later one.
    fn line(&mut self) -> Result<(), Error> {
        let start = self.at;
        let text = self.text;
        let line_end = match self.line_end.filter(|&end| end >= start) {
            Some(end) => end,
            None => text[start..].find('\n').map_or(text.len(), |newline| start + newline),
        };
        self.line_end = Some(line_end);
        let line = &text[start..line_end];
        let mut next = line_end + 1;
        let mut from = 0;
        while let Some(bracket) = find_bracket(line, from) {
            match read(self.text, start + bracket)? {
                Body::Array(array, end) => {
                    self.array(&line[..bracket], array, start + bracket, end)?;
                    return Ok(());
                }
                Body::Other(end) => {
                    from = (end - start).min(line.len());
                    next = next.max(end); // past lines of nothing but brackets
                }
            }
        }
        self.numbers(line, start);
        self.at = next;
        Ok(())
    }

    fn array(
        &mut self,
        before: &'a str,
        array: Array,
        start: usize,
        end: usize,
    ) -> Result<(), Error> {
        let wrapper = wrapper(before);
        let label = wrapper.map_or(before, |wrapper| &before[..before.len() - wrapper]);
        // {'cost': 0.5, 'dW1': array(…
        let label = match label.rsplit_once(',') {
            Some((others, label)) if is_dictionary(others) => {
                self.numbers(others, start - before.len());
                label
            }
            _ => label,
        };
        let mut array = array;
        self.at = end;
        if wrapper.is_some() {
            array.form = Form::Repr;
            let (shape, end) = options(self.text, end);
            self.at = end;
            if let Some(shape) = shape {
                declare(&mut array, &shape, || Place::of(self.text, start))?;
            }
        }
        self.push(label, array, start);
        Ok(())
    }

    fn push(&mut self, label: &'a str, array: Array, start: usize) {
        let own = without_prompt(label);
        let own = own.trim_matches(|c: char| c.is_whitespace() || "{(,".contains(c));
        let label = if own.is_empty() { without_prompt(self.pending) } else { own };
        self.pending = "";
        let between = &self.text[self.seen_at..start];
        let lines = between.bytes().filter(|&byte| byte == b'\n').count();
        let after = between.rfind('\n').map_or(between, |newline| &between[newline + 1..]);
        let column = after.chars().count() + if lines > 0 { 1 } else { self.seen.column };
        self.seen = Place { line: self.seen.line + lines, column };
        self.seen_at = start;
        let name = variable(label);
        let label = label.chars().take(LABEL_LIMIT).collect();
        let Place { line, column } = self.seen;
        self.found.push(Printed { label, name, array, line, column });
    }

    /// The numbers of a line without an array; else it may be a label.
    fn numbers(&mut self, line: &'a str, start: usize) {
        let offset = |part: &str| start + (part.as_ptr() as usize - line.as_ptr() as usize);
        let is_dictionary = line.contains(['\'', '"']) && line.contains(':') && line.contains(',');
        let parts: Vec<&str> = if is_dictionary { line.split(',').collect() } else { vec![line] };
        let mut any = false;
        for part in parts {
            if let Some((label, value, number)) = labelled(part) {
                self.push(label, Array::new(vec![], vec![number], Form::Number), offset(value));
                any = true;
            }
        }
        let text = line.trim_matches(|c: char| c.is_whitespace() || "()[]{},;|".contains(c));
        if !any && !without_prompt(text).is_empty() {
            self.pending = line;
        }
    }
}

/// Whether a text has entries of a dictionary.
fn is_dictionary(text: &str) -> bool {
    text.contains(['\'', '"']) && text.contains(':')
}

/// A number at the end of a line, with what stands before it.
fn labelled(line: &str) -> Option<(&str, &str, Number)> {
    let line = line.trim_end_matches(|c: char| c.is_whitespace() || "},;|*".contains(c));
    let whole = without_prompt(line);
    if let Some(number) = Number::read(whole) {
        return Some(("", whole, number));
    }
    if let Some(separator) = line.rfind([':', '=']) {
        let value = line[separator + 1..].trim_start_matches(['*', ' ', '|', '\t']).trim();
        if let Some(number) = Number::read(value) {
            return Some((line[..separator].trim_end_matches('='), value, number));
        }
    }
    // Cost after iteration 100 0.64
    let (label, value) = line.rsplit_once(char::is_whitespace)?;
    let number = Number::read(value).filter(|number| number.place.is_some())?;
    label.contains(char::is_alphabetic).then_some((label, value, number))
}

/// The next bracket that may begin an array, from a byte on; not that of a subscript or of a prompt.
fn find_bracket(line: &str, from: usize) -> Option<usize> {
    let bytes = line.as_bytes();
    let mut at = from;
    while let Some(found) = bytes.get(at..)?.iter().position(|&byte| byte == b'[') {
        let bracket = at + found;
        match subscript(line, bracket) {
            Some(end) => at = end,
            None => return Some(bracket),
        }
    }
    None
}

/// Where the subscript ends that begins with a bracket, if it is one.
fn subscript(line: &str, bracket: usize) -> Option<usize> {
    let bytes = line.as_bytes();
    let rest = bytes[bracket + 1..].iter().take(SUBSCRIPT_LIMIT);
    let close = bracket + 1 + rest.clone().position(|&byte| byte == b']')?;
    let content = line.get(bracket + 1..close)?.trim();
    let is_number = !content.is_empty() && content.bytes().all(|byte| byte.is_ascii_digit());
    let is_index = is_number || content.starts_with(['"', '\'']);
    let follows_a_name = bracket.checked_sub(1).is_some_and(|before| {
        let byte = bytes[before];
        byte.is_ascii_alphanumeric() || b"_)]^{".contains(&byte)
    });
    let is_prompt = line[..bracket].trim_end().ends_with("In") && line[close..].starts_with("]:");
    (is_index && (follows_a_name || is_prompt)).then_some(close + 1)
}

/// The length of `np.array(` at the end of a label.
fn wrapper(label: &str) -> Option<usize> {
    let trimmed = label.trim_end();
    let opened = trimmed.strip_suffix('(')?;
    let names = ["array", "tensor", "matrix"];
    let name = names.into_iter().find(|name| opened.ends_with(name))?;
    let before = &opened[..opened.len() - name.len()];
    let modules = ["np.", "numpy.", "jnp.", "torch."];
    let module = modules.into_iter().find(|module| before.ends_with(module)).unwrap_or("");
    Some(label.len() - (before.len() - module.len()))
}

/// The shape that stands after the entries of an array, and where its call ends.
fn options(text: &str, start: usize) -> (Option<Vec<usize>>, usize) {
    let bytes = text.as_bytes();
    let mut depth = 0_usize;
    for (index, &byte) in bytes.iter().enumerate().skip(start).take(OPTIONS_LIMIT) {
        match byte {
            b'(' => depth += 1,
            b')' if depth > 0 => depth -= 1,
            b')' => {
                let options = text.get(start..index).unwrap_or_default();
                return (shape_of(options), index + 1);
            }
            b'[' | b']' | b'{' => break,
            _ => {}
        }
    }
    (None, start)
}

fn shape_of(options: &str) -> Option<Vec<usize>> {
    let (_, shape) = options.split_once("shape=(")?;
    let (lengths, _) = shape.split_once(')')?;
    let lengths = lengths.split(',').map(str::trim).filter(|length| !length.is_empty());
    lengths.map(|length| length.parse().ok()).collect()
}

/// Takes the shape that was written, where it is that of the entries.
fn declare(array: &mut Array, shape: &[usize], at: impl Fn() -> Place) -> Result<(), Error> {
    if let &[rows, columns] = shape
        && rows.min(columns) == 0
        && array.entries.is_empty()
    {
        array.axes = vec![Axis::Whole(rows), Axis::Whole(columns)];
        return Ok(());
    }
    let fits = shape.len() == array.axes.len()
        && array.axes.iter().zip(shape).all(|(axis, &length)| axis.indices_fit(length));
    if !fits {
        let written = |lengths: Vec<String>| format!("({})", lengths.join(", "));
        let expected = written(shape.iter().map(ToString::to_string).collect());
        let lengths = array.shape().into_iter();
        let got =
            written(lengths.map(|length| length.map_or("...".into(), |n| n.to_string())).collect());
        return Err(Error::Shape { at: at(), expected, got });
    }
    for (axis, &written) in array.axes.iter_mut().zip(shape) {
        if let Axis::Edges { length, .. } = axis {
            *length = Some(written);
        }
    }
    Ok(())
}

impl Axis {
    fn indices_fit(&self, length: usize) -> bool {
        match *self {
            Self::Whole(printed) => printed == length,
            Self::Edges { first, last, .. } => first + last < length,
        }
    }
}
