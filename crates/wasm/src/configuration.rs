//! From what a script or a control gives to a checked configuration.

use datasets::{DatasetInput, DatasetParameters};
use js_sys::{Array, JSON, Object, Reflect};
use nn::Configuration;
use wasm_bindgen::{JsCast, JsValue};

use crate::problem::{Problem, choice};

const FIELDS: [&str; 6] =
    ["layers_dims", "learning_rate", "seed", "initialization", "activation", "dataset"];

const DATASET_FIELDS: [&str; 6] = ["name", "m", "noise", "seed", "n0", "digit"];

/// A configuration and the data that it is for, both checked.
#[derive(Debug, Clone, PartialEq)]
pub struct Setup {
    pub configuration: Configuration,
    pub dataset: DatasetParameters,
    /// Whether training has to begin anew: anything but the learning rate was named.
    pub restarts: bool,
}

impl Setup {
    /// The setup that `partial`, a JavaScript object, makes of `current`.
    ///
    /// Data of another input size without `layers_dims` change the first entry and keep the others.
    pub fn merged(
        current_configuration: &Configuration,
        current_dataset: &DatasetParameters,
        partial: &JsValue,
    ) -> Result<Self, Problem> {
        let mut configuration = current_configuration.clone();
        let mut dataset = current_dataset.clone();
        let mut restarts = false;
        let mut layers_dims_given = false;
        for (field, value) in entries("configuration", partial)? {
            restarts |= field != "learning_rate";
            match field.as_str() {
                "layers_dims" => {
                    configuration.layers_dims = sizes(&field, &value)?;
                    layers_dims_given = true;
                }
                "learning_rate" => configuration.learning_rate = number(&field, &value)?,
                "seed" => configuration.seed = whole(&field, number(&field, &value)?, u32::MAX)?,
                "initialization" => {
                    configuration.initialization = choice(&field, &text(&field, &value)?)?;
                }
                "activation" => configuration.activation = choice(&field, &text(&field, &value)?)?,
                "dataset" => dataset = dataset_input(&value)?.check(Some(&dataset))?,
                _ => return Err(unknown(&field, &FIELDS)),
            }
        }
        if !layers_dims_given && let Some(first) = configuration.layers_dims.first_mut() {
            *first = dataset.n0();
        }
        configuration.check(dataset.n0(), dataset.m())?;
        Ok(Self { configuration, dataset, restarts })
    }
}

fn dataset_input(value: &JsValue) -> Result<DatasetInput, Problem> {
    let mut input = DatasetInput::default();
    for (name, value) in entries("dataset", value)? {
        let field = format!("dataset.{name}");
        match name.as_str() {
            "name" => input.name = Some(text(&field, &value)?),
            "m" => input.m = Some(number(&field, &value)?),
            "noise" => input.noise = Some(number(&field, &value)?),
            "seed" => input.seed = Some(number(&field, &value)?),
            "n0" => input.n0 = Some(number(&field, &value)?),
            "digit" => input.digit = Some(number(&field, &value)?),
            _ => return Err(unknown(&field, &DATASET_FIELDS)),
        }
    }
    Ok(input)
}

/// The object's own entries, those that are undefined left out.
fn entries(field: &str, value: &JsValue) -> Result<Vec<(String, JsValue)>, Problem> {
    let wrong = || Problem::new("type", field, "object", shown(value));
    if value.is_null() || value.is_function() || Array::is_array(value) {
        return Err(wrong());
    }
    let object: &Object = value.dyn_ref().ok_or_else(wrong)?;
    let keys = Object::keys(object).into_iter().filter_map(|key| key.as_string());
    let entry = |key: String| {
        let value = Reflect::get(object, &JsValue::from_str(&key)).unwrap_or(JsValue::UNDEFINED);
        (key, value)
    };
    Ok(keys.map(entry).filter(|(_, value)| !value.is_undefined()).collect())
}

fn number(field: &str, value: &JsValue) -> Result<f64, Problem> {
    value.as_f64().ok_or_else(|| Problem::new("type", field, "number", shown(value)))
}

fn text(field: &str, value: &JsValue) -> Result<String, Problem> {
    value.as_string().ok_or_else(|| Problem::new("type", field, "string", shown(value)))
}

/// A whole number from 0 to `max`.
pub fn whole(field: &str, value: f64, max: u32) -> Result<u32, Problem> {
    if value.fract() == 0.0 && (0.0..=f64::from(max)).contains(&value) {
        Ok(value as u32)
    } else {
        Err(Problem::range(field, true, [0.0, f64::from(max)], value.to_string()))
    }
}

fn sizes(field: &str, value: &JsValue) -> Result<Vec<usize>, Problem> {
    let list: &Array =
        value.dyn_ref().ok_or_else(|| Problem::new("type", field, "array", shown(value)))?;
    let size = |(index, value): (usize, JsValue)| {
        let field = format!("{field}[{index}]");
        whole(&field, number(&field, &value)?, u32::MAX).map(|size| size as usize)
    };
    list.iter().enumerate().map(size).collect()
}

fn unknown(field: &str, known: &[&str]) -> Problem {
    Problem::new("unknown_field", field, format!("one of {}", known.join(", ")), "an unknown field")
}

/// A value as JavaScript would write it, cut where it is long.
fn shown(value: &JsValue) -> String {
    let text = JSON::stringify(value).ok().and_then(|text| text.as_string());
    let text = text.unwrap_or_else(|| format!("{value:?}"));
    match text.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}
