//! What can be looked at: the matrices of a trainer, and those that an equation makes on its way.

use serde::{Deserialize, Serialize};

use crate::tensor::TensorName;

/// A matrix that can be read from a trainer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Quantity {
    /// A matrix as it is now.
    Tensor(TensorName, usize),
    /// `W[l]` or `b[l]` as this iteration used it: before its update.
    Used(TensorName, usize),
    /// `g'(Z[l])`, `(n[l], m)`: for the output layer `A[L] * (1 - A[L])`.
    Slope(usize),
    /// The column of one example, `(n[l], 1)`.
    Column {
        /// A matrix with an m axis.
        name: TensorName,
        /// l.
        layer: usize,
        /// i, counted from 0.
        example: usize,
    },
    /// `dz⁽ⁱ⁾·a⁽ⁱ⁾ᵀ`, `(n[l], n[l-1])`: what example i, counted from 0, adds to `m dW[l]`.
    OuterProduct {
        /// l.
        layer: usize,
        /// i.
        example: usize,
    },
    /// `Σ dz⁽ⁱ⁾·a⁽ⁱ⁾ᵀ` over the first examples, `(n[l], n[l-1])`; over all m it is `m dW[l]`.
    PartialSum {
        /// l.
        layer: usize,
        /// How many examples are added.
        examples: usize,
    },
}

/// Where the 1/m of the cost's mean stands. `dW` and `db` are the same either way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Averaging {
    /// `dW[l] = 1/m · dZ[l]·A[l-1]ᵀ`: dZ and dA hold `∂L⁽ⁱ⁾/∂·`, as in the course.
    #[default]
    #[serde(rename = "dW")]
    InWeightGradients,
    /// `dW[l] = dZ[l]·A[l-1]ᵀ`: dZ and dA hold `∂J/∂·`, smaller by the factor m.
    #[serde(rename = "dZ")]
    InActivationGradients,
}
