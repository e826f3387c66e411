//! Gradient descent, one operation at a time.

mod checkpoint;
mod divergence;
mod prediction;
mod quantities;
mod trace;

use std::sync::Arc;

use ndarray::{Array2, ArrayView2, Zip};

use crate::activation::{decay, sigmoid_with};
use crate::configuration::Configuration;
use crate::error::Error;
use crate::examples::Examples;
use crate::initialization::Initialization;
use crate::layer::{Layer, update};
use crate::learning_rate::{LearningRate, check_learning_rate, note};
use crate::loss;
use crate::operation::{Operation, OperationName, operations};
use crate::parameters::{check_parameters, fill};
use crate::product::{affine, bias_gradient, input_gradient, weight_gradient};
use crate::tensor::{Matrix, TensorName, TensorStatus};

pub use checkpoint::Checkpoint;
pub use divergence::Divergence;
pub use prediction::{Evaluation, Mislabelled};
pub use trace::{Trace, Working};

/// A network in training.
///
/// Apart from the growing list of costs, an iteration allocates nothing.
#[derive(Debug, Clone)]
pub struct Trainer {
    configuration: Configuration,
    examples: Arc<Examples>, // shared, so that a reset does not copy the data
    layers: Vec<Layer>,
    decays: Array2<f64>, // (1, m), e^-|z| of the output layer
    losses: Array2<f64>, // (1, m)
    operations: Vec<Operation>,
    /// Operations done of the iteration under way; all of them between two iterations.
    progress: usize,
    iteration: usize,
    /// Whether the matrices of the iteration before are still there.
    has_previous: bool,
    costs: Vec<f64>,
    /// α of the iteration under way: fixed at its first update.
    applied_learning_rate: f64,
    /// Every change of it, the first one first.
    learning_rates: Vec<LearningRate>,
    /// The parameters that the run began with, where they were imported.
    initial: Option<Arc<[f64]>>,
    divergence: Option<Divergence>,
}

impl Trainer {
    /// A network before its first iteration.
    ///
    /// # Errors
    ///
    /// Those of [`Configuration::check`], before anything is allocated; imported parameters, which are
    /// for [`from_parameters`](Self::from_parameters).
    pub fn new(
        configuration: &Configuration,
        examples: impl Into<Arc<Examples>>,
    ) -> Result<Self, Error> {
        if configuration.initialization == Initialization::Imported {
            return Err(Error::NothingImported);
        }
        Self::begin(configuration, examples.into())
    }

    /// A network before its first iteration that begins with given parameters: `W[1], b[1], …, W[L],
    /// b[L]`, each row by row. The configuration's initialization is [`Initialization::Imported`].
    ///
    /// # Errors
    ///
    /// Those of [`Configuration::check`]; another number of parameters than the network has, or one that
    /// is not finite; another initialization.
    pub fn from_parameters(
        configuration: &Configuration,
        examples: impl Into<Arc<Examples>>,
        parameters: impl Into<Arc<[f64]>>,
    ) -> Result<Self, Error> {
        let parameters = parameters.into();
        if configuration.initialization != Initialization::Imported {
            return Err(Error::NotImported);
        }
        let examples = examples.into();
        configuration.check(examples.n0(), examples.m())?;
        check_parameters(&parameters, &configuration.layers_dims)?;
        let mut trainer = Self::begin(configuration, examples)?;
        fill(&mut trainer.layers, &parameters);
        trainer.initial = Some(parameters);
        Ok(trainer)
    }

    fn begin(configuration: &Configuration, examples: Arc<Examples>) -> Result<Self, Error> {
        configuration.check(examples.n0(), examples.m())?;
        let layers_dims = &configuration.layers_dims;
        let m = examples.m();
        let weights = configuration.initialization.weights(layers_dims, configuration.seed);
        let layers: Vec<_> = weights.into_iter().map(|W| Layer::new(W, m)).collect();
        Ok(Self {
            operations: operations(layers.len()),
            layers,
            decays: Array2::zeros((1, m)),
            losses: Array2::zeros((1, m)),
            progress: 0,
            iteration: 0,
            has_previous: false,
            costs: Vec::with_capacity(4096),
            applied_learning_rate: configuration.learning_rate,
            learning_rates: Vec::new(),
            initial: None,
            divergence: None,
            configuration: configuration.clone(),
            examples,
        })
    }

    /// What this run was made from, with the learning rate of now.
    #[must_use]
    pub fn configuration(&self) -> &Configuration {
        &self.configuration
    }

