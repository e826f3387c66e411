//! The handle that JavaScript holds.

mod checkpoint;
mod pictures;
mod quantities;

use std::sync::Arc;

use datasets::{DatasetInput, DatasetParameters, ImageShape};
use nn::{Activation, Configuration, Divergence, Examples, Matrix, TensorName};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::configuration::{Setup, whole};
use crate::problem::{Problem, choice, to_js};

/// A matrix out of the trainer: row-major entries and the shape.
#[wasm_bindgen]
pub struct Tensor {
    /// Rows.
    pub rows: usize,
    /// Columns.
    pub columns: usize,
    entries: Vec<f64>,
}

#[wasm_bindgen]
impl Tensor {
    /// The entries, row by row; they are handed over, a second call gives none.
    #[must_use]
    pub fn take(&mut self) -> Vec<f64> {
        std::mem::take(&mut self.entries)
    }
}

impl From<&Matrix<'_>> for Tensor {
    fn from(matrix: &Matrix<'_>) -> Self {
        let (rows, columns) = matrix.dim();
        Self { rows, columns, entries: matrix.iter().copied().collect() }
    }
}

/// A network in training on a data set.
#[wasm_bindgen]
pub struct Trainer {
    network: nn::Trainer,
    dataset: DatasetParameters,
    image: Option<ImageShape>,
    pixels: Vec<u8>,
}

/// What is set, and how far training is.
#[derive(Serialize)]
struct State<'a> {
    #[serde(flatten)]
    configuration: &'a Configuration,
    dataset: &'a DatasetParameters,
    n0: usize,
    m: usize,
    image: Option<ImageShape>,
    operations: &'a [nn::Operation],
    accuracy: f64,
    #[serde(flatten)]
    progress: Progress,
}

/// What a notebook has to know of the network.
#[derive(Serialize)]
struct Network<'a> {
    layers_dims: &'a [usize],
    m: usize,
    activation: Activation,
    alpha: f64,
}

/// How far training is; cheap enough for every frame.
#[derive(Serialize)]
struct Progress {
    iteration: usize,
    progress: usize,
    cost: Option<f64>,
    divergence: Option<Divergence>,
}

