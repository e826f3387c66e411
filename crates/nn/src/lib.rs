//! The mathematics of Backlight: an L-layer network, trained by gradient descent one operation at a
//! time, with every matrix of every layer readable.
//!
//! # Notation
//!
//! `L` layers and `m` examples **in columns**; `n[l] = layers_dims[l]`, so `layers_dims` has `L + 1`
//! entries. `A[0] = X`.
//!
//! | quantity | shape | definition |
//! | --- | --- | --- |
//! | `W[l]`, `dW[l]` | `(n[l], n[l-1])` | `dW[l] = 1/m · dZ[l] · A[l-1]ᵀ` |
//! | `b[l]`, `db[l]` | `(n[l], 1)` | `db[l] = 1/m · Σᵢ dZ[l]⁽ⁱ⁾` |
//! | `Z[l]`, `dZ[l]` | `(n[l], m)` | `Z[l] = W[l]·A[l-1] + b[l]`, `dZ[l] = dA[l] * g'(Z[l])` |
//! | `A[l]`, `dA[l]` | `(n[l], m)` | `A[l] = g(Z[l])`, `dA[l-1] = W[l]ᵀ·dZ[l]` |
//!
//! A matrix with an `m` axis holds per-example derivatives of the loss, `∂L⁽ⁱ⁾/∂·`; one without holds
//! derivatives of the cost, `∂J/∂·`.
//!
//! ```
//! use ndarray::array;
//! use nn::{Configuration, Examples, TensorName, Trainer};
//!
//! let examples = Examples::new(
//!     array![[0.0, 1.0, 0.0, 1.0], [0.0, 0.0, 1.0, 1.0]], // X (2, 4)
//!     array![[0.0, 1.0, 1.0, 0.0]],                       // Y (1, 4)
//! )?;
//! let configuration = Configuration { layers_dims: vec![2, 3, 1], ..Configuration::default() };
//! let mut trainer = Trainer::new(&configuration, examples)?;
//! let first = trainer.step();
//! let second = trainer.step();
//! assert!(second < first);
//! assert_eq!(trainer.tensor(TensorName::dW, 1)?.dim(), (3, 2));
//! # Ok::<(), nn::Error>(())
//! ```
//!
//! # What this crate does not do
//!
//! No mini-batches, no regularisation, no optimiser other than gradient descent, no output layer other
//! than one sigmoid unit. It reads no files, keeps no clock and knows nothing of a browser.

// The field's own capitals: `X, Y, W, Z, A, dZ, dW`; renaming them would hide the formulas.
#![allow(non_snake_case)]

mod activation;
mod configuration;
mod elementary;
mod error;
mod examples;
mod initialization;
mod layer;
mod learning_rate;
mod loss;
mod operation;
mod parameters;
mod product;
mod quantity;
mod tensor;
mod trainer;

pub use activation::{Activation, sigmoid};
pub use configuration::{Configuration, MEMORY_LIMIT, memory_needed};
pub use error::Error;
pub use examples::Examples;
pub use initialization::Initialization;
pub use learning_rate::{LearningRate, check_learning_rate};
pub use operation::{Operation, OperationName, operations};
pub use parameters::{check_parameters, parameter_count};
pub use quantity::{Averaging, Quantity};
pub use tensor::{Matrix, TensorName, TensorStatus};
pub use trainer::{Checkpoint, Divergence, Evaluation, Mislabelled, Trace, Trainer, Working};
