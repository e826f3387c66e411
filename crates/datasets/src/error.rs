//! What can be wrong with parameters or bytes.

use crate::catalogue::{DataSet, Field, Parameter, catalogue};

/// Why there is no data set.
///
/// Displayed as `field: expected <wanted>, got <got>`; the three parts are also there one by one,
/// for a page that shows the message beside the field.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
#[error("{}: expected {}, got {}", self.field(), self.wanted(), self.got())]
pub enum Error {
    /// No data set has this name.
    Name {
        /// The name that came.
        got: String,
    },
    /// A number out of its range, or not whole where it has to be.
    Number {
        /// What was wanted.
        parameter: Parameter,
        /// The number that came.
        got: f64,
    },
    /// Each number is in its range, but together they make an `X` that is too large.
    TooLarge {
        /// The number to change.
        field: Field,
        /// The largest number that would do.
        max: usize,
        /// The field that set this limit.
        other: Field,
        /// The value of that field.
        other_value: usize,
        /// The number that came.
        got: usize,
    },
    /// A parameter that this data set does not have.
    NotTaken {
        /// The parameter.
        field: Field,
        /// The data set.
        set: &'static DataSet,
        /// The value that came.
        got: f64,
    },
    /// The set is read from a file and no bytes came.
    NoBytes {
        /// The file.
        file: &'static str,
    },
    /// The bytes are not those of the file.
    Bytes {
        /// The file.
        file: &'static str,
        /// What should be in it.
        wanted: String,
        /// What is in it.
        got: String,
    },
}

impl Error {
    /// The field of the input that is wrong, or the name of the file ("digits").
    #[must_use]
    pub fn field(&self) -> &'static str {
        match self {
            Self::Name { .. } => "name",
            Self::Number { parameter, .. } => parameter.field.name(),
            Self::TooLarge { field, .. } | Self::NotTaken { field, .. } => field.name(),
            Self::NoBytes { file } | Self::Bytes { file, .. } => file,
        }
    }

    /// What would have been right: "a whole number from 2 to 100000".
    #[must_use]
    pub fn wanted(&self) -> String {
        match self {
            Self::Name { .. } => {
                let names: Vec<_> = catalogue().iter().map(|set| set.name).collect();
                format!("one of {}", names.join(", "))
            }
            Self::Number { parameter: Parameter { min, max, whole, .. }, .. } => {
                let kind = if *whole { "whole number" } else { "number" };
                format!("a {kind} from {min} to {max}")
            }
            Self::TooLarge { max, other, other_value, .. } => {
                format!("at most {max} when {} is {other_value}", other.name())
            }
            Self::NotTaken { set, .. } => {
                let fields: Vec<_> = set.parameters.iter().map(|p| p.field.name()).collect();
                format!("no such parameter ({} takes {})", set.name, fields.join(", "))
            }
            Self::NoBytes { file } => format!("the bytes of {file}.npy"),
            Self::Bytes { wanted, .. } => wanted.clone(),
        }
    }

    /// What came.
    #[must_use]
    pub fn got(&self) -> String {
        match self {
            Self::Name { got } => format!("{got:?}"),
            Self::Number { got, .. } | Self::NotTaken { got, .. } => number(*got),
            Self::TooLarge { got, .. } => got.to_string(),
            Self::NoBytes { .. } => "none".to_owned(),
            Self::Bytes { got, .. } => got.clone(),
        }
    }
}

/// 2.5, 400, 1e300 or NaN: whole numbers without ".0", very large and small ones with an exponent.
fn number(value: f64) -> String {
    if value.fract() == 0.0 && value.abs() < 1e15 {
        format!("{value}")
    } else {
        format!("{value:?}")
    }
}
