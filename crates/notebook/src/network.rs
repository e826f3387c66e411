//! The sizes of a network, from which the shapes of all its variables follow.

use nn::{Activation, TensorName, Trainer};
use numpy_expressions::{Shape, Shapes};

use crate::names::{ALPHA, M, tensors, variable};

/// What the shapes of a notebook's variables follow from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Network {
    /// `n[0], …, n[L]`.
    pub layers_dims: Vec<usize>,
    /// The number of examples.
    pub m: usize,
    /// g of the hidden layers.
    pub activation: Activation,
}

impl Network {
    /// The network that a trainer trains.
    #[must_use]
    pub fn of(trainer: &Trainer) -> Self {
        let configuration = trainer.configuration();
        Self {
            layers_dims: configuration.layers_dims.clone(),
            m: trainer.examples().m(),
            activation: configuration.activation,
        }
    }

    /// The number of layers L.
    #[must_use]
    pub fn L(&self) -> usize {
        self.layers_dims.len().saturating_sub(1)
    }

    /// The shapes of all variables but the cost.
    #[must_use]
    pub fn shapes(&self) -> Shapes {
        let tensors = tensors(self.L()).filter_map(|(tensor, layer)| {
            Some((variable(tensor, layer), self.shape(tensor, layer)?))
        });
        let numbers = [ALPHA, M].map(|name| (name.to_owned(), Shape::default()));
        let mut shapes = Shapes::new();
        shapes.extend(tensors.chain(numbers)); // unlike collect, without a sort
        shapes
    }

    /// The shape of a matrix that the network has.
    pub(crate) fn shape(&self, tensor: TensorName, layer: usize) -> Option<Shape> {
        let n = |l: usize| self.layers_dims.get(l).copied();
        Some(match tensor {
            TensorName::W | TensorName::dW => [n(layer)?, n(layer.checked_sub(1)?)?].into(),
            TensorName::b | TensorName::db => [n(layer)?, 1].into(),
            TensorName::Y | TensorName::losses => [1, self.m].into(),
            TensorName::Z | TensorName::A | TensorName::dA | TensorName::dZ => {
                [n(layer)?, self.m].into()
            }
        })
    }
}
