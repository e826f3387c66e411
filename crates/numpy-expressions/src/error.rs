//! What NumPy refuses, in its own words, and where in an expression.

use std::fmt::Write;

use thiserror::Error;

use crate::expression::Expression;
use crate::shape::Shape;

/// An error of NumPy. It displays as NumPy's exact text.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum NumpyError {
    /// Shapes that do not broadcast; for an operation in place, the target's comes twice.
    // NumPy writes a blank after each shape, the last one too.
    #[error("operands could not be broadcast together with shapes {}", spaced(shapes))]
    Broadcast {
        /// The shapes of the operands, then that of the target.
        shapes: Vec<Shape>,
    },
    /// An operation in place whose target would have to grow.
    #[error(
        "non-broadcastable output operand with shape {target} doesn't match the broadcast shape {broadcast}"
    )]
    InPlace {
        /// The shape of the target, which is the left operand.
        target: Shape,
        /// The shape of the right operand.
        operand: Shape,
        /// The shape of the result.
        broadcast: Shape,
    },
    /// `np.dot` of arrays whose contracted axes differ in length.
    #[error(
        "shapes {left} and {right} not aligned: {} (dim {}) != {} (dim {})",
        left.axes()[axes[0]], axes[0], right.axes()[axes[1]], axes[1]
    )]
    NotAligned {
        /// The shape of the left operand.
        left: Shape,
        /// The shape of the right operand.
        right: Shape,
        /// The contracted axis of each.
        axes: [usize; 2],
    },
    /// An axis that the array does not have.
    #[error("axis {axis} is out of bounds for array of dimension {ndim}")]
    Axis {
        /// The axis asked for.
        axis: isize,
        /// The number of axes of the array.
        ndim: usize,
    },
    /// The largest entry of no entries.
    #[error("zero-size array to reduction operation maximum which has no identity")]
    NoIdentity,
    /// An array of more bytes than can be addressed.
    #[error(
        "array is too big; `arr.size * arr.dtype.itemsize` is larger than the maximum possible size."
    )]
    TooBig,
    /// A name that nothing was assigned to.
    #[error("name '{0}' is not defined")]
    NotDefined(String),
}

impl NumpyError {
    /// The class of the exception, as a traceback shows it before the text.
    #[must_use]
    pub fn exception(&self) -> &'static str {
        match self {
            Self::Axis { .. } => "AxisError",
            Self::NotDefined(_) => "NameError",
            _ => "ValueError",
        }
    }

    /// For the left and the right operand, its axis that does not fit the other's.
    ///
    /// Where several do not, the one that comes first in broadcasting, which begins with the last. A
    /// target in place may lack the axis by which it would have to grow.
    #[must_use]
    pub fn clash(&self) -> [Option<usize>; 2] {
        match self {
            Self::NotAligned { axes, .. } => axes.map(Some),
            Self::Broadcast { shapes } => match &shapes[..] {
                [left, right, ..] => first_axis(left, right, |a, b| a != b && a != 1 && b != 1),
                _ => [None; 2],
            },
            Self::InPlace { target, operand, .. } => {
                let [left, right] = first_axis(target, operand, |a, b| a == 1 && b != 1);
                // An operand of more axes is refused even where they are all 1.
                let surplus = operand.ndim().checked_sub(target.ndim() + 1);
                [left, right.or(surplus)]
            }
            _ => [None; 2],
        }
    }
}

/// The first pair of axes, from the last on, of which something holds.
fn first_axis(
    left: &Shape,
    right: &Shape,
    holds: impl Fn(usize, usize) -> bool,
) -> [Option<usize>; 2] {
    let ndim = left.ndim().max(right.ndim());
    (0..ndim)
        .find(|&from_last| holds(left.length_from_end(from_last), right.length_from_end(from_last)))
        .map_or([None; 2], |from_last| {
            [left, right].map(|shape| shape.ndim().checked_sub(from_last + 1))
        })
}

fn spaced(shapes: &[Shape]) -> String {
    shapes.iter().fold(String::new(), |mut text, shape| {
        // Writing to a String does not fail.
        let _ = write!(text, "{shape} ");
        text
    })
}

/// An operation that NumPy refuses.
#[derive(Debug, Clone, PartialEq, Error)]
#[error("{error}")]
pub struct Failure {
    /// The operation.
    pub node: Node,
    /// What NumPy says of it.
    pub error: NumpyError,
}

/// An operation in an expression, with what it is applied to.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// As Python spells it: `np.dot`, `*`, `+`, `.T`, `np.sum`, `-=` …; for a name, `name`.
    pub operator: &'static str,
    /// What it is applied to, from left to right.
    pub operands: Vec<Operand>,
}

/// What an operation is applied to. Its Python text is that of the expression.
#[derive(Debug, Clone, PartialEq)]
pub struct Operand {
    /// The expression that makes it.
    pub expression: Expression,
    /// Its shape.
    pub shape: Shape,
}
