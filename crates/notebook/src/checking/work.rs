//! How much work a hypothesis is, so that no check takes longer than a person waits.

use nn::{Operation, OperationName};

use crate::network::Network;

/// The most work that one check may take for the last iteration alone and for other beginnings, and as
/// much again for mistakes in all iterations; in units of about a nanosecond of one core.
pub const BUDGET: u64 = 1_000_000_000;

/// What is left of a budget.
pub struct Budget {
    left: u64,
}

impl Budget {
    pub fn new(work: u64) -> Self {
        Self { left: work }
    }

    /// Takes the work out of the budget, if there is as much.
    pub fn take(&mut self, work: u64) -> bool {
        let left = self.left.checked_sub(work);
        self.left = left.unwrap_or(self.left);
        left.is_some()
    }
}

/// The work of one iteration in lines that are interpreted.
pub fn of_lines(network: &Network) -> u64 {
    let lines = 9 * network.L() as u64 * 400;
    lines.saturating_add(products(network)).saturating_add(entries(network).saturating_mul(12))
}

/// The work of one iteration of a trainer.
pub fn of_trainer(network: &Network) -> u64 {
    let products = products(network) / 3;
    (entries(network).saturating_mul(4)).saturating_add(products).saturating_add(500)
}

/// The work of one line.
pub fn of_line(network: &Network, operation: Operation) -> u64 {
    let n = |l: usize| network.layers_dims.get(l).map_or(0, |&n| n as u64);
    let Operation { operation, layer } = operation;
    let m = network.m as u64;
    let weights = n(layer).saturating_mul(n(layer.saturating_sub(1)));
    let work = match operation {
        OperationName::Z | OperationName::dW => weights.saturating_mul(m),
        OperationName::dA => {
            n(layer).saturating_mul(n(layer + 1).saturating_add(9)).saturating_mul(m)
        }
        OperationName::W => weights.saturating_mul(3),
        _ => n(layer).saturating_mul(m).saturating_mul(6),
    };
    work.saturating_add(400)
}

/// Terms of the three products of each layer.
fn products(network: &Network) -> u64 {
    let of_layer = |pair: &[usize]| {
        (pair[0] as u64).saturating_mul(pair[1] as u64).saturating_mul(2 * network.m as u64 + 3)
    };
    network.layers_dims.windows(2).map(of_layer).fold(0, u64::saturating_add)
}

/// Entries of the matrices with an m axis.
fn entries(network: &Network) -> u64 {
    let units = network.layers_dims.iter().skip(1).map(|&n| n as u64);
    units.fold(0, u64::saturating_add).saturating_mul(network.m as u64)
}
