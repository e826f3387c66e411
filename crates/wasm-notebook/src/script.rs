//! A run as a program.

use boundary::{Problem, read};
use datasets::DatasetInput;
use notebook::{Error, Form, RunDescription};
use wasm_bindgen::prelude::*;

/// The run as the text of a NumPy script (`form` is "py") or of a Jupyter notebook ("ipynb"), from
/// `{configuration, learning_rates, iterations, every, style, data, parameters_file}`:
///
/// - `configuration` is `{layers_dims, learning_rate, seed, initialization, activation}`;
/// - `learning_rates` is `[{iteration, learning_rate}]`, α of the updates from an iteration on;
/// - `iterations` were done, and every `every`-th prints its cost in the style "full" or "six";
/// - `data` is `{title, code, has_test, files}`, the statements that make X and Y (and X_test, Y_test)
///   and the files that they read;
/// - `parameters_file` has the initial parameters where they were imported, else it is null.
///
/// # Errors
///
/// An object of another form, and a run that cannot have been.
#[wasm_bindgen]
pub fn run_as(run: JsValue, form: JsValue) -> Result<String, JsValue> {
    let description: RunDescription = read("run", run)?;
    let form: Form = read("form", form)?;
    Ok(description.check().map_err(refused)?.write(form))
}

/// The statements of Python that make X and Y of a data set of the catalogue, `{name, m, noise, …}`.
///
/// # Errors
///
/// An object of another form, and a data set that there is not.
#[wasm_bindgen]
pub fn dataset_python(dataset: JsValue) -> Result<String, JsValue> {
    let input: DatasetInput = read("dataset", dataset)?;
    let parameters = input
        .check(None)
        .map_err(|error| Problem::new("choice", error.field(), &error.wanted(), &error.got()))?;
    Ok(parameters.python())
}

fn refused(error: Error) -> JsValue {
    let message = error.to_string();
    let (field, wanted, got) = match error {
        Error::Run { field, wanted, got } => (field, wanted, got),
        _ => ("configuration", "that of a network", message.clone()),
    };
    let (field, wanted) = (field.to_owned(), wanted.to_owned());
    Problem { kind: "run", field, wanted, got, message }.into()
}
