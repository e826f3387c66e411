//! Bytes to characters.

use std::borrow::Cow;

use crate::own::table::Encoding;

/// The characters from 0x80 to 0x9f of Windows-1252; the others are those of Latin-1.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The text without its byte order mark. Any bytes are a text: what is not UTF-8 is Windows-1252.
pub(super) fn decoded(bytes: &[u8]) -> (Cow<'_, str>, Encoding) {
    let utf16 = |rest: &[u8], unit: fn([u8; 2]) -> u16| {
        let units = rest.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
        let text: String = char::decode_utf16(units)
            .map(|character| character.unwrap_or(char::REPLACEMENT_CHARACTER))
            .collect();
        (Cow::Owned(text), Encoding::Utf16)
    };
    if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        return utf16(rest, u16::from_le_bytes);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        return utf16(rest, u16::from_be_bytes);
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => (Cow::Borrowed(text), Encoding::Utf8),
        Err(_) => {
            let character = |&byte: &u8| match byte {
                0x80..=0x9f => WINDOWS[usize::from(byte) - 0x80],
                _ => char::from(byte),
            };
            (Cow::Owned(bytes.iter().map(character).collect()), Encoding::Windows1252)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_the_same_in_every_encoding() {
        let text = "größe;5 €";
        let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let utf16 = [b"\xfe\xff", units.as_slice()].concat();
        assert_eq!(decoded(&utf16), (text.into(), Encoding::Utf16));
        assert_eq!(decoded(text.as_bytes()), (text.into(), Encoding::Utf8));
        assert_eq!(decoded(b"gr\xf6\xdfe;5 \x80"), (text.into(), Encoding::Windows1252));
    }
}
