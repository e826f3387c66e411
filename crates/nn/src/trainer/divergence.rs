//! Finding where a NaN or an infinity began.

use serde::{Deserialize, Serialize};

use super::Trainer;
use crate::operation::{Operation, OperationName};

/// The operation whose result was the first to hold a NaN or an infinity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Divergence {
    /// The iteration, counted from 0 as in the list of costs.
    pub iteration: usize,
    /// What was computed.
    #[serde(flatten)]
    pub operation: Operation,
}

impl Trainer {
    /// Looks where it is cheap: at the cost, and at each parameter after its update. Only when one of
    /// these is not finite are the iteration's matrices searched for where it came from.
    pub(super) fn look_for_divergence(&mut self, last: Operation) {
        let finite = match last.operation {
            OperationName::cost => self.costs.last().is_some_and(|cost| cost.is_finite()),
            OperationName::W | OperationName::b => self.result_is_finite(last),
            _ => return,
        };
        if self.divergence.is_none() && !finite {
            self.divergence = Some(Divergence {
                iteration: self.costs.len() - 1,
                operation: self.first_not_finite().unwrap_or(last),
            });
        }
    }

    fn first_not_finite(&self) -> Option<Operation> {
        self.operations[..self.progress].iter().copied().find(|&operation| {
            // dA[L] of a saturated output is rightly infinite, and dZ[L] does not come from it.
            let Operation { operation: name, layer } = operation;
            let textbook_infinity = name == OperationName::dA && layer == self.L();
            !textbook_infinity && !self.result_is_finite(operation)
        })
    }

    fn result_is_finite(&self, Operation { operation, layer }: Operation) -> bool {
        let entries_finite = self.view(operation.result(), layer).iter().all(|x| x.is_finite());
        // Finite losses can add up to an infinite cost.
        let cost_finite = self.costs.last().is_none_or(|cost| cost.is_finite());
        entries_finite && (operation != OperationName::cost || cost_finite)
    }
}
