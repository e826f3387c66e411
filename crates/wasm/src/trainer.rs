//! The handle that JavaScript holds.

mod checkpoint;
mod own_data;
mod parameters;
mod pictures;
mod predictions;
mod quantities;

use std::sync::Arc;

use boundary::{Problem, write};
use datasets::{DatasetInput, ImageShape};
use nn::{Activation, Configuration, Divergence, Initialization, Matrix, TensorName};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::configuration::{Current, Setup, whole};
use crate::data::{Data, Opened, Origin};
use crate::problem::{choice, of_dataset, of_network, unexpected};

pub use own_data::OwnData;

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
    data: Data,
    /// What was opened from files last, whether it is trained on or not.
    opened: Option<Data>,
    /// The parameters that were imported last, whether the run began with them or not.
    imported: Option<Imported>,
    pixels: Vec<u8>,
}

/// Parameters from elsewhere.
struct Imported {
    layers_dims: Vec<usize>,
    parameters: Arc<[f64]>,
}

/// What is set, and how far training is.
#[derive(Serialize)]
struct State<'a> {
    #[serde(flatten)]
    configuration: &'a Configuration,
    dataset: &'a Origin,
    n0: usize,
    m: usize,
    image: Option<ImageShape>,
    classes: Option<&'a [String; 2]>,
    test: Option<Test>,
    opened: Option<&'a Opened>,
    /// Whether parameters were imported that fit the network.
    imported: bool,
    operations: &'a [nn::Operation],
    accuracy: f64,
    #[serde(flatten)]
    progress: Progress,
}

/// The test set.
#[derive(Serialize)]
struct Test {
    m: usize,
    accuracy: f64,
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
        let dataset = DatasetInput::default().check(None).map_err(of_dataset)?;
        let data = Data::load(&dataset, None)?;
        let network = nn::Trainer::new(&Configuration::default(), Arc::clone(&data.examples))
            .map_err(of_network)?;
        Ok(Self { network, data, opened: None, imported: None, pixels: Vec::new() })
    }

    /// The name of the data file that [`configure`](Self::configure) with the same object will need,
    /// if it needs one.
    ///
    /// # Errors
    ///
    /// Those of [`configure`](Self::configure).
    pub fn file_needed(&self, partial: &JsValue) -> Result<Option<String>, JsValue> {
        let setup = self.merged(partial)?;
        let new_data = setup.origin != self.data.origin;
        Ok(setup.origin.file().filter(|_| new_data).map(str::to_owned))
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
            let data = self.data_of(&setup.origin, file.as_deref())?;
            self.network = self.begun(&setup.configuration, &data)?;
            self.data = data;
        } else {
            let learning_rate = setup.configuration.learning_rate;
            self.network.set_learning_rate(learning_rate).map_err(of_network)?;
        }
        Ok(())
    }

    /// Begins training anew with the same configuration and data.
    ///
    /// # Errors
    ///
    /// None in practice: what was valid once stays so.
    pub fn reset(&mut self) -> Result<(), JsValue> {
        self.network = self.begun(self.network.configuration(), &self.data)?;
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
        write(self.network.operations())
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
        write(&self.progress_now())
    }

    /// The configuration, the data, how far training is, and the accuracy on the training examples.
    ///
    /// # Errors
    ///
    /// None in practice: the result can be represented in JavaScript.
    pub fn state(&self) -> Result<JsValue, JsValue> {
        write(&State {
            configuration: self.network.configuration(),
            dataset: &self.data.origin,
            n0: self.network.examples().n0(),
            m: self.network.examples().m(),
            image: self.data.image_shape(),
            classes: self.data.classes.as_ref(),
            test: self
                .test_accuracy()
                .zip(self.data.test.as_ref())
                .map(|(accuracy, test)| Test { m: test.m(), accuracy }),
            opened: self.opened.as_ref().and_then(Data::opened),
            imported: self.fitting_dims().is_some(),
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
        write(&Network {
            layers_dims,
            m: self.network.examples().m(),
            activation: *activation,
            alpha: self.network.update_learning_rate(),
        })
    }

    /// α of the updates made so far, `[{iteration, learning_rate}]`: each from its iteration on.
    ///
    /// # Errors
    ///
    /// None in practice: the result can be represented in JavaScript.
    pub fn learning_rates(&self) -> Result<JsValue, JsValue> {
        write(self.network.learning_rates())
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
        let matrix = self.network.tensor(name, layer).map_err(of_network)?;
        Ok(Tensor::from(&matrix))
    }

    /// `[rows, columns]` of a matrix, computed or not.
    ///
    /// # Errors
    ///
    /// An unknown name, a layer that has no such matrix.
    pub fn shape(&self, name: &str, layer: usize) -> Result<Vec<usize>, JsValue> {
        let (rows, columns) =
            self.network.shape(choice("name", name)?, layer).map_err(of_network)?;
        Ok(vec![rows, columns])
    }
}

impl Trainer {
    fn merged(&self, partial: &JsValue) -> Result<Setup, Problem> {
        let current = Current {
            configuration: self.network.configuration(),
            origin: &self.data.origin,
            opened: self.opened.as_ref().and_then(Data::opened),
            imported: self.imported.as_ref().map(|imported| &imported.layers_dims[..]),
        };
        Setup::merged(&current, partial)
    }

    /// The data of an origin: those that are there where they are the same.
    fn data_of(&self, origin: &Origin, file: Option<&[u8]>) -> Result<Data, Problem> {
        let there = [Some(&self.data), self.opened.as_ref()];
        match (there.into_iter().flatten().find(|data| data.origin == *origin), origin) {
            (Some(data), _) => Ok(data.clone()),
            (None, Origin::Catalogue(parameters)) => Data::load(parameters, file),
            (None, Origin::Opened(_)) => Err(unexpected("the opened data are gone".to_owned())),
        }
    }

    /// A network at its beginning.
    fn begun(&self, configuration: &Configuration, data: &Data) -> Result<nn::Trainer, Problem> {
        let examples = Arc::clone(&data.examples);
        Ok(match (configuration.initialization, &self.imported) {
            (Initialization::Imported, Some(imported)) => {
                let parameters = Arc::clone(&imported.parameters);
                nn::Trainer::from_parameters(configuration, examples, parameters)
                    .map_err(of_network)?
            }
            _ => nn::Trainer::new(configuration, examples).map_err(of_network)?,
        })
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
