//! The equations of an iteration as a NumPy notebook writes them, and the mistakes people make in them.
//!
//! [`line`](fn@line) is the right line for an operation; [`mistakes`] are the wrong ones, each with what
//! NumPy makes of it: its error, or a result of the wrong shape or with the wrong numbers, about which
//! NumPy is silent.
//!
//! ```
//! use nn::{Activation, Operation, OperationName};
//! use notebook::{Network, Outcome, line, mistakes};
//!
//! let dW2 = Operation { operation: OperationName::dW, layer: 2 };
//! assert_eq!(line(dW2, 3, Activation::Relu)?.to_string(), "dW2 = 1/m * np.dot(dZ2, A1.T)");
//!
//! let network = Network { layers_dims: vec![2, 4, 3, 1], m: 400, activation: Activation::Relu };
//! let forgotten = &mistakes(dW2, &network)?[0];
//! assert_eq!(forgotten.statement.to_string(), "dW2 = 1/m * np.dot(dZ2, A1)");
//! let Outcome::Error { exception, message } = &forgotten.outcome else { panic!() };
//! assert_eq!(*exception, "ValueError");
//! assert_eq!(message, "shapes (3,400) and (4,400) not aligned: 400 (dim 1) != 4 (dim 0)");
//! # Ok::<(), notebook::Error>(())
//! ```
//!
//! [`Checker`] compares what a notebook printed with a run, and names the mistake that made other numbers.
//!
//! # Names
//!
//! `X` is `A[0]`; the others are `W1 b1 Z1 A1 dA1 dZ1 dW1 db1` and so on, `Y`, `alpha`, `m` and `J`.
//!
//! # What this crate does not do
//!
//! It reads no notebook, and it knows no mistakes in Python other than those of shapes, axes and
//! forgotten factors.

// The field's own capitals: `X, Y, W, Z, A, dZ, dW`; renaming them would hide the formulas.
#![allow(non_snake_case)]

mod checking;
mod error;
mod evaluation;
mod kind;
mod line;
mod mistake;
mod names;
mod network;
mod offered;
mod script;
mod setup;
mod verdict;

pub use checking::{
    Arrangement, BUDGET, Candidate, Cells, Check, Checker, CostName, Diagnosis, DiagnosisKind,
    Difference, FoundBy, Since, Status, Subject, SubjectName,
};
pub use error::Error;
pub use evaluation::ENTRIES_LIMIT;
pub use kind::Kind;
pub use line::line;
pub use mistake::{At, Mistake, Operand, Outcome, Tensor, mistakes};
pub use network::Network;
pub use script::{CostStyle, Data, Form, Run, RunDescription};
pub use setup::Setup;
pub use verdict::Verdict;
