//! The header of `.npy`: magic, version, length, and a Python dictionary of three entries as text.
//!
//! The dictionary is read here and not by a parser of Python: the three values have one form each, and
//! such parsers recurse as deep as a file tells them to.

use std::fmt::Write;

const MAGIC: &[u8] = b"\x93NUMPY";

/// No header is longer; NumPy itself stops at 10,000 bytes.
const MOST: usize = 1 << 16;

/// What the header says.
#[derive(Debug, PartialEq)]
pub(super) struct Header {
    /// NumPy's code of the type ("<f8"), or the whole list of fields of a structured one.
    pub(super) descr: String,
    pub(super) fortran_order: bool,
    pub(super) shape: Vec<u64>,
    /// Where the entries begin.
    pub(super) data: usize,
}

/// Why there is no header.
#[derive(Debug, PartialEq)]
pub(super) enum Wrong {
    Short,
    Form(String),
}

pub(super) fn read(bytes: &[u8]) -> Result<Header, Wrong> {
    let rest = bytes.strip_prefix(MAGIC).ok_or_else(|| Wrong::Form("no magic".to_owned()))?;
    let (&[major, _], rest) = rest.split_first_chunk().ok_or(Wrong::Short)?;
    let (length, start) = match major {
        1 => {
            let (length, _) = rest.split_first_chunk().ok_or(Wrong::Short)?;
            (usize::from(u16::from_le_bytes(*length)), 10)
        }
        2 | 3 => {
            let (length, _) = rest.split_first_chunk().ok_or(Wrong::Short)?;
            (u32::from_le_bytes(*length) as usize, 12)
        }
        other => return Err(Wrong::Form(format!("version {other}"))),
    };
    if length > MOST {
        return Err(Wrong::Form(format!("a header of {length} bytes")));
    }
    let text = bytes.get(start..start + length).ok_or(Wrong::Short)?;
    let text = String::from_utf8_lossy(text);
    let form = || Wrong::Form(text.trim_end().chars().take(200).collect());
    let descr = value(&text, "descr").ok_or_else(form)?;
    let order = value(&text, "fortran_order").ok_or_else(form)?;
    let shape = value(&text, "shape").ok_or_else(form)?;
    Ok(Header {
        descr: descr.trim_matches(['\'', '"']).to_owned(),
        fortran_order: match order {
            "True" => true,
            "False" => false,
            _ => return Err(form()),
        },
        shape: axes(shape).ok_or_else(form)?,
        data: start + length,
    })
}

/// The text of the value of a key: up to the comma or brace behind it that no bracket or quote encloses.
fn value<'a>(text: &'a str, key: &str) -> Option<&'a str> {
    let quoted = [format!("'{key}'"), format!("\"{key}\"")];
    let behind = quoted.iter().find_map(|key| Some(text.find(key.as_str())? + key.len()))?;
    let rest = text[behind..].trim_start().strip_prefix(':')?.trim_start();
    let mut depth = 0_usize;
    let mut quote = None;
    for (at, character) in rest.char_indices() {
        match (quote, character) {
            (Some(open), _) if character == open => quote = None,
            (Some(_), _) => {}
            (None, '\'' | '"') => quote = Some(character),
            (None, '(' | '[') => depth += 1,
            (None, ')' | ']') => depth = depth.checked_sub(1)?,
            (None, ',' | '}') if depth == 0 => return Some(rest[..at].trim_end()),
            (None, _) => {}
        }
    }
    None
}

/// `(3, 4)`, `(3,)`, `()`; Python 2 wrote `(3L, 4L)`.
fn axes(text: &str) -> Option<Vec<u64>> {
    let inside = text.strip_prefix('(')?.strip_suffix(')')?.trim();
    let inside = inside.strip_suffix(',').unwrap_or(inside);
    if inside.is_empty() {
        return Some(Vec::new());
    }
    inside.split(',').map(|axis| axis.trim().trim_end_matches('L').parse().ok()).collect()
}

/// The header of float64 in C order.
pub(in crate::own) fn write(shape: &[usize]) -> Vec<u8> {
    let mut text = "{'descr': '<f8', 'fortran_order': False, 'shape': (".to_owned();
    for axis in shape {
        // To a string this cannot fail.
        let _ = write!(text, "{axis}, ");
    }
    if shape.len() > 1 {
        text.truncate(text.len() - 2);
    } else if shape.len() == 1 {
        text.pop();
    }
    text.push_str("), }");
    // The entries begin at a multiple of 64, behind a line feed.
    let unpadded = MAGIC.len() + 4 + text.len() + 1;
    text.push_str(&" ".repeat(unpadded.next_multiple_of(64) - unpadded));
    text.push('\n');
    let length = u16::try_from(text.len()).unwrap_or(u16::MAX);
    [MAGIC, &[1, 0], &length.to_le_bytes(), text.as_bytes()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_reads_back() {
        for shape in [&[][..], &[3], &[3, 4], &[2, 0, 5]] {
            let bytes = write(shape);
            let header = read(&bytes).expect("a header");
            assert_eq!(header.data, bytes.len());
            assert_eq!(header.data % 64, 0);
            assert_eq!(header.shape, shape.iter().map(|&axis| axis as u64).collect::<Vec<_>>());
            assert_eq!((header.descr.as_str(), header.fortran_order), ("<f8", false));
        }
    }

    #[test]
    fn the_form_of_python_2_is_read() {
        let text = b"{'descr': '>i4', 'fortran_order': True, 'shape': (3L, 4L), }";
        let bytes = [MAGIC, &[1, 0], &(text.len() as u16).to_le_bytes(), text].concat();
        let header = read(&bytes).expect("a header");
        assert_eq!((header.shape, header.fortran_order), (vec![3, 4], true));
    }

    #[test]
    fn a_structured_type_is_kept_whole() {
        let text =
            b"{'shape': (3,), 'fortran_order': False, 'descr': [('x', '<f8'), ('y', '<i4')]}";
        let bytes = [MAGIC, &[1, 0], &(text.len() as u16).to_le_bytes(), text].concat();
        assert_eq!(read(&bytes).expect("a header").descr, "[('x', '<f8'), ('y', '<i4')]");
    }

    #[test]
    fn what_is_no_header_is_refused() {
        for text in
            ["", "{", "{'descr': '<f8'}", "{'descr': ')', 'fortran_order': 1, 'shape': (1,)}"]
        {
            let length = (text.len() as u16).to_le_bytes();
            let bytes = [MAGIC, &[1, 0], &length, text.as_bytes()].concat();
            assert!(matches!(read(&bytes), Err(Wrong::Form(_))), "{text}");
        }
        assert_eq!(read(b"\x93NUMPY\x01\x00\xff\xff{"), Err(Wrong::Short));
    }
}
