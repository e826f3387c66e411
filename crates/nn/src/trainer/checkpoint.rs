//! A run small enough to keep: parameters, from which one iteration recomputes every other matrix.

use std::sync::Arc;

use super::Trainer;
use crate::configuration::Configuration;
use crate::error::Error;
use crate::examples::Examples;
use crate::learning_rate::{LearningRate, check_learning_rate};
use crate::parameters::{check_count, fill};

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
    /// α of the updates of the iterations before it.
    pub learning_rates: Vec<LearningRate>,
    /// The parameters that the run began with, where they were imported.
    pub initial: Option<Arc<[f64]>>,
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
            learning_rates: before(&self.learning_rates, iteration),
            initial: self.initial.clone(),
        }
    }

    /// The state in which the checkpoint was made, every matrix the same to the last bit (matrices
    /// left over from the iteration before, where one is under way, are not kept).
    ///
    /// # Errors
    ///
    /// Those of [`Trainer::new`] or, with imported parameters, of [`Trainer::from_parameters`]; a
    /// checkpoint of another number of parameters, or one with a learning rate that no network has.
    pub fn restore(
        configuration: &Configuration,
        examples: impl Into<Arc<Examples>>,
        checkpoint: &Checkpoint,
    ) -> Result<Self, Error> {
        let rates = checkpoint.learning_rates.iter().map(|rate| rate.learning_rate);
        rates.chain([checkpoint.applied_learning_rate]).try_for_each(check_learning_rate)?;
        check_count(&checkpoint.parameters, &configuration.layers_dims)?;
        let mut trainer = match &checkpoint.initial {
            Some(initial) => Self::from_parameters(configuration, examples, Arc::clone(initial))?,
            None => Self::new(configuration, examples)?,
        };
        fill(&mut trainer.layers, &checkpoint.parameters);
        trainer.learning_rates = before(&checkpoint.learning_rates, checkpoint.costs.len());
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

/// The changes before an iteration.
fn before(rates: &[LearningRate], iteration: usize) -> Vec<LearningRate> {
    rates.iter().copied().take_while(|rate| rate.iteration < iteration).collect()
}
