//! The kinds of mistakes.

use serde::Serialize;

/// What is done wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// An operand is transposed that should not be.
    TransposeAdded,
    /// An operand is not transposed that should be.
    TransposeDropped,
    /// The other operand is transposed, and the two have changed places.
    TransposeMoved,
    /// The operands have changed places.
    Swapped,
    /// `*` for `np.dot`.
    Star,
    /// `np.dot` for `*`.
    Dot,
    /// A matrix of one row or one column was made with one axis.
    Flat,
    /// The matrix of the layer below.
    WrongOperand,
    /// `np.max` for `np.maximum`.
    Max,
    /// A sum along the other axis.
    Axis0,
    /// A sum that loses its axis.
    NoKeepdims,
    /// A sum of all entries.
    NoAxis,
    /// A sum that is not divided by m.
    NoMean,
    /// `-=` of the transpose.
    InPlaceTranspose,
    /// `-=` of a sum that lost its axis.
    InPlaceNoKeepdims,
}
