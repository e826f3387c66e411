//! What a text has.

use crate::array::Array;

/// An array or a number in a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Printed {
    /// The text before it, as it was written: on its line or, where there is none, on the line before.
    pub label: String,
    /// The variable in the label: `W1` of `parameters["W1"] =`.
    pub name: Option<String>,
    /// What was printed.
    pub array: Array,
    /// The line that it begins on, from 1.
    pub line: usize,
    /// The column that it begins at, from 1, in characters.
    pub column: usize,
}
