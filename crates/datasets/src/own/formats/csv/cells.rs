//! One cell.

/// What a cell is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Cell {
    Number(f64),
    /// Empty, or one of the words for it.
    Missing,
    Text,
}

/// What pandas takes for a missing value.
const MISSING: [&str; 14] = [
    "", "NA", "N/A", "#N/A", "n/a", "<NA>", "nan", "NaN", "NAN", "-nan", "null", "NULL", "None",
    "?",
];

pub(super) fn cell(bytes: &[u8], decimal_comma: bool) -> Cell {
    let Ok(text) = std::str::from_utf8(bytes.trim_ascii()) else { return Cell::Text };
    if MISSING.contains(&text) {
        return Cell::Missing;
    }
    // Rust would take "infinity" for a number too.
    if !text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '.' | ',' | 'i')) {
        return Cell::Text;
    }
    let parsed = if decimal_comma && text.contains(',') {
        if text.contains('.') { return Cell::Text } else { text.replace(',', ".").parse() }
    } else {
        text.parse()
    };
    parsed.map_or(Cell::Text, Cell::Number)
}

/// Whether a cell is a number with a decimal comma.
pub(super) fn has_decimal_comma(bytes: &[u8]) -> bool {
    bytes.contains(&b',') && matches!(cell(bytes, true), Cell::Number(_))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_many_forms() {
        for (text, number) in
            [("1", 1.0), (" -2.5 ", -2.5), ("1e-3", 1e-3), (".5", 0.5), ("+4.", 4.0)]
        {
            assert_eq!(cell(text.as_bytes(), false), Cell::Number(number), "{text}");
        }
        assert_eq!(cell(b"1,5", true), Cell::Number(1.5));
        assert_eq!(cell(b"-inf", false), Cell::Number(f64::NEG_INFINITY));
    }

    #[test]
    fn the_rest_is_text_or_missing() {
        for text in ["1,5", "3 cm", "setosa", "0x10", "1_000", "infinite"] {
            assert_eq!(cell(text.as_bytes(), false), Cell::Text, "{text}");
        }
        assert_eq!(cell(b"1.234,5", true), Cell::Text);
        for text in ["", "  ", "NaN", "?"] {
            assert_eq!(cell(text.as_bytes(), false), Cell::Missing, "{text}");
        }
    }
}
