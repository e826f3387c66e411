//! What the tests share.

#![allow(
    non_snake_case,
    dead_code,
    reason = "the formulas' capitals; not every test uses all of it"
)]

use std::path::Path;

use ndarray::{Array2, ArrayView2};
use nn::{Configuration, Examples};
use numpy_random::RandomState;
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// Reads a fixture made by the NumPy script beside it.
pub fn fixture<T: DeserializeOwned>(name: &str) -> T {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures").join(name);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// A matrix as NumPy's `tolist` gives it.
#[derive(Debug, Clone, Deserialize)]
pub struct Rows(Vec<Vec<f64>>);

impl Rows {
    pub fn array(&self) -> Array2<f64> {
        let shape = (self.0.len(), self.0[0].len());
        Array2::from_shape_vec(shape, self.0.concat()).expect("rows of one length")
    }
}

/// Fails unless every entry agrees to `tolerance`, relative to the matrix's largest entry.
#[track_caller]
pub fn assert_close(what: &str, got: ArrayView2<f64>, expected: ArrayView2<f64>, tolerance: f64) {
    assert_eq!(got.dim(), expected.dim(), "shape of {what}");
    let scale = expected.iter().fold(0.0, |scale: f64, x| scale.max(x.abs()));
    for ((index, got), expected) in got.indexed_iter().zip(&expected) {
        let close = (got - expected).abs() <= tolerance * scale;
        assert!(close, "{what}{index:?}: expected {expected:e}, got {got:e}");
    }
}

/// Random data: X normal, Y by coin.
pub fn examples(n0: usize, m: usize, seed: u32) -> Examples {
    let mut random = RandomState::seed(seed);
    let X = Array2::from_shape_simple_fn((n0, m), || random.randn());
    let Y = Array2::from_shape_simple_fn((1, m), || f64::from(random.rand() < 0.5));
    Examples::new(X, Y).expect("valid examples")
}

pub fn configuration(layers_dims: &[usize]) -> Configuration {
    Configuration { layers_dims: layers_dims.to_vec(), ..Configuration::default() }
}
