//! Where one entry comes from: its operands and its sum, from the matrices that made it.

use serde::Serialize;

use super::Trainer;
use crate::layer::Layer;
use crate::operation::{Operation, OperationName};
use crate::product::{dot, row, sum};
use crate::quantity::{Averaging, Quantity};
use crate::tensor::{TensorName, TensorStatus};

/// How an entry of an operation's result came about.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Trace {
    /// What is written out.
    #[serde(flatten)]
    pub working: Working,
    /// What the working comes to. Where the 1/m stands in dW and db it has the entry's very bits.
    pub total: f64,
    /// The entry itself.
    pub value: f64,
}

/// The numbers in an equation for one entry.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Working {
    /// `(Σ left·right + added) / divisor`, over a row and a column of the operands.
    Product {
        /// The first of the terms, as pairs.
        terms: Vec<[f64; 2]>,
        /// How many terms there are.
        count: usize,
        /// `Σ left·right`, over all of them.
        sum: f64,
        /// `b_j`, of Z.
        added: Option<f64>,
        /// m, where the equation has its 1/m.
        divisor: Option<usize>,
    },
    /// `Σ / divisor`, over a row.
    Sum {
        /// The first of the terms.
        terms: Vec<f64>,
        /// How many terms there are.
        count: usize,
        /// The sum of all of them.
        sum: f64,
        /// m, where the equation has its 1/m.
        divisor: Option<usize>,
    },
    /// One entry of each operand:
    /// `A`: z. Losses: y, a. `dA[L]`: y, a, `a(1-a)`, `a - y`. `dZ[l]`: da, `g'(z)`, and y, a for the
    /// last layer. Updates: θ, dθ, α.
    Entry {
        /// The operands' entries.
        operands: Vec<f64>,
        /// m, where the equation has its 1/m.
        divisor: Option<usize>,
    },
}

impl Trainer {
    /// Entry (row, column) of the result of an operation, written out with at most `limit` terms; for
    /// the cost, a loss. None where there is no such operation or entry, and where the iteration under
    /// way has not done the operation: the operands of an earlier one are gone.
    #[must_use]
    pub fn trace(
        &self,
        operation: Operation,
        (row, column): (usize, usize),
        averaging: Averaging,
        limit: usize,
    ) -> Option<Trace> {
        if !self.is_done(operation) {
            return None;
        }
        let result = Quantity::Tensor(operation.operation.result(), operation.layer);
        let (rows, columns) = self.quantity_shape(result).ok()?;
        if row >= rows || column >= columns {
            return None;
        }
        let value = self.tensor(operation.operation.result(), operation.layer).ok()?[[row, column]]
            / self.divisor(result, averaging);
        let (working, total) = self.working(operation, (row, column), averaging, limit);
        Some(Trace { working, total, value })
    }

    /// The cost as the mean of its losses. None where this iteration has not computed it.
    #[must_use]
    pub fn trace_cost(&self, limit: usize) -> Option<Trace> {
        let losses = (TensorName::losses, self.L());
        if self.status(losses.0, losses.1).ok()? != TensorStatus::Fresh {
            return None;
        }
        let losses = row(&self.losses, 0);
        let (working, total) = summed(losses, 1.0, Some(losses.len()), limit);
        Some(Trace { working, total, value: *self.costs.last()? })
    }

