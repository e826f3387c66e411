//! What stands between the brackets of an array.

use crate::array::{Array, Axis, Form};
use crate::error::Error;
use crate::number::{Number, is_wrapper};
use crate::place::Place;

/// What a bracket turned out to begin.
pub enum Body {
    /// An array, and the byte after its last bracket.
    Array(Array, usize),
    /// Something else; nothing of interest stands before this byte.
    Other(usize),
}

/// The longest call around a number: `np.float64(-0.12345678901234567, dtype=float64)` and blanks.
const WRAPPED_LIMIT: usize = 128;

/// Reads the array that begins with the bracket at `start`.
pub fn read(text: &str, start: usize) -> Result<Body, Error> {
    let mut reader = Reader { text, at: start, entries: vec![], has_commas: false };
    let mut opened = 0;
    reader.skip_blanks();
    while reader.peek() == Some(b'[') {
        opened += 1;
        reader.at += 1;
        reader.skip_blanks();
    }
    let first = reader.at;
    let begins_an_array = match reader.peek() {
        Some(b']') => true,
        Some(_) => {
            reader.token().is_some_and(|token| is_ellipsis(token) || number(token).is_some())
        }
        None => false,
    };
    if !begins_an_array {
        return Ok(Body::Other(first));
    }
    reader.at = first;
    let axes = match opened {
        1 => match reader.row(false)? {
            Some(axis) => vec![axis],
            None => return Ok(Body::Other(first)),
        },
        2 => reader.rows(start)?,
        got => return Err(Error::Axes { at: Place::of(text, start), got }),
    };
    let form = if reader.has_commas { Form::List } else { Form::Print };
    Ok(Body::Array(Array::new(axes, reader.entries, form), reader.at))
}

fn is_ellipsis(token: &str) -> bool {
    matches!(token, "..." | "\u{2026}")
}

fn number(token: &str) -> Option<Number> {
    Number::read(token)
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    entries: Vec<Number>,
    has_commas: bool,
}

impl<'a> Reader<'a> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip_blanks(&mut self) {
        while self.peek().is_some_and(|byte| byte.is_ascii_whitespace()) {
            self.at += 1;
        }
    }

    fn skip_separators(&mut self) {
        while let Some(byte) = self.peek() {
            match byte {
                b',' => self.has_commas = true,
                byte if byte.is_ascii_whitespace() => {}
                _ => break,
            }
            self.at += 1;
        }
    }

    /// Up to the next blank, comma or bracket; a call whole. None at the end and before a bracket.
    fn token(&mut self) -> Option<&'a str> {
        let rest = &self.text[self.at..];
        let ends = |c: char| c.is_ascii_whitespace() || matches!(c, ',' | '[' | ']');
        let mut end = rest.find(|c: char| ends(c) || c == '(').unwrap_or(rest.len());
        if rest[end..].starts_with('(') && is_wrapper(&rest[..end]) {
            let call = rest.bytes().take(WRAPPED_LIMIT);
            end = call.skip(end).position(|byte| byte == b')').map_or(end, |close| end + close + 1);
        } else {
            end = rest.find(ends).unwrap_or(rest.len());
        }
        self.at += end;
        (end > 0).then(|| &rest[..end])
    }

    /// The entries up to the bracket that closes the row. In an array of one axis, whose bracket may be
    /// one of prose, a first or second word that is no number makes it none at all.
    fn row(&mut self, in_matrix: bool) -> Result<Option<Axis>, Error> {
        let start = self.at;
        let before = self.entries.len();
        let mut first = None;
        loop {
            self.skip_separators();
            let at = self.at;
            if self.peek() == Some(b']') {
                self.at += 1;
                let printed = self.entries.len() - before;
                return Ok(Some(match first {
                    Some(first) => Axis::Edges { first, last: printed - first, length: None },
                    None => Axis::Whole(printed),
                }));
            }
            let printed = self.entries.len() - before;
            let Some(token) = self.token() else {
                return Err(match self.peek() {
                    Some(byte) => self.no_number(at, &char::from(byte).to_string()),
                    None => Error::Unclosed { at: Place::of(self.text, start.saturating_sub(1)) },
                });
            };
            match number(token) {
                Some(number) => self.entries.push(number),
                None if is_ellipsis(token) && first.is_none() => first = Some(printed),
                None if !in_matrix && printed < 2 => return Ok(None),
                None => return Err(self.no_number(at, token)),
            }
        }
    }

    /// The rows, the first of which has been opened, up to the bracket that closes them all.
    fn rows(&mut self, start: usize) -> Result<Vec<Axis>, Error> {
        let mut columns = None;
        let mut rows = 0;
        let mut first = None;
        let mut row_start = self.at;
        loop {
            let row = self.row(true).map_err(|error| match error {
                Error::Unclosed { .. } => Error::Unclosed { at: Place::of(self.text, start) },
                error => error,
            })?;
            let row = row.unwrap_or(Axis::Whole(0));
            let expected = *columns.get_or_insert(row);
            if row != expected {
                return Err(self.unequal(row_start, expected, row));
            }
            rows += 1;
            loop {
                self.skip_separators();
                match self.peek() {
                    None => return Err(Error::Unclosed { at: Place::of(self.text, start) }),
                    Some(b']') => {
                        self.at += 1;
                        let axis = match first {
                            Some(first) => Axis::Edges { first, last: rows - first, length: None },
                            None => Axis::Whole(rows),
                        };
                        return Ok(vec![axis, expected]);
                    }
                    Some(b'[') => {
                        row_start = self.at;
                        self.at += 1;
                        break;
                    }
                    Some(_) => {
                        let at = self.at;
                        let token = self.token().unwrap_or_default();
                        if !is_ellipsis(token) || first.is_some() {
                            return Err(self.no_number(at, token));
                        }
                        first = Some(rows);
                    }
                }
            }
        }
    }

    fn unequal(&self, row: usize, expected: Axis, got: Axis) -> Error {
        let at = Place::of(self.text, row);
        match (expected, got) {
            (Axis::Whole(expected), Axis::Whole(got)) => Error::Ragged { at, expected, got },
            _ => Error::Abbreviation { at },
        }
    }

    fn no_number(&self, at: usize, token: &str) -> Error {
        let got = token.chars().take(40).collect();
        Error::Number { at: Place::of(self.text, at), got }
    }
}
