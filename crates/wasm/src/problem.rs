//! Errors as data: what was wrong, what was wanted, what came.

use datasets::Error as DatasetError;
use nn::Error as NetworkError;
use serde::de::value::{Error as ValueError, StrDeserializer};
use serde::de::{Deserialize, IntoDeserializer};
use serde::ser::Serialize;
use wasm_bindgen::JsValue;

/// What crosses the boundary instead of a result. `wanted` and `got` are free of language where they
/// can be (numbers, names, ranges), so that a page can say the sentence of `kind` in any.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Problem {
    /// What is wrong, in `snake_case`.
    pub kind: &'static str,
    /// The field of the input that is wrong.
    pub field: String,
    /// What was wanted.
    pub wanted: String,
    /// What came.
    pub got: String,
    /// The whole sentence in English.
    pub message: String,
}

impl Problem {
    /// `field: expected wanted, got got`.
    pub fn new(
        kind: &'static str,
        field: impl Into<String>,
        wanted: impl Into<String>,
        got: impl Into<String>,
    ) -> Self {
        let (field, wanted, got) = (field.into(), wanted.into(), got.into());
        let message = format!("{field}: expected {wanted}, got {got}");
        Self { kind, field, wanted, got, message }
    }

    /// A whole number (or any) outside `min` to `max`.
    pub fn range(
        field: impl Into<String>,
        is_whole: bool,
        [min, max]: [f64; 2],
        got: impl Into<String>,
    ) -> Self {
        let kind = if is_whole { "whole_range" } else { "number_range" };
        let noun = if is_whole { "whole number" } else { "number" };
        let in_words = Self::new(kind, field, format!("a {noun} from {min} to {max}"), got);
        Self { wanted: format!("{min}–{max}"), ..in_words }
    }

    /// A fault that no input explains.
    pub fn unexpected(message: String) -> Self {
        let none = String::new;
        Self { kind: "unexpected", field: none(), wanted: none(), got: none(), message }
    }
}

impl From<NetworkError> for Problem {
    fn from(error: NetworkError) -> Self {
        use NetworkError as E;
        let layers_dims = || "layers_dims".to_owned();
        let (kind, field, wanted, got) = match error {
            E::TooFewLayers(got) => {
                ("too_few_layers", layers_dims(), "2".to_owned(), got.to_string())
            }
            E::EmptyLayer { index, got } => {
                ("empty_layer", format!("layers_dims[{index}]"), "1".to_owned(), got.to_string())
            }
            E::InputSize { expected, got } => {
                ("input_size", "layers_dims[0]".to_owned(), expected.to_string(), got.to_string())
            }
            E::OutputSize { index, got } => {
                ("output_size", format!("layers_dims[{index}]"), "1".to_owned(), got.to_string())
            }
            E::LearningRate(got) => {
                ("learning_rate", "learning_rate".to_owned(), "> 0".to_owned(), got.to_string())
            }
            E::Memory { needed, limit } => {
                let megabytes = |bytes: u64| format!("{} MB", bytes >> 20);
                ("memory", layers_dims(), megabytes(limit), megabytes(needed))
            }
            E::ParameterCount { expected, got } => {
                ("parameters", "parameters".to_owned(), expected.to_string(), got.to_string())
            }
            E::ParameterNotFinite { index, got } => {
                ("parameters", format!("parameters[{index}]"), "finite".to_owned(), got.to_string())
            }
            E::NoSuchLayer { name, first, last, got } => {
                ("no_such_layer", name.to_string(), format!("{first}–{last}"), got.to_string())
            }
            E::NoSuchExample { last, got } => {
                ("whole_range", "example".to_owned(), format!("0–{last}"), got.to_string())
            }
            E::NoUpdate { name, layer } => {
                ("choice", format!("{name}[{layer}]"), "W, b".to_owned(), name.to_string())
            }
            E::NotComputed { name, layer } => {
                ("not_computed", format!("{name}[{layer}]"), String::new(), String::new())
            }
            other => return Self::unexpected(other.to_string()),
        };
        Self { kind, field, wanted, got, message: error.to_string() }
    }
}

impl From<DatasetError> for Problem {
    fn from(error: DatasetError) -> Self {
        let kind = match &error {
            DatasetError::Name { .. } => "choice",
            DatasetError::Number { parameter: p, .. } => {
                let field = format!("dataset.{}", error.field());
                return Self::range(field, p.whole, [p.min, p.max], error.got());
            }
            DatasetError::TooLarge { .. } => "too_large",
            DatasetError::NotTaken { .. } => "unknown_field",
            DatasetError::NoBytes { .. } | DatasetError::Bytes { .. } => "file",
            _ => "unexpected",
        };
        let field = format!("dataset.{}", error.field());
        Self {
            kind,
            field,
            wanted: error.wanted(),
            got: error.got(),
            message: format!("dataset.{error}"),
        }
    }
}

impl From<Problem> for JsValue {
    fn from(problem: Problem) -> Self {
        to_js(&problem).unwrap_or_else(|error| error)
    }
}

/// Data as plain JavaScript objects and arrays.
pub fn to_js<T: Serialize + ?Sized>(data: &T) -> Result<JsValue, JsValue> {
    data.serialize(&serde_wasm_bindgen::Serializer::json_compatible())
        .map_err(|error| JsValue::from_str(&error.to_string()))
}

/// An enumeration's variant by its name.
pub fn choice<'de, T: Deserialize<'de>>(field: &str, got: &'de str) -> Result<T, Problem> {
    let deserializer: StrDeserializer<'de, ValueError> = got.into_deserializer();
    T::deserialize(deserializer).map_err(|error| {
        // serde's own words: "unknown variant `x`, expected one of `a`, `b`".
        let text = error.to_string();
        let wanted = text.split_once("expected ").map_or(text.as_str(), |(_, wanted)| wanted);
        Problem::new("choice", field, wanted.replace('`', ""), format!("{got:?}"))
    })
}
