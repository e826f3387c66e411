//! What a notebook printed, checked against a run.

use std::sync::Arc;

use boundary::{Problem, read, write};
use js_sys::Float64Array;
use ndarray::Array2;
use nn::{Activation, Checkpoint, Configuration, Examples, Initialization, LearningRate};
use notebook::{Check, Error};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

/// A run, in the state that pasted numbers are checked against.
#[wasm_bindgen]
pub struct Checker {
    checker: notebook::Checker,
}

#[derive(Deserialize)]
struct RunInput {
    layers_dims: Vec<usize>,
    learning_rate: f64,
    seed: u32,
    initialization: Initialization,
    activation: Activation,
}

#[derive(Deserialize)]
struct CheckpointInput {
    #[serde(with = "serde_wasm_bindgen::preserve")]
    parameters: Float64Array,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    costs: Float64Array,
    progress: usize,
    applied_learning_rate: f64,
    learning_rates: Vec<LearningRateInput>,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    initial: JsValue,
}

#[derive(Deserialize)]
struct LearningRateInput {
    iteration: usize,
    learning_rate: f64,
}

/// A check as the page has it: numbers of JavaScript's, NaN and infinity among them.
#[derive(Serialize)]
#[serde(transparent)]
struct Checks(Vec<Check>);

#[wasm_bindgen]
impl Checker {
    /// The run `{layers_dims, learning_rate, seed, initialization, activation}` on X (n[0], m) and
    /// Y (1, m), both row by row, at the checkpoint `{parameters, costs, progress,
    /// applied_learning_rate, learning_rates, initial}`.
    ///
    /// # Errors
    ///
    /// Objects of another form, and a run that cannot be.
    #[wasm_bindgen(constructor)]
    #[allow(non_snake_case, reason = "the field's own capitals")]
    pub fn new(
        run: JsValue,
        X: &Float64Array,
        Y: &Float64Array,
        checkpoint: JsValue,
    ) -> Result<Self, JsValue> {
        let RunInput { layers_dims, learning_rate, seed, initialization, activation } =
            read("run", run)?;
        let checkpoint: CheckpointInput = read("checkpoint", checkpoint)?;
        let initial = checkpoint.initial.dyn_ref::<Float64Array>().map(Float64Array::to_vec);
        if initial.is_none() && !checkpoint.initial.is_null() && !checkpoint.initial.is_undefined()
        {
            let got = format!("{:?}", checkpoint.initial);
            return Err(crate::problem("checkpoint.initial", "a Float64Array or null", &got));
        }
        let checkpoint = Checkpoint {
            parameters: checkpoint.parameters.to_vec(),
            costs: checkpoint.costs.to_vec(),
            progress: checkpoint.progress,
            applied_learning_rate: checkpoint.applied_learning_rate,
            learning_rates: checkpoint
                .learning_rates
                .into_iter()
                .map(|LearningRateInput { iteration, learning_rate }| LearningRate {
                    iteration,
                    learning_rate,
                })
                .collect(),
            initial: initial.map(Arc::from),
        };
        let m = Y.length() as usize;
        let n0 = layers_dims.first().copied().unwrap_or_default();
        let wanted = "entries of a matrix of shape (n[0], m)";
        let X = Array2::from_shape_vec((n0, m), X.to_vec())
            .map_err(|_| crate::problem("X", wanted, &format!("{} of ({n0}, {m})", X.length())))?;
        let Y = Array2::from_shape_vec((1, m), Y.to_vec())
            .map_err(|error| crate::problem("Y", "m entries", &error.to_string()))?;
        let examples = Examples::new(X, Y).map_err(|error| refused("examples", &error.into()))?;
        let configuration =
            Configuration { layers_dims, learning_rate, seed, initialization, activation };
        let checker = notebook::Checker::new(&configuration, examples, &checkpoint)
            .map_err(|error| refused("run", &error))?;
        Ok(Self { checker })
    }

    /// Checks every array and number in a text that a notebook printed: `Check[]`.
    ///
    /// # Errors
    ///
    /// A text without any, or with one that cannot be read.
    pub fn check(&self, text: &str) -> Result<JsValue, JsValue> {
        let checks = self.checker.check(text).map_err(|error| refused("text", &error))?;
        write(&Checks(checks))
    }

    /// Checks arrays of a file, each with its name (which may be empty), its shape and its entries row
    /// by row: `Check[]`.
    ///
    /// # Errors
    ///
    /// Lists of different lengths, and an array that cannot be.
    pub fn check_arrays(
        &self,
        names: Vec<String>,
        shapes: JsValue,
        values: Vec<Float64Array>,
    ) -> Result<JsValue, JsValue> {
        let shapes: Vec<Vec<usize>> = read("shapes", shapes)?;
        if names.len() != shapes.len() || names.len() != values.len() {
            let got =
                format!("{} names, {} shapes, {} arrays", names.len(), shapes.len(), values.len());
            return Err(crate::problem("arrays", "a name, a shape and entries of each", &got));
        }
        let values: Vec<Vec<f64>> = values.iter().map(Float64Array::to_vec).collect();
        let arrays = names.iter().zip(&shapes).zip(&values);
        let arrays: Vec<_> =
            arrays.map(|((name, shape), values)| (&name[..], &shape[..], &values[..])).collect();
        let checks =
            self.checker.check_arrays(&arrays).map_err(|error| refused("arrays", &error))?;
        write(&Checks(checks))
    }
}

/// An error as data; its message says what was wanted and what came.
fn refused(field: &str, error: &Error) -> JsValue {
    let message = error.to_string();
    let (wanted, got) = match message.split_once(", got ") {
        Some((wanted, got)) => (wanted.to_owned(), got.to_owned()),
        None => (String::new(), message.clone()),
    };
    let kind = match error {
        Error::Text(_) => "text",
        _ => "type",
    };
    Problem { kind, field: field.to_owned(), wanted, got, message }.into()
}
