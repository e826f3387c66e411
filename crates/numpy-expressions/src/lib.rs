//! What NumPy makes of an expression: its shape, its values, or the exact text of its error.
//!
//! An [`Expression`] is a tree that displays as the Python text a notebook has. [`Expression::shape`]
//! follows the shapes through it without computing a number, [`Expression::evaluate`] computes; both
//! stop at the first operation that NumPy refuses, with its words:
//!
//! ```
//! use numpy_expressions::{Shape, Shapes, dot, name};
//!
//! let Z1 = dot(name("W1").T(), name("X")) + name("b1");
//! assert_eq!(Z1.to_string(), "np.dot(W1.T, X) + b1");
//!
//! let env = Shapes::from([
//!     ("W1".into(), Shape::from([4, 2])),
//!     ("X".into(), Shape::from([2, 400])),
//!     ("b1".into(), Shape::from([4, 1])),
//! ]);
//! let failure = Z1.shape(&env).expect_err("the transpose is one too many");
//! assert_eq!(
//!     failure.error.to_string(),
//!     "shapes (2,4) and (2,400) not aligned: 4 (dim 1) != 2 (dim 0)"
//! );
//! assert_eq!(failure.node.operator, "np.dot");
//! assert_eq!(failure.error.clash(), [Some(1), Some(0)]);
//! ```
//!
//! # Source
//!
//! NumPy's documentation of [broadcasting](https://numpy.org/doc/stable/user/basics.broadcasting.html),
//! [`numpy.dot`](https://numpy.org/doc/stable/reference/generated/numpy.dot.html),
//! [`numpy.sum`](https://numpy.org/doc/stable/reference/generated/numpy.sum.html) and
//! [`numpy.max`](https://numpy.org/doc/stable/reference/generated/numpy.max.html). Where it is silent
//! NumPy itself was asked; the tests compare several hundred expressions with what it says.
//!
//! # What this crate does not do
//!
//! - It parses nothing: an expression is built, not read.
//! - There is one type of entry, float64. `Z > 0` has entries 1 and 0, as it has wherever it meets a
//!   number; that two arrays of booleans add up to one of booleans, and that NumPy refuses to subtract
//!   them, is not reproduced.
//! - A name of shape `()` is an array without dimensions and a literal is one too, so `1 / 0` is
//!   infinite, where Python's own numbers raise a `ZeroDivisionError`.
//! - Sums are added up in another order than NumPy's, which shows in the last bits.
//! - It knows nothing of networks.

// NumPy's own `T`; and the formulas' capitals in the examples and tests.
#![allow(non_snake_case)]

mod display;
mod error;
mod evaluation;
mod expression;
mod rules;
mod shape;
mod statement;

pub use error::{Failure, Node, NumpyError, Operand};
pub use evaluation::Arrays;
pub use expression::{
    Expression, Function, Operator, Reduction, dot, exp, log, max, maximum, name, number, sum, tanh,
};
pub use rules::Shapes;
pub use shape::Shape;
pub use statement::{Assignment, Statement};
