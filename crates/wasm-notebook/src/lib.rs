//! The boundary between the notebook's mistakes and JavaScript: a module of its own, which the page
//! loads when somebody first makes a mistake. It has no network: the matrices come from the trainer's
//! module, as numbers.
//!
//! Every function that can fail throws a plain object `{kind, field, wanted, got, message}`.

// The field's own capitals: `W, Z, A`.
#![allow(non_snake_case)]
#![deny(clippy::unwrap_used)]

mod checker;
mod script;

pub use checker::Checker;
pub use script::{dataset_python, run_as};

use boundary::{Problem, read, write};
use js_sys::Float64Array;
use ndarray::{ArrayD, Axis, IxDyn};
use nn::{Activation, Operation, TensorName};
use notebook::{Mistake, Network};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

/// The lines of a notebook that computes with a network.
#[wasm_bindgen]
pub struct Notebook {
    network: Network,
    /// The mistakes that were asked for last: to judge them takes a while.
    mistakes: Option<(Operation, Vec<Mistake>)>,
}

/// Row-major entries and the shape.
#[wasm_bindgen]
pub struct Values {
    /// Rows.
    pub rows: usize,
    /// Columns.
    pub columns: usize,
    entries: Vec<f64>,
}

#[wasm_bindgen]
impl Values {
    /// The entries, row by row; they are handed over, a second call gives none.
    #[must_use]
    pub fn take(&mut self) -> Vec<f64> {
        std::mem::take(&mut self.entries)
    }
}

#[derive(Deserialize)]
struct NetworkInput {
    layers_dims: Vec<usize>,
    m: usize,
    activation: Activation,
}

#[derive(Serialize)]
struct TensorId {
    name: TensorName,
    layer: usize,
}

#[wasm_bindgen]
impl Notebook {
    /// A notebook on the network `{layers_dims, m, activation}`.
    ///
    /// # Errors
    ///
    /// An object of another form.
    #[wasm_bindgen(constructor)]
    pub fn new(network: JsValue) -> Result<Self, JsValue> {
        let NetworkInput { layers_dims, m, activation } = read("network", network)?;
        Ok(Self { network: Network { layers_dims, m, activation }, mistakes: None })
    }

    /// The mistakes in the equation `{operation, layer}`: `[{kind, of, setup, statement, outcome, at}]`.
    ///
    /// # Errors
    ///
    /// An operation that an iteration of this network does not have.
    pub fn mistakes(&mut self, operation: JsValue) -> Result<JsValue, JsValue> {
        let operation = read("operation", operation)?;
        write(self.mistakes_in(operation)?)
    }

    /// The matrices `[{name, layer}]` that the line of a mistake reads.
    ///
    /// # Errors
    ///
    /// An operation, or a mistake, that is not there.
    pub fn tensors(&mut self, operation: JsValue, index: usize) -> Result<JsValue, JsValue> {
        let operation = read("operation", operation)?;
        let L = self.network.L();
        let tensors = self.mistake(operation, index)?.tensors(L);
        let tensors = tensors.into_iter().map(|(name, layer)| TensorId { name, layer });
        write(&tensors.collect::<Vec<_>>())
    }

    /// What NumPy gets with a mistake, from `[rows, columns, …entries]` of each of
    /// [`tensors`](Self::tensors) and α: an array of one axis is a row, a number a cell. Undefined where
    /// it gets nothing, and where a matrix would be too large.
    ///
    /// # Errors
    ///
    /// An operation, or a mistake, that is not there.
    pub fn evaluate(
        &mut self,
        operation: JsValue,
        index: usize,
        alpha: f64,
        values: Vec<Float64Array>,
    ) -> Result<Option<Values>, JsValue> {
        let operation = read("operation", operation)?;
        let network = self.network.clone();
        let mistake = self.mistake(operation, index)?;
        let arrays: Option<Vec<ArrayD<f64>>> = values.iter().map(array).collect();
        let names = mistake.tensors(network.L());
        let value = |name: TensorName, layer: usize| {
            let position = names.iter().position(|&tensor| tensor == (name, layer))?;
            Some(arrays.as_ref()?.get(position)?.view())
        };
        let Ok(mut result) = mistake.evaluate(&network, alpha, value) else { return Ok(None) };
        while result.ndim() < 2 {
            result.insert_axis_inplace(Axis(0));
        }
        let (rows, columns) = (result.len_of(Axis(0)), result.len_of(Axis(1)));
        Ok(Some(Values { rows, columns, entries: result.iter().copied().collect() }))
    }
}

impl Notebook {
    fn mistakes_in(&mut self, operation: Operation) -> Result<&[Mistake], JsValue> {
        let known = self.mistakes.take().filter(|(of, _)| *of == operation);
        let mistakes = match known {
            Some((_, mistakes)) => mistakes,
            None => notebook::mistakes(operation, &self.network)
                .map_err(|error| problem("operation", "an operation", &error.to_string()))?,
        };
        Ok(&self.mistakes.insert((operation, mistakes)).1)
    }

    fn mistake(&mut self, operation: Operation, index: usize) -> Result<&Mistake, JsValue> {
        let mistakes = self.mistakes_in(operation)?;
        mistakes.get(index).ok_or_else(|| problem("index", "a mistake", &index.to_string()))
    }
}

/// A matrix from `[rows, columns, …entries]`.
fn array(values: &Float64Array) -> Option<ArrayD<f64>> {
    let mut values = values.to_vec();
    let entries = values.split_off(values.len().min(2));
    let shape = [*values.first()? as usize, *values.get(1)? as usize];
    ArrayD::from_shape_vec(IxDyn(&shape), entries).ok()
}

fn problem(field: &str, wanted: &str, got: &str) -> JsValue {
    Problem::new("type", field, wanted, got).into()
}
