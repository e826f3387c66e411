//! Whether a mistaken line of the right shape gives the right numbers, whatever its operands hold.

use std::collections::{BTreeMap, BTreeSet};

use ndarray::{ArrayD, arr0};
use nn::{Operation, OperationName, TensorName};
use numpy_expressions::{Arrays, Statement};
use numpy_random::RandomState;
use serde::Serialize;

use crate::line::line;
use crate::names::{ALPHA, M, tensors, variable};
use crate::network::Network;
use crate::setup::Setup;

/// Whether a result is the right one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It has another shape.
    WrongShape,
    /// It has the right shape, and other numbers.
    WrongValues,
    /// It has the same numbers, whatever the operands hold.
    Harmless,
}

/// Tries in which a difference has to show.
const TRIES: u32 = 8;

/// Compares the two lines on random numbers, in a network as small as can be.
///
/// What NumPy does with shapes depends only on which lengths are equal and which are 1, so a network
/// whose lengths are renumbered 2, 3, 4, … has the same outcome. The lines are made of sums, products
/// and quotients, and of functions that are not constant anywhere but in ReLU's lower half: where they
/// are not the same function, random numbers tell them apart, one try in two at the least.
pub fn verdict(
    mistaken: &Statement,
    setup: Option<&Setup>,
    right: &Statement,
    network: &Network,
) -> Verdict {
    let small = network.renumbered();
    let of_setup = setup.map(Setup::names).unwrap_or_default();
    let names = [mistaken.names(), right.names(), of_setup].concat().into_iter().collect();
    let agree = |seed| {
        let mut env = small.random(&names, seed);
        let expected = right.evaluate(&env).ok()?;
        if let Some(setup) = setup {
            setup.run(&mut env).ok()?;
        }
        let got = mistaken.evaluate(&env).ok()?;
        same(&got, &expected).then_some(())
    };
    if (0..TRIES).all(|seed| agree(seed).is_some()) {
        Verdict::Harmless
    } else {
        Verdict::WrongValues
    }
}

/// Equal but for rounding; NaN is equal to nothing.
fn same(got: &ArrayD<f64>, expected: &ArrayD<f64>) -> bool {
    got.shape() == expected.shape()
        && got.iter().zip(expected).all(|(a, b)| (a - b).abs() <= 1e-9 * (1.0 + b.abs()))
}

impl Network {
    /// The same network with other lengths: those that were equal still are, and 0 and 1 stay.
    fn renumbered(&self) -> Self {
        let mut numbers = BTreeMap::from([(0, 0), (1, 1)]);
        let mut renumber = |length: usize| {
            let next = numbers.len();
            *numbers.entry(length).or_insert(next)
        };
        Self {
            m: renumber(self.m),
            layers_dims: self.layers_dims.iter().map(|&n| renumber(n)).collect(),
            activation: self.activation,
        }
    }

    /// Random values for variables: labels 0 and 1, activations between them, the rest of either sign;
    /// but for `db`, which a setup may make anew and has to be what the right line makes it.
    fn random(&self, names: &BTreeSet<&str>, seed: u32) -> Arrays<'static> {
        let mut rs = RandomState::seed(seed);
        let (alpha, m) = (arr0(rs.rand()), arr0(self.m as f64));
        let numbers = [(ALPHA, alpha), (M, m)];
        let mut env: Arrays = numbers
            .into_iter()
            .map(|(name, number)| (name.to_owned(), number.into_dyn().into()))
            .collect();
        for (tensor, layer) in tensors(self.L()) {
            let name = variable(tensor, layer);
            let Some(shape) = self.shape(tensor, layer).filter(|_| names.contains(&name[..]))
            else {
                continue;
            };
            let values = ArrayD::from_shape_simple_fn(shape.axes(), || match (tensor, layer) {
                (TensorName::Y, _) => f64::from(rs.rand() < 0.5),
                (TensorName::A, 1..) => rs.rand(),
                _ => rs.randn(),
            });
            let operation = Operation { operation: OperationName::db, layer };
            let is_sum = tensor == TensorName::db; // its dZ, where it is read, comes before it
            let right = is_sum.then(|| line(operation, self.L(), self.activation));
            let sum = right.and_then(|right| right.ok()?.evaluate(&env).ok());
            env.insert(name, sum.unwrap_or(values).into());
        }
        env
    }
}
