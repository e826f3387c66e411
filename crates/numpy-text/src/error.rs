//! What can be wrong with a text.

use thiserror::Error as ThisError;

use crate::place::Place;

/// What can be wrong with a text. Each message says where, what was wanted and what came.
#[derive(Debug, Clone, PartialEq, Eq, ThisError)]
#[non_exhaustive]
pub enum Error {
    /// No array and no number in the whole text.
    #[error("expected an array or a number as NumPy prints it, got {}", quoted(got))]
    Nothing {
        /// How the text begins.
        got: String,
    },
    /// Something else between the brackets of an array.
    #[error("{at}: expected a number, got {}", quoted(got))]
    Number {
        /// Where.
        at: Place,
        /// What stands there.
        got: String,
    },
    /// A row of another length than the first.
    #[error("{at}: expected a row of {expected} entries as the first, got {got}")]
    Ragged {
        /// Where the row begins.
        at: Place,
        /// Entries of the first row.
        expected: usize,
        /// Entries of this one.
        got: usize,
    },
    /// A row that is abbreviated in another place than the first, or not at all.
    #[error("{at}: expected a row abbreviated in the same place as the first, got another")]
    Abbreviation {
        /// Where the row begins.
        at: Place,
    },
    /// An array whose end is not there.
    #[error("{at}: expected a ] to every [ of the array that begins here, got the end of the text")]
    Unclosed {
        /// Where the array begins.
        at: Place,
    },
    /// An array of three or more axes.
    #[error("{at}: expected an array of at most 2 axes, got one of {got}")]
    Axes {
        /// Where the array begins.
        at: Place,
        /// Its number of axes.
        got: usize,
    },
    /// A `shape=` that is not that of the entries.
    #[error("{at}: expected entries of the shape {expected}, got {got}")]
    Shape {
        /// Where the array begins.
        at: Place,
        /// The shape written.
        expected: String,
        /// The entries' shape.
        got: String,
    },
}

fn quoted(text: &str) -> String {
    if text.is_empty() { "nothing".into() } else { format!("'{text}'") }
}
