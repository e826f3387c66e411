//! A run small enough to keep: parameters, from which one iteration recomputes every other matrix.

use std::sync::Arc;

use ndarray::Array2;

use super::Trainer;
use crate::configuration::{Configuration, check_learning_rate};
use crate::error::Error;
use crate::examples::Examples;

/// The parameters at the beginning of an iteration, and how much of it has been done.
#[derive(Debug, Clone, PartialEq)]
pub struct Checkpoint {
    /// Entries of `W[1], b[1], …, W[L], b[L]` at the beginning of the iteration, each row by row.
    pub parameters: Vec<f64>,
    /// The costs of the iterations before it.
    pub costs: Vec<f64>,
    /// Operations of it that are done.
    pub progress: usize,
    /// α of its updates.
    pub applied_learning_rate: f64,
}

impl Trainer {
    /// What [`restore`](Self::restore) needs, beside configuration and data, to come back to this
    /// very state.
    #[must_use]
    pub fn checkpoint(&self) -> Checkpoint {
        let mut parameters = Vec::new();
        for layer in 1..=self.L() {
            let (W, b) = self.parameters_used(layer).expect("the layer exists");
            parameters.extend(W.iter().chain(&b));
        }
        let begun = self.progress == self.operations.len();
        let iteration = if begun { self.iteration - 1 } else { self.iteration };
        Checkpoint {
            parameters,
            costs: self.costs[..iteration].to_vec(),
            progress: self.progress,
            applied_learning_rate: self.applied_learning_rate,
        }
    }

    /// The state in which the checkpoint was made, every matrix the same to the last bit (matrices
    /// left over from the iteration before, where one is under way, are not kept).
    ///
    /// # Errors
    ///
    /// Those of [`Trainer::new`], a checkpoint of another number of parameters, or one with a learning
    /// rate that no network has.
    pub fn restore(
        configuration: &Configuration,
        examples: impl Into<Arc<Examples>>,
        checkpoint: &Checkpoint,
    ) -> Result<Self, Error> {
        check_learning_rate(checkpoint.applied_learning_rate)?;
        let mut trainer = Self::new(configuration, examples)?;
        let expected = trainer.layers.iter().map(|layer| layer.W.len() + layer.b.len()).sum();
        let got = checkpoint.parameters.len();
        if got != expected {
            return Err(Error::CheckpointSize { expected, got });
        }
        let mut entries = checkpoint.parameters.iter().copied();
        let mut fill = |matrix: &mut Array2<f64>| {
            matrix.iter_mut().zip(&mut entries).for_each(|(entry, kept)| *entry = kept);
        };
        for layer in &mut trainer.layers {
            fill(&mut layer.W);
            fill(&mut layer.b);
        }
        trainer.iteration = checkpoint.costs.len();
        trainer.costs.extend_from_slice(&checkpoint.costs);
        trainer.configuration.learning_rate = checkpoint.applied_learning_rate;
        for _ in 0..checkpoint.progress.min(trainer.operations.len()) {
            trainer.step_operation();
        }
        trainer.configuration.learning_rate = configuration.learning_rate;
        Ok(trainer)
    }
}
