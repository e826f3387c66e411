//! Every generator against NumPy and scikit-learn.

// The capitals are the field's own.
#![allow(non_snake_case, missing_docs)]

mod common;

use common::{check, fixture, numbers};
use serde_json::Value;

/// Of the data's scale.
const TOLERANCE: f64 = 1e-15;

/// The cases of one data set: every label is right; gives the largest |X − NumPy's X| / max|X|.
fn deviation(name: &str) -> f64 {
    let fixture = fixture();
    let cases: Vec<&Value> = fixture["drawn"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|case| case["parameters"]["name"] == name)
        .collect();
    assert!(cases.len() >= 4, "{name}: only {} cases", cases.len());

    let worst = cases.into_iter().map(case_deviation).fold(0.0, f64::max);
    println!("{name}: {worst:.2e} of the data's scale");
    worst
}

fn case_deviation(case: &Value) -> f64 {
    let parameters = check(case["parameters"].clone()).unwrap();
    let (X, Y) = parameters.load(None).unwrap().into_parts();
    let expected: Vec<Vec<f64>> = case["X"].as_array().unwrap().iter().map(numbers).collect();

    assert_eq!(X.dim(), (expected.len(), expected[0].len()), "{}", case["parameters"]);
    assert_eq!(Y.dim(), (1, X.ncols()));
    assert_eq!(Y.row(0).to_vec(), numbers(&case["Y"]), "{}", case["parameters"]);

    let scale = expected.iter().flatten().fold(0.0, |max: f64, x| max.max(x.abs()));
    let difference = X.iter().zip(expected.iter().flatten()).map(|(x, wanted)| (x - wanted).abs());
    difference.fold(0.0, f64::max) / scale
}

#[test]
fn flower_is_the_courses() {
    assert!(deviation("flower") <= TOLERANCE);
}

#[test]
fn circles_is_make_circles() {
    assert!(deviation("circles") <= TOLERANCE);
}

#[test]
fn moons_is_make_moons() {
    assert!(deviation("moons") <= TOLERANCE);
}

#[test]
fn blobs_is_make_blobs() {
    assert!(deviation("blobs") <= TOLERANCE);
}

#[test]
fn xor_is_its_numpy_code() {
    assert!(deviation("xor") <= TOLERANCE);
}

#[test]
fn spiral_is_its_numpy_code() {
    assert!(deviation("spiral") <= TOLERANCE);
}

#[test]
fn randn_is_numpys() {
    assert!(deviation("randn") <= TOLERANCE);
}

#[test]
fn defaults_are_the_first_case_of_each_set() {
    for set in datasets::catalogue().iter().filter(|set| !set.file) {
        let parameters = datasets::DatasetInput::named(set.name).check(None).unwrap();
        let fixture = fixture();
        let first = fixture["drawn"]
            .as_array()
            .unwrap()
            .iter()
            .map(|case| &case["parameters"])
            .find(|parameters| parameters["name"] == set.name)
            .unwrap();
        assert_eq!(&serde_json::to_value(parameters).unwrap(), first);
    }
}