#[wasm_bindgen]
impl Trainer {
    /// The network that the page opens with.
    ///
    /// # Errors
    ///
    /// None in practice: the defaults are valid.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Result<Self, JsValue> {
        let dataset = DatasetInput::default().check(None).map_err(Problem::from)?;
        let (examples, image) = load(&dataset, None)?;
        let network =
            nn::Trainer::new(&Configuration::default(), examples).map_err(Problem::from)?;
        Ok(Self { network, dataset, image, pixels: Vec::new() })
    }

    /// The name of the data file that [`configure`](Self::configure) with the same object will need,
    /// if it needs one.
    ///
    /// # Errors
    ///
    /// Those of [`configure`](Self::configure).
    pub fn file_needed(&self, partial: &JsValue) -> Result<Option<String>, JsValue> {
        let setup = self.merged(partial)?;
        let new_data = setup.dataset != self.dataset;
        Ok(setup.dataset.file().filter(|_| new_data).map(str::to_owned))
    }

    /// Changes what the object names, `{layers_dims, learning_rate, seed, initialization, activation,
    /// dataset}`. A learning rate alone applies at once; anything else begins training anew.
    ///
    /// # Errors
    ///
    /// A value of a wrong type or out of range, an unknown field, a missing or wrong file. Everything
    /// then stays as it was.
    pub fn configure(&mut self, partial: &JsValue, file: Option<Vec<u8>>) -> Result<(), JsValue> {
        let setup = self.merged(partial)?;
        if setup.restarts {
            let (examples, image) = self.data_of(&setup, file.as_deref())?;
            self.network =
                nn::Trainer::new(&setup.configuration, examples).map_err(Problem::from)?;
            (self.dataset, self.image) = (setup.dataset, image);
        } else {
            let learning_rate = setup.configuration.learning_rate;
            self.network.set_learning_rate(learning_rate).map_err(Problem::from)?;
        }
        Ok(())
    }

    /// Begins training anew with the same configuration and data.
    ///
    /// # Errors
    ///
    /// None in practice: what was valid once stays so.
    pub fn reset(&mut self) -> Result<(), JsValue> {
        let examples = Arc::clone(self.network.examples());
        let configuration = self.network.configuration().clone();
        self.network = nn::Trainer::new(&configuration, examples).map_err(Problem::from)?;
        Ok(())
    }

    /// Does the rest of the iteration under way, or a whole one; returns its cost.
    pub fn step(&mut self) -> f64 {
        self.network.step()
    }

    /// Does the next operation; returns its index in the iteration's list.
    #[wasm_bindgen(js_name = stepOperation)]
    pub fn step_operation(&mut self) -> usize {
        self.network.step_operation();
        self.network.progress() - 1
    }

    /// The operations of an iteration in their order, `[{operation, layer}]`.
    ///
    /// # Errors
    ///
    /// None in practice: the result can be represented in JavaScript.
    pub fn operations(&self) -> Result<JsValue, JsValue> {
        to_js(self.network.operations())
    }

    /// Completed iterations.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn iteration(&self) -> usize {
        self.network.iteration()
    }

    /// Whether a NaN or an infinity has appeared.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn diverged(&self) -> bool {
        self.network.divergence().is_some()
    }

    /// `{iteration, progress, cost, divergence}`; `cost` is that of the last iteration that has one.
    ///
    /// # Errors
    ///
    /// None in practice: the result can be represented in JavaScript.
    pub fn progress(&self) -> Result<JsValue, JsValue> {
        to_js(&self.progress_now())
    }

    /// The configuration, the data, how far training is, and the accuracy on the training examples.
    ///
    /// # Errors
    ///
    /// None in practice: the result can be represented in JavaScript.
    pub fn state(&self) -> Result<JsValue, JsValue> {
        to_js(&State {
            configuration: self.network.configuration(),
            dataset: &self.dataset,
            n0: self.network.examples().n0(),
            m: self.network.examples().m(),
            image: self.image,
            operations: self.network.operations(),
            accuracy: self.network.evaluate().accuracy(),
            progress: self.progress_now(),
        })
    }

    /// The share of training examples that the network classifies rightly.
    #[must_use]
    pub fn accuracy(&self) -> f64 {
        self.network.evaluate().accuracy()
    }

    /// `{layers_dims, m, activation, alpha}`; α is that of the updates of the iteration under way.
    ///
    /// # Errors
    ///
    /// None in practice: the result can be represented in JavaScript.
    pub fn network(&self) -> Result<JsValue, JsValue> {
        let Configuration { layers_dims, activation, .. } = self.network.configuration();
        to_js(&Network {
            layers_dims,
            m: self.network.examples().m(),
            activation: *activation,
            alpha: self.network.update_learning_rate(),
        })
    }

    /// The costs of iteration k and later.
    #[must_use]
    pub fn costs_since(&self, k: usize) -> Vec<f64> {
        self.network.costs().get(k..).unwrap_or_default().to_vec()
    }

    /// A matrix by name and layer.
    ///
    /// # Errors
    ///
    /// An unknown name, a layer that has no such matrix, a matrix that has not been computed yet.
    pub fn tensor(&self, name: &str, layer: f64) -> Result<Tensor, JsValue> {
        let name: TensorName = choice("name", name)?;
        let layer = whole("layer", layer, u32::MAX)? as usize;
        let matrix = self.network.tensor(name, layer).map_err(Problem::from)?;
        Ok(Tensor::from(&matrix))
    }

    /// `[rows, columns]` of a matrix, computed or not.
    ///
    /// # Errors
    ///
    /// An unknown name, a layer that has no such matrix.
    pub fn shape(&self, name: &str, layer: usize) -> Result<Vec<usize>, JsValue> {
        let (rows, columns) =
            self.network.shape(choice("name", name)?, layer).map_err(Problem::from)?;
        Ok(vec![rows, columns])
    }
}

impl Trainer {
    fn merged(&self, partial: &JsValue) -> Result<Setup, Problem> {
        Setup::merged(self.network.configuration(), &self.dataset, partial)
    }

    /// The setup's data: those of now where they are the same.
    fn data_of(
        &self,
        setup: &Setup,
        file: Option<&[u8]>,
    ) -> Result<(Arc<Examples>, Option<ImageShape>), Problem> {
        if setup.dataset == self.dataset {
            Ok((Arc::clone(self.network.examples()), self.image))
        } else {
            load(&setup.dataset, file)
        }
    }

    fn progress_now(&self) -> Progress {
        Progress {
            iteration: self.network.iteration(),
            progress: self.network.progress(),
            cost: self.network.costs().last().copied(),
            divergence: self.network.divergence(),
        }
    }
}

fn load(
    dataset: &DatasetParameters,
    file: Option<&[u8]>,
) -> Result<(Arc<Examples>, Option<ImageShape>), Problem> {
    let data = dataset.load(file)?;
    let image = data.image();
    let (X, Y) = data.into_parts();
    Ok((Arc::new(Examples::new(X, Y)?), image))
}
