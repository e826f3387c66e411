//! The boundary between Rust and JavaScript: one opaque [`Trainer`] handle, small results out, errors
//! as data. The mathematics is in `nn`, the data in `datasets`; here things are only named, checked
//! for their JavaScript type, copied and painted.
//!
//! Every function that can fail throws a plain object, a [`Problem`](boundary::Problem), and leaves
//! everything as it was. What is returned is a copy: no view of the module's memory escapes a call.

// The field's own capitals: `X, Y, W, Z, A, dZ, dW`.
#![allow(non_snake_case)]
#![deny(clippy::unwrap_used)]

pub mod colour;
mod configuration;
mod data;
pub mod paint;
mod pixels;
mod problem;
mod quantity;
mod trainer;

use boundary::write;
use wasm_bindgen::prelude::*;

pub use trainer::{OwnData, Tensor, Trainer};

use problem::unexpected;

/// Runs once when the module is loaded: a panic's message goes to the console before the trap.
#[wasm_bindgen(start)]
pub fn start() {
    std::panic::set_hook(Box::new(|info| {
        web_sys::console::error_1(&JsValue::from_str(&info.to_string()));
    }));
}

/// The data sets and their parameters, as `[{name, n0, image, file, parameters: [{name, min, max,
/// default, whole}]}]`.
///
/// # Errors
///
/// None in practice: the catalogue can be represented in JavaScript.
#[wasm_bindgen]
pub fn catalogue() -> Result<JsValue, JsValue> {
    write(datasets::catalogue())
}

/// A seed from the browser's entropy.
///
/// # Errors
///
/// The browser gives no entropy.
#[wasm_bindgen]
pub fn fresh_seed() -> Result<u32, JsValue> {
    getrandom::u32().map_err(|error| unexpected(error.to_string()).into())
}

/// The colours of −1 to 1 in `width` RGBA pixels, by the function that colours the cells.
///
/// # Errors
///
/// An unknown theme.
#[wasm_bindgen]
pub fn legend(width: usize, theme: &str) -> Result<Vec<u8>, JsValue> {
    Ok(paint::legend(width, problem::choice("theme", theme)?))
}
