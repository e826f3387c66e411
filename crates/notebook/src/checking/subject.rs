//! What a pasted array can be.

use nn::{Operation, OperationName, TensorName};
use serde::Serialize;

use crate::names::{COST, variable};

/// What a pasted array can be: a matrix of a layer, the cost, or a list of costs (both of layer L).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Subject {
    /// Which.
    pub name: SubjectName,
    /// Of which layer.
    pub layer: usize,
}

/// The name of a matrix, or of costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(untagged)]
pub enum SubjectName {
    /// A matrix.
    Tensor(TensorName),
    /// Costs.
    Cost(CostName),
}

/// One cost or several.
#[allow(non_camel_case_types, reason = "the names are the notebook's own")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub enum CostName {
    /// The cost J of the iteration.
    cost,
    /// A list of costs, of several iterations.
    costs,
}

impl Subject {
    pub(crate) fn tensor(name: TensorName, layer: usize) -> Self {
        Self { name: SubjectName::Tensor(name), layer }
    }

    pub(crate) fn cost(name: CostName, L: usize) -> Self {
        Self { name: SubjectName::Cost(name), layer: L }
    }

    /// The operation that computes it; none for X and Y.
    pub(crate) fn operation(self) -> Option<Operation> {
        let Self { name, layer } = self;
        let operation = match name {
            SubjectName::Tensor(TensorName::A) if layer == 0 => return None,
            SubjectName::Tensor(name) => OperationName::of(name)?,
            SubjectName::Cost(_) => OperationName::cost,
        };
        Some(Operation { operation, layer })
    }

    /// The variable that holds it.
    pub(crate) fn variable(self) -> String {
        match self.name {
            SubjectName::Tensor(name) => variable(name, self.layer),
            SubjectName::Cost(_) => COST.into(),
        }
    }

    /// All matrices of a network of `L` layers, and its cost.
    pub(crate) fn all(L: usize) -> Vec<Self> {
        use TensorName::{A, W, Y, Z, b, dA, dW, dZ, db, losses};
        let of_layer = |l| [W, b, Z, A, dA, dZ, dW, db].map(|name| Self::tensor(name, l));
        let data = [Self::tensor(A, 0), Self::tensor(Y, L), Self::tensor(losses, L)];
        let layers = (1..=L).flat_map(of_layer);
        layers.chain(data).chain([Self::cost(CostName::cost, L)]).collect()
    }

    /// What a variable of a notebook holds, in a network of `L` layers: one thing or, where the name
    /// says no layer, one of several.
    pub(crate) fn named(name: &str, L: usize) -> Vec<Self> {
        use TensorName::{A, Y, dA, losses};
        let tensor = Self::tensor;
        match name {
            "X" | "train_X" | "train_x" | "X_train" => return vec![tensor(A, 0)],
            "Y" | "train_Y" | "train_y" | "Y_train" => return vec![tensor(Y, L)],
            "Yhat" | "Y_hat" | "y_hat" => return vec![tensor(A, L)],
            "J" | "cost" | "Cost" => return vec![Self::cost(CostName::cost, L)],
            "costs" | "Costs" => return vec![Self::cost(CostName::costs, L)],
            "losses" | "loss" => return vec![tensor(losses, L)],
            "A_prev" => return (0..L).map(|l| tensor(A, l)).collect(),
            "dA_prev" => return (1..L).map(|l| tensor(dA, l)).collect(),
            _ => {}
        }
        let (letters, layer) = parts(name);
        let Some(tensor_name) = tensor_named(letters) else { return vec![] };
        match layer {
            "" => (1..=L).map(|l| tensor(tensor_name, l)).collect(),
            "L" => vec![tensor(tensor_name, L)],
            digits => {
                let first = usize::from(tensor_name != A);
                let layer = digits.parse().ok().filter(|l| (first..=L).contains(l));
                layer.map(|l| tensor(tensor_name, l)).into_iter().collect()
            }
        }
    }

    /// Whether a variable names a matrix of a layer that a network does not have, or not of this kind:
    /// `W9`, `dA0`.
    pub(crate) fn is_of_no_layer(name: &str, L: usize) -> bool {
        let (letters, layer) = parts(name);
        tensor_named(letters).is_some() && !layer.is_empty() && Self::named(name, L).is_empty()
    }
}

/// `dW` and `2` of `dW2`, and of `dW_2`.
fn parts(name: &str) -> (&str, &str) {
    let end = name.trim_end_matches(|c: char| c.is_ascii_digit() || c == 'L').len();
    let (letters, layer) = name.split_at(end);
    (letters.strip_suffix('_').unwrap_or(letters), layer)
}

fn tensor_named(letters: &str) -> Option<TensorName> {
    use TensorName::{A, W, Z, b, dA, dW, dZ, db};
    [W, b, Z, A, dA, dZ, dW, db].into_iter().find(|name| name.to_string() == letters)
}
