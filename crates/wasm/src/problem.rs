//! What is wrong with a network, a data set or a field, as data.

use boundary::Problem;
use datasets::Error as DatasetError;
use nn::Error as NetworkError;
use serde::de::value::{Error as ValueError, StrDeserializer};
use serde::de::{Deserialize, IntoDeserializer};

/// A whole number (or any) outside `min` to `max`.
pub fn range(field: &str, is_whole: bool, [min, max]: [f64; 2], got: &str) -> Problem {
    let kind = if is_whole { "whole_range" } else { "number_range" };
    let noun = if is_whole { "whole number" } else { "number" };
    let in_words = Problem::new(kind, field, &format!("a {noun} from {min} to {max}"), got);
    Problem { wanted: format!("{min}–{max}"), ..in_words }
}

/// A fault that no input explains.
pub fn unexpected(message: String) -> Problem {
    let none = String::new;
    Problem { kind: "unexpected", field: none(), wanted: none(), got: none(), message }
}

/// What is wrong with a network, or with what was asked of it.
pub fn of_network(error: NetworkError) -> Problem {
    use NetworkError as E;
    let layers_dims = || "layers_dims".to_owned();
    let (kind, field, wanted, got) = match error {
        E::TooFewLayers(got) => ("too_few_layers", layers_dims(), "2".to_owned(), got.to_string()),
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
        other => return unexpected(other.to_string()),
    };
    Problem { kind, field, wanted, got, message: error.to_string() }
}

/// What is wrong with the parameters of a data set, or with its file.
pub fn of_dataset(error: DatasetError) -> Problem {
    let kind = match &error {
        DatasetError::Name { .. } => "choice",
        DatasetError::Number { parameter: p, .. } => {
            let field = format!("dataset.{}", error.field());
            return range(&field, p.whole, [p.min, p.max], &error.got());
        }
        DatasetError::TooLarge { .. } => "too_large",
        DatasetError::NotTaken { .. } => "unknown_field",
        DatasetError::NoBytes { .. } | DatasetError::Bytes { .. } => "file",
        _ => "unexpected",
    };
    let field = format!("dataset.{}", error.field());
    Problem {
        kind,
        field,
        wanted: error.wanted(),
        got: error.got(),
        message: format!("dataset.{error}"),
    }
}

/// An enumeration's variant by its name.
pub fn choice<'de, T: Deserialize<'de>>(field: &str, got: &'de str) -> Result<T, Problem> {
    let deserializer: StrDeserializer<'de, ValueError> = got.into_deserializer();
    T::deserialize(deserializer).map_err(|error| {
        // serde's own words: "unknown variant `x`, expected one of `a`, `b`".
        let text = error.to_string();
        let wanted = text.split_once("expected ").map_or(text.as_str(), |(_, wanted)| wanted);
        Problem::new("choice", field, &wanted.replace('`', ""), &format!("{got:?}"))
    })
}
