//! The variables of a notebook.

use nn::TensorName;
use numpy_expressions::{Expression, name};

/// The learning rate.
pub const ALPHA: &str = "alpha";
/// The number of examples.
pub const M: &str = "m";
/// The cost.
pub const COST: &str = "J";

/// The variable that holds a matrix.
pub fn variable(tensor: TensorName, layer: usize) -> String {
    match (tensor, layer) {
        (TensorName::A, 0) => "X".into(),
        (TensorName::Y, _) => "Y".into(),
        _ => format!("{tensor}{layer}"),
    }
}

/// The matrices that have variables, with their layers, in a network of L layers.
pub fn tensors(L: usize) -> impl Iterator<Item = (TensorName, usize)> {
    use TensorName::{A, W, Y, Z, b, dA, dW, dZ, db};
    let of_layer = |l| [W, b, Z, A, dA, dZ, dW, db].map(|tensor| (tensor, l));
    [(A, 0), (Y, L)].into_iter().chain((1..=L).flat_map(of_layer))
}

/// The matrix that a variable holds in a network of L layers.
pub fn tensor(code: &str, L: usize) -> Option<(TensorName, usize)> {
    tensors(L).find(|&(tensor, layer)| variable(tensor, layer) == code)
}

/// The variables of the equations of layer l, as they stand in an expression.
#[derive(Clone, Copy)]
pub struct Symbols {
    /// The layer.
    pub l: usize,
}

impl Symbols {
    pub fn of(self, tensor: TensorName) -> Expression {
        name(variable(tensor, self.l))
    }

    pub fn Y(self) -> Expression {
        self.of(TensorName::Y)
    }

    /// `A[l-1]`.
    pub fn A_prev(self) -> Expression {
        name(variable(TensorName::A, self.l.saturating_sub(1)))
    }

    /// `W[l+1]`.
    pub fn W_next(self) -> Expression {
        name(variable(TensorName::W, self.l + 1))
    }

    /// `dZ[l+1]`.
    pub fn dZ_next(self) -> Expression {
        name(variable(TensorName::dZ, self.l + 1))
    }
}
