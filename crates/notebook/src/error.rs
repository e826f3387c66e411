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
}
