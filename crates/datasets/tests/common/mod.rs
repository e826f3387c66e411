//! What the tests read: the fixture made by NumPy and scikit-learn, and the two real files.

// Each test file is a crate of its own and uses a part of this.
#![allow(dead_code)]

pub mod own;

use std::fs;
use std::path::Path;

use datasets::{DatasetInput, DatasetParameters};
use serde_json::Value;

/// tests/fixtures/datasets.json; beside it the script that made it.
pub fn fixture() -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/datasets.json");
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}

pub fn file(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(name).with_extension("npy");
    fs::read(path).unwrap()
}

/// As the page would send it.
pub fn check(input: Value) -> Result<DatasetParameters, datasets::Error> {
    serde_json::from_value::<DatasetInput>(input).unwrap().check(None)
}

pub fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(|x| x.as_f64().unwrap()).collect()
}
