//! People's own files: those of tests/fixtures/files.

use std::fs;
use std::path::{Path, PathBuf};

use datasets::own::{Files, Plan};
use serde_json::Value;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures")
}

/// tests/fixtures/files.json; beside it the script that made it and the files.
pub fn fixture() -> Value {
    serde_json::from_slice(&fs::read(folder().join("files.json")).unwrap()).unwrap()
}

pub fn file(name: &str) -> Vec<u8> {
    fs::read(folder().join("files").join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The names of all files.
pub fn all() -> Vec<String> {
    let entries = fs::read_dir(folder().join("files")).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

pub fn opened(names: &[String]) -> Files {
    let mut files = Files::default();
    for name in names {
        files.add(name, file(name)).unwrap_or_else(|error| panic!("{error}"));
    }
    files
}

/// The plan with some of its fields changed.
pub fn overlaid(plan: &Plan, changes: &Value) -> Plan {
    let mut plan = serde_json::to_value(plan).unwrap();
    for (field, value) in changes.as_object().unwrap() {
        plan[field] = value.clone();
    }
    serde_json::from_value(plan).unwrap()
}

pub fn names(value: &Value) -> Vec<String> {
    value.as_array().unwrap().iter().map(|name| name.as_str().unwrap().to_owned()).collect()
}

pub fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(|x| x.as_f64().unwrap()).collect()
}