    fn working(
        &self,
        Operation { operation, layer: l }: Operation,
        (j, i): (usize, usize),
        averaging: Averaging,
        limit: usize,
    ) -> (Working, f64) {
        let m = self.examples.m();
        // By what dA and dZ are divided, and the 1/m that is left for dW, db and dA[L].
        let shrink = match averaging {
            Averaging::InWeightGradients => 1.0,
            Averaging::InActivationGradients => m as f64,
        };
        let (in_gradient, in_output) = match averaging {
            Averaging::InWeightGradients => (Some(m), None),
            Averaging::InActivationGradients => (None, Some(m)),
        };
        let entry =
            |operands: Vec<f64>, divisor, total| (Working::Entry { operands, divisor }, total);
        let layer = self.layer(l);
        let Layer { Z, A, dA, dZ, dW, db, W_before, b_before, .. } = layer;
        let is_output = l == self.L();
        let Y = self.examples.Y_array();
        match operation {
            OperationName::Z => {
                let (W, b) = self.parameters_used(l).expect("the layer exists");
                let (b, A_prev) = (b[[j, 0]], self.A(l - 1));
                let terms = W.row(j).into_iter().zip(A_prev.column(i));
                let total = terms.clone().fold(b, |sum, (w, a)| sum + w * a);
                let sum = terms.clone().map(|(w, a)| w * a).sum();
                let count = A_prev.nrows();
                let terms = terms.take(limit).map(|(&w, &a)| [w, a]).collect();
                (Working::Product { terms, count, sum, added: Some(b), divisor: None }, total)
            }
            OperationName::A => entry(vec![Z[[j, i]]], None, A[[j, i]]),
            OperationName::cost => entry(vec![Y[[0, i]], A[[0, i]]], None, self.losses[[0, i]]),
            OperationName::dA if is_output => {
                let (y, a) = (Y[[0, i]], A[[0, i]]);
                entry(vec![y, a, a * (1.0 - a), a - y], in_output, dA[[0, i]] / shrink)
            }
            OperationName::dA => {
                let (W, _) = self.parameters_used(l + 1).expect("the layer exists");
                let dZ_next = &self.layer(l + 1).dZ;
                let terms = W.column(j).into_iter().zip(dZ_next.column(i));
                let total = terms.clone().fold(0.0, |sum, (w, dz)| sum + w * dz) / shrink;
                let count = dZ_next.nrows();
                let terms = terms.take(limit).map(|(&w, &dz)| [w, dz / shrink]).collect();
                (Working::Product { terms, count, sum: total, added: None, divisor: None }, total)
            }
            OperationName::dZ => {
                let (da, a) = (dA[[j, i]] / shrink, A[[j, i]]);
                if is_output {
                    let y = Y[[0, i]];
                    entry(vec![da, a * (1.0 - a), y, a], in_output, (a - y) / shrink)
                } else {
                    let slope = self.configuration.activation.slope_at(Z[[j, i]], a);
                    let total = if slope == 0.0 { 0.0 } else { da * slope };
                    entry(vec![da, slope], None, total)
                }
            }
            OperationName::dW => {
                let (dz, a) = (row(dZ, j), row(self.A(l - 1), i));
                let sum = dot(dz, a) / shrink;
                let terms =
                    dz.iter().zip(a).take(limit).map(|(&dz, &a)| [dz / shrink, a]).collect();
                let total = sum / in_gradient.map_or(1.0, |m| m as f64);
                let added = None;
                (Working::Product { terms, count: m, sum, added, divisor: in_gradient }, total)
            }
            OperationName::db => summed(row(dZ, j), shrink, in_gradient, limit),
            OperationName::W | OperationName::b => {
                let (before, gradient) =
                    if operation == OperationName::W { (W_before, dW) } else { (b_before, db) };
                let (theta, dtheta) = (before[[j, i]], gradient[[j, i]]);
                let alpha = self.applied_learning_rate;
                entry(vec![theta, dtheta, alpha], None, theta - alpha * dtheta)
            }
        }
    }
}

/// `Σ terms / shrink`, over the divisor.
fn summed(terms: &[f64], shrink: f64, divisor: Option<usize>, limit: usize) -> (Working, f64) {
    let total = sum(terms) / shrink;
    let first = terms.iter().take(limit).map(|&term| term / shrink).collect();
    let working = Working::Sum { terms: first, count: terms.len(), sum: total, divisor };
    (working, total / divisor.map_or(1.0, |m| m as f64))
}
