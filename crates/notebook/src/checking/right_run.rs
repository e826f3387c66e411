//! The run that pasted numbers are checked against: what it has, at what point, and how it came there.

use std::collections::BTreeMap;
use std::sync::Arc;

use ndarray::{ArrayD, IxDyn, arr0};
use nn::{Checkpoint, Configuration, Examples, Initialization, LearningRate, TensorName, Trainer};
use numpy_expressions::Arrays;

use super::draw::{Draw, Habit};
use super::state::{Numbers, OfTrainer, Phase};
use super::subject::Subject;
use crate::error::Error;
use crate::names::{ALPHA, M, tensors, variable};
use crate::network::Network;

/// A run of right lines, in the state that pasted numbers are checked against.
#[derive(Debug, Clone)]
pub struct RightRun {
    network: Network,
    /// With the iteration under way done to its end.
    trainer: Trainer,
    /// Operations of it that are done on the page.
    progress: usize,
    /// The parameters that the run began with.
    initial: Vec<f64>,
    learning_rates: Vec<LearningRate>,
}

impl RightRun {
    /// The run of a trainer's checkpoint, with the iteration under way done to its end.
    pub fn new(
        configuration: &Configuration,
        examples: Arc<Examples>,
        checkpoint: &Checkpoint,
    ) -> Result<Self, Error> {
        let mut trainer = Trainer::restore(configuration, examples, checkpoint)?;
        let network = Network::of(&trainer);
        let progress = trainer.progress();
        if progress < trainer.operations().len() {
            trainer.step();
        }
        let initial = match &checkpoint.initial {
            Some(initial) => initial.to_vec(),
            None => {
                let draw = Draw::Preset(configuration.initialization);
                draw.parameters(&network.layers_dims, configuration.seed, Habit::None)
            }
        };
        let learning_rates = checkpoint.learning_rates.clone();
        Ok(Self { network, trainer, progress, initial, learning_rates })
    }

    pub fn network(&self) -> &Network {
        &self.network
    }

    pub fn configuration(&self) -> &Configuration {
        self.trainer.configuration()
    }

    pub fn examples(&self) -> &Arc<Examples> {
        self.trainer.examples()
    }

    /// Iterations that are done when the one under way is.
    pub fn iterations(&self) -> usize {
        self.trainer.iteration()
    }

    /// Whether the iteration under way is not done.
    pub fn is_under_way(&self) -> bool {
        self.progress < self.trainer.operations().len()
    }

    /// The costs of all iterations, that of the one under way among them.
    pub fn costs(&self) -> &[f64] {
        self.trainer.costs()
    }

    pub fn phase(&self) -> Phase<'_> {
        let operations = self.trainer.operations();
        Phase { done: operations.get(..self.progress).unwrap_or(operations) }
    }

    /// The phase in which an iteration is done.
    pub fn end(&self) -> Phase<'_> {
        Phase { done: self.trainer.operations() }
    }

    /// The right numbers.
    pub fn right(&self, subject: Subject, iterations: &[usize]) -> Option<Numbers<'_>> {
        self.state().of_trainer(subject, iterations)
    }

    /// The state that has them.
    pub fn state(&self) -> OfTrainer<'_> {
        OfTrainer { trainer: &self.trainer, phase: self.phase() }
    }

    /// α of the updates of an iteration, counted from 0.
    pub fn learning_rate(&self, iteration: usize) -> f64 {
        if iteration + 1 >= self.iterations() {
            return self.trainer.applied_learning_rate();
        }
        let before = |change: &&LearningRate| change.iteration <= iteration;
        let change = self.learning_rates.iter().rev().find(before);
        change.map_or(self.configuration().learning_rate, |change| change.learning_rate)
    }

    pub fn initial(&self) -> &[f64] {
        &self.initial
    }

    /// W and b that the run began with, by their variables.
    pub fn initial_parameters(&self) -> Vec<(String, ArrayD<f64>)> {
        let mut entries = self.initial.iter().copied();
        let layers = self.network.layers_dims.windows(2).enumerate();
        let of_layer = |(index, pair): (usize, &[usize])| {
            let shapes = [(TensorName::W, [pair[1], pair[0]]), (TensorName::b, [pair[1], 1])];
            shapes.map(|(name, shape)| {
                let values =
                    ArrayD::from_shape_simple_fn(IxDyn(&shape), || entries.next().unwrap_or(0.0));
                (variable(name, index + 1), values)
            })
        };
        layers.flat_map(of_layer).collect()
    }

    /// X, Y and m.
    pub fn data(&self) -> Arrays<'_> {
        let examples = self.trainer.examples();
        let m = arr0(examples.m() as f64).into_dyn();
        let mut env = Arrays::new();
        env.insert("X".to_owned(), examples.X().into_dyn().into());
        env.insert("Y".to_owned(), examples.Y().into_dyn().into());
        env.insert(M.to_owned(), m.into());
        env
    }

    /// Everything that the lines of the last iteration read; W and b are those before its updates.
    pub fn variables(&self) -> Arrays<'_> {
        let mut env = self.data();
        let alpha = arr0(self.trainer.applied_learning_rate()).into_dyn();
        env.insert(ALPHA.to_owned(), alpha.into());
        for layer in 1..=self.network.L() {
            if let Ok((W, b)) = self.trainer.parameters_used(layer) {
                env.insert(variable(TensorName::W, layer), W.into_dyn());
                env.insert(variable(TensorName::b, layer), b.into_dyn());
            }
        }
        for (name, layer) in tensors(self.network.L()) {
            let variable = variable(name, layer);
            if !env.contains_key(&variable)
                && let Ok(values) = self.trainer.tensor(name, layer)
            {
                env.insert(variable, values.into_dyn());
            }
        }
        env
    }

    /// W and b of an environment.
    pub fn parameters_in(&self, env: &Arrays<'_>) -> BTreeMap<String, ArrayD<f64>> {
        let layers = 1..=self.network.L();
        let names =
            layers.flat_map(|l| [TensorName::W, TensorName::b].map(|name| variable(name, l)));
        let mut parameters = BTreeMap::new();
        parameters.extend(names.filter_map(|name| {
            let values = env.get(&name)?.to_owned();
            Some((name, values))
        }));
        parameters
    }

    /// Whether it is known how the parameters were drawn.
    pub fn is_drawn(&self) -> bool {
        self.configuration().initialization != Initialization::Imported
    }
}
