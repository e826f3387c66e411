//! The data of a plan, in pieces.

use boundary::{Problem, write};
use datasets::own::{self, Set};
use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;

/// The data of a plan: X row by row as it is asked for, and Y.
#[wasm_bindgen]
pub struct Loaded {
    data: own::Loaded,
}

#[wasm_bindgen]
impl Loaded {
    /// The number of inputs, n\[0\].
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn n0(&self) -> usize {
        self.data.n0()
    }

    /// The examples of the training set.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn m(&self) -> usize {
        self.data.m(Set::Train)
    }

    /// The examples of the test set; 0 without one.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn test_m(&self) -> usize {
        self.data.m(Set::Test)
    }

    /// Rows `from` to `to` (not itself) of X (n\[0\], m) of a set, `train` or `test`, row by row.
    ///
    /// # Errors
    ///
    /// Another set, and rows that X does not have.
    pub fn rows(&self, set: &str, from: usize, to: usize) -> Result<Vec<f64>, JsValue> {
        let set = set_of(set)?;
        let n0 = self.data.n0();
        if from <= to && to <= n0 {
            Ok(self.data.rows(set, from..to))
        } else {
            Err(Problem::new("range", "rows", &format!("0–{n0}"), &format!("{from}–{to}")).into())
        }
    }

    /// Y (1, m) of a set, `train` or `test`: 0 or 1.
    ///
    /// # Errors
    ///
    /// Another set.
    pub fn labels(&self, set: &str) -> Result<Vec<f64>, JsValue> {
        Ok(self.data.labels(set_of(set)?).to_vec())
    }

    /// How the inputs are scaled: an `AppliedScaling`.
    ///
    /// # Errors
    ///
    /// None in practice.
    pub fn scaling(&self) -> Result<JsValue, JsValue> {
        write(self.data.scaling())
    }

    /// The picture in a column of X, `{height, width, channels}`; undefined where it is none.
    ///
    /// # Errors
    ///
    /// None in practice.
    pub fn image(&self) -> Result<JsValue, JsValue> {
        self.data.image().map_or(Ok(JsValue::UNDEFINED), |image| write(&image))
    }

    /// What 0 and 1 are called.
    #[must_use]
    pub fn classes(&self) -> Vec<String> {
        self.data.classes().to_vec()
    }
}

impl Loaded {
    pub(crate) fn new(data: own::Loaded) -> Self {
        Self { data }
    }
}

fn set_of(name: &str) -> Result<Set, JsValue> {
    match name {
        "train" => Ok(Set::Train),
        "test" => Ok(Set::Test),
        other => Err(Problem::new("type", "set", "train or test", other).into()),
    }
}

/// An object of whole numbers.
pub(crate) fn object(entries: &[(&str, usize)]) -> Result<JsValue, JsValue> {
    let object = Object::new();
    for &(key, value) in entries {
        Reflect::set(&object, &key.into(), &(value as f64).into())?;
    }
    Ok(object.into())
}
