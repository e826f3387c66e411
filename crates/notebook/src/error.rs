//! What can be wrong with what a caller asks for.

use nn::OperationName;
use numpy_expressions::Failure;
use thiserror::Error as ThisError;

/// What can be wrong with what a caller asks for. Each message says what was wanted and what came.
#[derive(Debug, Clone, PartialEq, ThisError)]
#[non_exhaustive]
pub enum Error {
    /// An operation that an iteration of the network does not have.
    #[error("expected an operation of a network of {L} layers, got {operation:?}[{layer}]")]
    NoSuchOperation {
        /// What it would compute.
        operation: OperationName,
        /// The layer asked for.
        layer: usize,
        /// The number of layers of the network.
        L: usize,
    },
    /// NumPy refuses the line too; a matrix that was not given is to it a name that is not defined.
    #[error(transparent)]
    Refused(#[from] Failure),
    /// An array too large to be shown.
    #[error("expected arrays of at most {limit} entries, got one of {entries}")]
    TooLarge {
        /// Entries of the largest array that the line makes.
        entries: u128,
        /// Entries that it may have.
        limit: u128,
    },
    /// A run with a configuration that no network can have.
    #[error(transparent)]
    Network(#[from] nn::Error),
    /// A run that cannot have been.
    #[error("{field}: expected {wanted}, got {got}")]
    Run {
        /// The field of the description.
        field: &'static str,
        /// What was expected there.
        wanted: &'static str,
        /// What came.
        got: String,
    },
    /// A text that has no array, or one that cannot be read.
    #[error(transparent)]
    Text(#[from] numpy_text::Error),
    /// An array of three or more axes.
    #[error("array '{name}': expected at most 2 axes, got the shape {got:?}")]
    Axes {
        /// Its name.
        name: String,
        /// Its shape.
        got: Vec<usize>,
    },
    /// An array with more or fewer entries than its shape says.
    #[error("array '{name}': expected the entries of the shape {shape:?}, got {got}")]
    Entries {
        /// Its name.
        name: String,
        /// Its shape.
        shape: Vec<usize>,
        /// How many came.
        got: usize,
    },
}
