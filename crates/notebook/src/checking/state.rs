//! The numbers that a run has, or that one with a mistake would have.

use ndarray::{Array1, CowArray, IxDyn, arr0};
use nn::{Operation, OperationName, TensorName, Trainer};

use super::subject::{CostName, Subject, SubjectName};

/// Numbers, read-only where they are kept and made where they are not.
pub type Numbers<'a> = CowArray<'a, f64, IxDyn>;

/// The numbers that a run has, or that one with a mistake would have.
pub trait State {
    /// Those of a matrix, of the cost or of the costs of some iterations; None where there are none.
    fn numbers(&self, subject: Subject, iterations: &[usize]) -> Option<Numbers<'_>>;
}

/// Which updates the iteration has done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Phase<'a> {
    /// The operations that are done.
    pub done: &'a [Operation],
}

impl Phase<'_> {
    /// Whether a parameter has the value after its update.
    pub fn is_updated(&self, parameter: TensorName, layer: usize) -> bool {
        let operation = match parameter {
            TensorName::W => OperationName::W,
            _ => OperationName::b,
        };
        self.done.contains(&Operation { operation, layer })
    }
}

/// A trainer between two iterations, of whose last updates only some are taken for done.
pub struct OfTrainer<'a> {
    pub trainer: &'a Trainer,
    pub phase: Phase<'a>,
}

impl State for OfTrainer<'_> {
    fn numbers(&self, subject: Subject, iterations: &[usize]) -> Option<Numbers<'_>> {
        self.of_trainer(subject, iterations)
    }
}

impl<'a> OfTrainer<'a> {
    /// The numbers, for as long as the trainer is there.
    pub fn of_trainer(&self, subject: Subject, iterations: &[usize]) -> Option<Numbers<'a>> {
        let &Self { trainer, phase } = self;
        let Subject { name, layer } = subject;
        match name {
            SubjectName::Tensor(name @ (TensorName::W | TensorName::b)) => {
                let is_begun = trainer.progress() > 0;
                if phase.is_updated(name, layer) || !is_begun {
                    return Some(trainer.tensor(name, layer).ok()?.into_dyn());
                }
                let (W, b) = trainer.parameters_used(layer).ok()?;
                Some(if name == TensorName::W { W } else { b }.into_dyn())
            }
            SubjectName::Tensor(name) => Some(trainer.tensor(name, layer).ok()?.into_dyn()),
            SubjectName::Cost(CostName::cost) => {
                trainer.costs().last().map(|&cost| arr0(cost).into_dyn().into())
            }
            SubjectName::Cost(CostName::costs) => of_iterations(trainer.costs(), iterations),
        }
    }
}

/// The costs of some iterations, if all of them are there.
pub fn of_iterations<'a>(costs: &[f64], iterations: &[usize]) -> Option<Numbers<'a>> {
    let costs: Option<Array1<f64>> = iterations.iter().map(|&k| costs.get(k).copied()).collect();
    Some(costs?.into_dyn().into())
}