    /// The data.
    #[must_use]
    pub fn examples(&self) -> &Arc<Examples> {
        &self.examples
    }

    /// The number of layers L.
    #[must_use]
    pub fn L(&self) -> usize {
        self.layers.len()
    }

    /// Completed iterations.
    #[must_use]
    pub fn iteration(&self) -> usize {
        self.iteration
    }

    /// Entry k is the cost computed in iteration k (from 0), before its update.
    #[must_use]
    pub fn costs(&self) -> &[f64] {
        &self.costs
    }

    /// The operations of an iteration, in order.
    #[must_use]
    pub fn operations(&self) -> &[Operation] {
        &self.operations
    }

    /// How many [`operations`](Self::operations) of the iteration under way are done; between two
    /// iterations all of them, before the first none.
    #[must_use]
    pub fn progress(&self) -> usize {
        self.progress
    }

    /// Where a NaN or an infinity first appeared, if one did.
    #[must_use]
    pub fn divergence(&self) -> Option<Divergence> {
        self.divergence
    }

    /// The parameters that the run began with, where they were imported: `W[1], b[1], …, W[L], b[L]`,
    /// each row by row.
    #[must_use]
    pub fn initial_parameters(&self) -> Option<&Arc<[f64]>> {
        self.initial.as_ref()
    }

    /// α of the updates made so far: each entry holds from its iteration on, until the next.
    #[must_use]
    pub fn learning_rates(&self) -> &[LearningRate] {
        &self.learning_rates
    }

    /// α of the updates of the iteration under way, or of the last one.
    #[must_use]
    pub fn applied_learning_rate(&self) -> f64 {
        self.applied_learning_rate
    }

    /// α of the updates of the iteration under way: fixed with its first update, before that α of now.
    #[must_use]
    pub fn update_learning_rate(&self) -> f64 {
        if self.is_done(Operation { operation: OperationName::W, layer: 1 }) {
            self.applied_learning_rate
        } else {
            self.configuration.learning_rate
        }
    }

    /// Changes α from the next update on.
    ///
    /// # Errors
    ///
    /// A learning rate that is not finite and greater than 0.
    pub fn set_learning_rate(&mut self, learning_rate: f64) -> Result<(), Error> {
        check_learning_rate(learning_rate)?;
        self.configuration.learning_rate = learning_rate;
        Ok(())
    }

    /// Does the rest of the iteration under way, or a whole one; returns its cost.
    pub fn step(&mut self) -> f64 {
        loop {
            self.step_operation();
            if self.progress == self.operations.len() {
                return self.costs[self.iteration - 1];
            }
        }
    }

    /// Does the next operation, beginning a new iteration where the last is complete.
    pub fn step_operation(&mut self) -> Operation {
        if self.progress == self.operations.len() {
            self.progress = 0;
        }
        let operation = self.operations[self.progress];
        self.perform(operation);
        self.progress += 1;
        if self.progress == self.operations.len() {
            self.iteration += 1;
            self.has_previous = true;
        }
        self.look_for_divergence(operation);
        operation
    }

    fn perform(&mut self, Operation { operation, layer }: Operation) {
        let (below, rest) = self.layers.split_at_mut(layer - 1);
        let (this, above) = rest.split_first_mut().expect("an operation's layer exists");
        let A_prev = below.last().map_or(self.examples.X_array(), |layer| &layer.A);
        let above = above.first(); // None for the output layer
        let Y = self.examples.Y_array();
        match operation {
            OperationName::Z => affine(&this.W, A_prev.view(), &this.b, &mut this.Z),
            OperationName::A => match above {
                Some(_) => self.configuration.activation.forward(&this.Z, &mut this.A),
                None => {
                    self.decays.zip_mut_with(&this.Z, |e, &z| *e = decay(z));
                    Zip::from(&mut this.A)
                        .and(&this.Z)
                        .and(&self.decays)
                        .for_each(|a, &z, &e| *a = sigmoid_with(z, e));
                }
            },
            OperationName::cost => {
                loss::losses(&this.Z, &self.decays, Y, &mut self.losses);
                self.costs.push(loss::cost(&self.losses));
            }
            OperationName::dA => match above {
                Some(next) => input_gradient(&next.W, &next.dZ, &mut this.dA),
                None => loss::output_gradient(&this.A, &this.Z, Y, &mut this.dA),
            },
            OperationName::dZ => match above {
                Some(_) => {
                    let Layer { dA, Z, A, dZ, .. } = this;
                    self.configuration.activation.backward(dA, Z, A, dZ);
                }
                None => loss::output_logit_gradient(&this.A, Y, &mut this.dZ),
            },
            OperationName::dW => weight_gradient(&this.dZ, A_prev, &mut this.dW),
            OperationName::db => bias_gradient(&this.dZ, &mut this.db),
            OperationName::W => {
                if layer == 1 {
                    self.applied_learning_rate = self.configuration.learning_rate;
                    note(&mut self.learning_rates, self.iteration, self.applied_learning_rate);
                }
                update(&mut this.W, &mut this.W_before, &this.dW, self.applied_learning_rate);
            }
            OperationName::b => {
                update(&mut this.b, &mut this.b_before, &this.db, self.applied_learning_rate);
            }
        }
    }

