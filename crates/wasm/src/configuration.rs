//! From what a script or a control gives to a checked configuration.

use boundary::Problem;
use datasets::DatasetInput;
use js_sys::{Array, JSON, Object, Reflect};
use nn::{Configuration, Initialization};
use wasm_bindgen::{JsCast, JsValue};

use crate::data::{OPENED, Opened, Origin};
use crate::problem::{choice, of_dataset, of_network, range};

const FIELDS: [&str; 6] =
    ["layers_dims", "learning_rate", "seed", "initialization", "activation", "dataset"];

const DATASET_FIELDS: [&str; 7] = ["name", "title", "m", "noise", "seed", "n0", "digit"];

/// What a partial configuration is merged with.
pub struct Current<'a> {
    pub configuration: &'a Configuration,
    pub origin: &'a Origin,
    /// The data that were opened from files last.
    pub opened: Option<&'a Opened>,
    /// `layers_dims` of the parameters that were imported last.
    pub imported: Option<&'a [usize]>,
}

/// A configuration and the data that it is for, both checked.
#[derive(Debug, Clone, PartialEq)]
pub struct Setup {
    pub configuration: Configuration,
    pub origin: Origin,
    /// Whether training has to begin anew: anything but the learning rate was named.
    pub restarts: bool,
}

impl Setup {
    /// The setup that `partial`, a JavaScript object, makes of `current`.
    ///
    /// Data of another input size without `layers_dims` change the first entry and keep the others.
    /// Where imported parameters do not fit any more, or another seed is wanted, they are drawn again.
    pub fn merged(current: &Current<'_>, partial: &JsValue) -> Result<Self, Problem> {
        let mut configuration = current.configuration.clone();
        let mut origin = current.origin.clone();
        let mut restarts = false;
        let mut layers_dims_given = false;
        let mut initialization_given = false;
        let mut seed_given = false;
        for (field, value) in entries("configuration", partial)? {
            restarts |= field != "learning_rate";
            match field.as_str() {
                "layers_dims" => {
                    configuration.layers_dims = sizes(&field, &value)?;
                    layers_dims_given = true;
                }
                "learning_rate" => configuration.learning_rate = number(&field, &value)?,
                "seed" => {
                    configuration.seed = whole(&field, number(&field, &value)?, u32::MAX)?;
                    seed_given = true;
                }
                "initialization" => {
                    configuration.initialization = choice(&field, &text(&field, &value)?)?;
                    initialization_given = true;
                }
                "activation" => configuration.activation = choice(&field, &text(&field, &value)?)?,
                "dataset" => origin = merged_origin(current, &value)?,
                _ => return Err(unknown(&field, &FIELDS)),
            }
        }
        let (n0, m) = origin.size();
        if !layers_dims_given && let Some(first) = configuration.layers_dims.first_mut() {
            *first = n0;
        }
        if configuration.initialization == Initialization::Imported {
            let fits = current.imported.is_some_and(|dims| dims == configuration.layers_dims);
            if initialization_given && !fits {
                return Err(nothing_imported(current, &configuration));
            }
            if !initialization_given && (!fits || seed_given) {
                configuration.initialization = Initialization::default();
            }
        }
        configuration.check(n0, m).map_err(of_network)?;
        Ok(Self { configuration, origin, restarts })
    }
}

fn nothing_imported(current: &Current<'_>, configuration: &Configuration) -> Problem {
    let got = match current.imported {
        Some(dims) => format!("those of {dims:?}"),
        None => "none".to_owned(),
    };
    let wanted = format!("imported parameters of {:?}", configuration.layers_dims);
    Problem::new("nothing_imported", "initialization", &wanted, &got)
}

fn merged_origin(current: &Current<'_>, value: &JsValue) -> Result<Origin, Problem> {
    let input = dataset_input(value)?;
    let stays = matches!((&input.name, current.origin), (None, Origin::Opened(_)));
    if stays || input.name.as_deref() == Some(OPENED) {
        return opened(current, &input);
    }
    let set = match current.origin {
        Origin::Catalogue(parameters) => Some(parameters),
        Origin::Opened(_) => None,
    };
    Ok(Origin::Catalogue(input.check(set).map_err(of_dataset)?))
}

/// Data from files are as they are.
fn opened(current: &Current<'_>, input: &DatasetInput) -> Result<Origin, Problem> {
    let Some(opened) = current.opened else {
        return Err(Problem::new(
            "nothing_opened",
            "dataset.name",
            "files that were opened",
            "none",
        ));
    };
    let m = opened.m as f64;
    match (input.m.filter(|&got| got != m), input.n0.or(input.digit)) {
        (Some(got), _) => Err(range("dataset.m", true, [m, m], &got.to_string())),
        (None, Some(got)) => {
            let wanted = "no such parameter (opened files take none)";
            Err(Problem::new("unknown_field", "dataset", wanted, &got.to_string()))
        }
        (None, None) => Ok(Origin::Opened(opened.clone())),
    }
}

fn dataset_input(value: &JsValue) -> Result<DatasetInput, Problem> {
    let mut input = DatasetInput::default();
    for (name, value) in entries("dataset", value)? {
        let field = format!("dataset.{name}");
        match name.as_str() {
            "name" => input.name = Some(text(&field, &value)?),
            "title" => drop(text(&field, &value)?), // for whoever reads it
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
    let wrong = || Problem::new("type", field, "object", &shown(value));
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
    value.as_f64().ok_or_else(|| Problem::new("type", field, "number", &shown(value)))
}

fn text(field: &str, value: &JsValue) -> Result<String, Problem> {
    value.as_string().ok_or_else(|| Problem::new("type", field, "string", &shown(value)))
}

/// A whole number from 0 to `max`.
pub fn whole(field: &str, value: f64, max: u32) -> Result<u32, Problem> {
    if value.fract() == 0.0 && (0.0..=f64::from(max)).contains(&value) {
        Ok(value as u32)
    } else {
        Err(range(field, true, [0.0, f64::from(max)], &value.to_string()))
    }
}

fn sizes(field: &str, value: &JsValue) -> Result<Vec<usize>, Problem> {
    let list: &Array =
        value.dyn_ref().ok_or_else(|| Problem::new("type", field, "array", &shown(value)))?;
    let size = |(index, value): (usize, JsValue)| {
        let field = format!("{field}[{index}]");
        whole(&field, number(&field, &value)?, u32::MAX).map(|size| size as usize)
    };
    list.iter().enumerate().map(size).collect()
}

fn unknown(field: &str, known: &[&str]) -> Problem {
    Problem::new(
        "unknown_field",
        field,
        &format!("one of {}", known.join(", ")),
        "an unknown field",
    )
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
