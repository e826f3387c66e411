//! The operations of one iteration, in order.

use serde::{Deserialize, Serialize};

use crate::tensor::TensorName;

/// What an operation computes.
#[allow(non_camel_case_types, reason = "the names are the formulas' own")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum OperationName {
    /// `Z[l] = W[l]·A[l-1] + b[l]`.
    Z,
    /// `A[l] = g(Z[l])`.
    A,
    /// The m losses and their mean J.
    cost,
    /// `dA[L] = -(Y/A[L] - (1-Y)/(1-A[L]))`, and `dA[l-1] = W[l]ᵀ·dZ[l]` below.
    dA,
    /// `dZ[l] = dA[l] * g'(Z[l])`.
    dZ,
    /// `dW[l] = 1/m · dZ[l]·A[l-1]ᵀ`.
    dW,
    /// `db[l] = 1/m · Σᵢ dZ[l]⁽ⁱ⁾`.
    db,
    /// The update `W[l] := W[l] - α dW[l]`.
    W,
    /// The update `b[l] := b[l] - α db[l]`.
    b,
}

impl OperationName {
    /// What computes a matrix; none for Y. (`A[0]`, X, is not computed either.)
    #[must_use]
    pub fn of(result: TensorName) -> Option<Self> {
        use OperationName::{A, W, Z, b, cost, dA, dW, dZ, db};
        [Z, A, cost, dA, dZ, dW, db, W, b]
            .into_iter()
            .find(|operation| operation.result() == result)
    }

    /// The matrix that holds the result.
    #[must_use]
    pub fn result(self) -> TensorName {
        match self {
            Self::Z => TensorName::Z,
            Self::A => TensorName::A,
            Self::cost => TensorName::losses,
            Self::dA => TensorName::dA,
            Self::dZ => TensorName::dZ,
            Self::dW => TensorName::dW,
            Self::db => TensorName::db,
            Self::W => TensorName::W,
            Self::b => TensorName::b,
        }
    }
}

/// One operation of an iteration.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Operation {
    /// What is computed.
    pub operation: OperationName,
    /// The layer of the result, from 1 to L.
    pub layer: usize,
}

/// The operations of one iteration of a network of `L` layers: forward through each layer, the cost,
/// backward through each layer downward, then the updates. `dA[0]` is not among them: nobody needs it.
#[must_use]
pub fn operations(L: usize) -> Vec<Operation> {
    use OperationName::{A, W, Z, b, cost, dA, dW, dZ, db};
    let of = |layer: usize| move |operation: OperationName| Operation { operation, layer };
    let forward = (1..=L).flat_map(|l| [Z, A].map(of(l)));
    let turn = [cost, dA].map(of(L));
    let backward = (1..=L).rev().flat_map(|l| {
        let below = (l > 1).then(|| of(l - 1)(dA));
        [dZ, dW, db].map(of(l)).into_iter().chain(below)
    });
    let updates = (1..=L).flat_map(|l| [W, b].map(of(l)));
    forward.chain(turn).chain(backward).chain(updates).collect()
}