    /// The matrix of a layer, as it is now. `A[0]` is X; Y and the losses belong to layer L.
    ///
    /// # Errors
    ///
    /// No such layer, or a matrix that has never been computed.
    pub fn tensor(&self, name: TensorName, layer: usize) -> Result<Matrix<'_>, Error> {
        match self.status(name, layer)? {
            TensorStatus::Absent => Err(Error::NotComputed { name, layer }),
            _ => Ok(self.view(name, layer).into()),
        }
    }

    /// The shape of a matrix, computed or not.
    ///
    /// # Errors
    ///
    /// No such layer.
    pub fn shape(&self, name: TensorName, layer: usize) -> Result<(usize, usize), Error> {
        self.check_layer(name, layer)?;
        Ok(self.view(name, layer).dim())
    }

    /// The parameters `W` and `b` of a layer with which the iteration under way (or, between two
    /// iterations, the last one) computed its matrices: those before its updates.
    ///
    /// # Errors
    ///
    /// No such layer.
    pub fn parameters_used(&self, layer: usize) -> Result<(Matrix<'_>, Matrix<'_>), Error> {
        self.check_layer(TensorName::W, layer)?;
        let Layer { W, b, W_before, b_before, .. } = self.layer(layer);
        let done = |operation| self.is_done(Operation { operation, layer });
        let W = if done(OperationName::W) { W_before } else { W };
        let b = if done(OperationName::b) { b_before } else { b };
        Ok((W.view().into(), b.view().into()))
    }

    /// Whether the iteration under way has computed a matrix.
    ///
    /// # Errors
    ///
    /// No such layer.
    pub fn status(&self, name: TensorName, layer: usize) -> Result<TensorStatus, Error> {
        self.check_layer(name, layer)?;
        let Some(index) = self
            .operations
            .iter()
            .position(|operation| operation.layer == layer && operation.operation.result() == name)
        else {
            return Ok(TensorStatus::Fresh); // X and Y
        };
        Ok(match name {
            TensorName::W | TensorName::b => TensorStatus::Fresh,
            _ if index < self.progress => TensorStatus::Fresh,
            _ if self.has_previous => TensorStatus::Stale,
            _ => TensorStatus::Absent,
        })
    }

    fn check_layer(&self, name: TensorName, got: usize) -> Result<(), Error> {
        let last = self.L();
        let first = match name {
            TensorName::A => 0,
            TensorName::Y | TensorName::losses => last,
            _ => 1,
        };
        if (first..=last).contains(&got) {
            Ok(())
        } else {
            Err(Error::NoSuchLayer { name, first, last, got })
        }
    }

    /// A layer that exists; the formulas count layers from 1.
    fn layer(&self, l: usize) -> &Layer {
        &self.layers[l - 1]
    }

    /// `A[l]`, from `A[0] = X` on.
    fn A(&self, l: usize) -> &Array2<f64> {
        if l == 0 { self.examples.X_array() } else { &self.layer(l).A }
    }

    /// A matrix of a layer that exists.
    fn view(&self, name: TensorName, l: usize) -> ArrayView2<'_, f64> {
        match name {
            TensorName::Y => self.examples.Y(),
            TensorName::losses => self.losses.view(),
            TensorName::W => self.layer(l).W.view(),
            TensorName::b => self.layer(l).b.view(),
            TensorName::Z => self.layer(l).Z.view(),
            TensorName::A => self.A(l).view(),
            TensorName::dA => self.layer(l).dA.view(),
            TensorName::dZ => self.layer(l).dZ.view(),
            TensorName::dW => self.layer(l).dW.view(),
            TensorName::db => self.layer(l).db.view(),
        }
    }

    /// Whether the iteration under way has done an operation.
    #[must_use]
    pub fn is_done(&self, operation: Operation) -> bool {
        self.operations[..self.progress].contains(&operation)
    }
}
