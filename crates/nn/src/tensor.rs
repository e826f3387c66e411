//! The names of the matrices, one spelling everywhere.

use std::fmt;

use ndarray::{CowArray, Ix2};
use serde::{Deserialize, Serialize};

/// A matrix read from a trainer: borrowed where it is kept, owned where it is computed on demand.
pub type Matrix<'a> = CowArray<'a, f64, Ix2>;

/// A matrix of a layer.
#[allow(non_camel_case_types, reason = "the names are the formulas' own")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum TensorName {
    /// Weights, `(n[l], n[l-1])`.
    W,
    /// Biases, `(n[l], 1)`.
    b,
    /// `Z[l] = W[l]·A[l-1] + b[l]`, `(n[l], m)`.
    Z,
    /// `A[l] = g(Z[l])`, `(n[l], m)`; `A[0]` is X.
    A,
    /// The labels, `(1, m)`; of the last layer only.
    Y,
    /// The m losses, `(1, m)`; of the last layer only.
    losses,
    /// `∂L⁽ⁱ⁾/∂A[l]`, `(n[l], m)`.
    dA,
    /// `∂L⁽ⁱ⁾/∂Z[l]`, `(n[l], m)`.
    dZ,
    /// `∂J/∂W[l]`, `(n[l], n[l-1])`.
    dW,
    /// `∂J/∂b[l]`, `(n[l], 1)`.
    db,
}

impl fmt::Display for TensorName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The variants are spelled as they are shown.
        fmt::Debug::fmt(self, f)
    }
}

/// Whether the iteration under way has computed a matrix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TensorStatus {
    /// Computed in this iteration (or, for parameters and data, always there).
    Fresh,
    /// Left over from the iteration before.
    Stale,
    /// Never computed.
    Absent,
}
