//! Values as Python writes them.

/// A finite float, with the digits that tell it from its neighbours.
pub fn float(value: f64) -> String {
    format!("{value:?}")
}

/// A string: the escapes of JSON mean the same in Python. (`serde_json::Value` would do it in 15 kB more
/// of compressed wasm.)
pub fn string(text: &str) -> String {
    serde_json::to_string(text).expect("a string can be written")
}

/// Text for one line of a comment.
pub fn line(text: &str) -> String {
    text.split(|c: char| c.is_control() || c.is_whitespace())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}
