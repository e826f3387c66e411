//! What the network says of the examples, and of a picture of one's own.

use boundary::{Problem, write};
use ndarray::Array2;
use nn::{Examples, Mislabelled};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

use super::Trainer;
use crate::problem::{choice, of_network, range, unexpected};

/// Which examples.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum ExampleSet {
    Train,
    Test,
}

#[derive(Serialize)]
struct Predictions {
    set: ExampleSet,
    m: usize,
    mislabelled: Vec<Mislabelled>,
    wrong: usize,
}

#[wasm_bindgen]
impl Trainer {
    /// The share of the test examples that the network classifies rightly; undefined without any.
    #[must_use]
    pub fn test_accuracy(&self) -> Option<f64> {
        let test = self.data.test.as_deref()?;
        Some(self.network.evaluate_on(test).ok()?.accuracy())
    }

    /// `{set, m, wrong, mislabelled: [{example, a, y}]}`: the first `most` examples of the test set (of
    /// the training set where there is none) of which the network says the wrong label, and how many
    /// there are.
    ///
    /// # Errors
    ///
    /// None in practice: the test set has the network's input size.
    pub fn predictions(&self, most: usize) -> Result<JsValue, JsValue> {
        let (set, examples) = match &self.data.test {
            Some(test) => (ExampleSet::Test, test),
            None => (ExampleSet::Train, self.network.examples()),
        };
        let evaluation = self.network.evaluate_on(examples).map_err(of_network)?;
        write(&Predictions {
            set,
            m: examples.m(),
            mislabelled: evaluation.mislabelled().take(most).collect(),
            wrong: evaluation.mislabelled().count(),
        })
    }

    /// The pictures of some examples of a set (`train` or `test`) as RGBA, one behind the other.
    ///
    /// # Errors
    ///
    /// Data that are no pictures, an unknown set, an example that is not there.
    pub fn example_images(&self, set: &str, examples: Vec<usize>) -> Result<Vec<u8>, JsValue> {
        let pixels = self.data.image.as_ref().ok_or_else(no_image)?;
        let data = self.examples_of(choice("set", set)?)?;
        let last = data.m() - 1;
        let mut rgba = Vec::new();
        for example in examples {
            if example > last {
                let got = example.to_string();
                return Err(range("example", true, [0.0, last as f64], &got).into());
            }
            pixels.rgba(data.X().column(example), &mut rgba);
        }
        Ok(rgba)
    }

    /// A\[L\] of a picture: RGBA pixels in the size of the data's pictures, row by row.
    ///
    /// # Errors
    ///
    /// Data that are no pictures, a picture of another size.
    pub fn classify(&self, rgba: &[u8]) -> Result<f64, JsValue> {
        let pixels = self.data.image.as_ref().ok_or_else(no_image)?;
        let column = pixels.column(rgba).ok_or_else(|| {
            let wanted = format!("{} · {} pixels", pixels.shape.height, pixels.shape.width);
            Problem::new("type", "picture", &wanted, &format!("{} bytes", rgba.len()))
        })?;
        let X = Array2::from_shape_vec((column.len(), 1), column)
            .map_err(|error| unexpected(error.to_string()))?;
        Ok(self.network.predict(X.view()).map_err(of_network)?[[0, 0]])
    }
}

impl Trainer {
    fn examples_of(&self, set: ExampleSet) -> Result<&Examples, Problem> {
        match set {
            ExampleSet::Train => Ok(self.network.examples()),
            ExampleSet::Test => self
                .data
                .test
                .as_deref()
                .ok_or_else(|| Problem::new("no_test_set", "set", "a test set", "none")),
        }
    }
}

fn no_image() -> Problem {
    Problem::new("no_image", "dataset", "pictures", "none")
}
