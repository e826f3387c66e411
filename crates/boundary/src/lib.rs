//! Plain data across the boundary to JavaScript, and errors as data: what every module with a boundary
//! needs, and nothing of what any of them is about.
//!
//! A function that can fail throws a plain object that has at least the fields of a [`Problem`].

#![deny(clippy::unwrap_used)]

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

/// What is thrown instead of a result. `wanted` and `got` are free of language where they can be (numbers,
/// names, ranges), so that a page can say the sentence of `kind` in any.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
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
    #[must_use]
    pub fn new(kind: &'static str, field: &str, wanted: &str, got: &str) -> Self {
        let message = format!("{field}: expected {wanted}, got {got}");
        let owned = str::to_owned;
        Self { kind, field: owned(field), wanted: owned(wanted), got: owned(got), message }
    }
}

impl From<Problem> for JsValue {
    fn from(problem: Problem) -> Self {
        thrown(&problem)
    }
}

/// Data from JavaScript.
///
/// # Errors
///
/// A [`Problem`] of the kind `type` where the object has another form.
pub fn read<T: DeserializeOwned>(field: &str, value: JsValue) -> Result<T, JsValue> {
    serde_wasm_bindgen::from_value(value).map_err(|error| {
        Problem::new("type", field, "an object of the right form", &error.to_string()).into()
    })
}

/// Data for JavaScript: plain objects, arrays, and null for what is not there.
///
/// # Errors
///
/// Data that JavaScript has no form for.
pub fn write<T: Serialize + ?Sized>(data: &T) -> Result<JsValue, JsValue> {
    data.serialize(&Serializer::json_compatible())
        .map_err(|error| JsValue::from_str(&error.to_string()))
}

/// An error as an object to throw.
#[must_use]
pub fn thrown<T: Serialize + ?Sized>(error: &T) -> JsValue {
    write(error).unwrap_or_else(|failure| failure)
}
