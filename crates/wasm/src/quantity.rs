//! What the page asks to see, as it comes from JavaScript.

use boundary::Problem;
use nn::{Averaging, Quantity, TensorName};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsValue;

/// `{name, layer, of, index}`: a matrix of the trainer, or with `of` one that an equation makes on its
/// way; `index` is the example of `column` and `outer`, and the number of examples of `partial`.
#[derive(Debug, Clone, Copy, Deserialize)]
pub struct QuantityRequest {
    pub name: TensorName,
    pub layer: usize,
    of: Option<Of>,
    #[serde(default)]
    index: usize,
    /// Where the 1/m stands.
    #[serde(default)]
    pub averaging: Averaging,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Of {
    /// W or b before the update of this iteration.
    Used,
    /// g'(Z).
    Slope,
    /// The column of one example.
    Column,
    /// What one example adds to dW.
    Outer,
    /// What the first examples add to dW.
    Partial,
}

impl QuantityRequest {
    /// What is asked for.
    pub fn quantity(self) -> Quantity {
        let Self { name, layer, index, .. } = self;
        match self.of {
            None => Quantity::Tensor(name, layer),
            Some(Of::Used) => Quantity::Used(name, layer),
            Some(Of::Slope) => Quantity::Slope(layer),
            Some(Of::Column) => Quantity::Column { name, layer, example: index },
            Some(Of::Outer) => Quantity::OuterProduct { layer, example: index },
            Some(Of::Partial) => Quantity::PartialSum { layer, examples: index },
        }
    }
}

/// A request as an object of JavaScript.
pub fn request<T: DeserializeOwned>(field: &str, value: JsValue) -> Result<T, Problem> {
    serde_wasm_bindgen::from_value(value).map_err(|error| {
        Problem::new("type", field, &format!("a request for a {field}"), &error.to_string())
    })
}
