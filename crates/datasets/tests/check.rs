//! Parameters: what is kept, what is filled in, and what is refused in which words.

#![allow(missing_docs)]

mod common;

use common::check;
use datasets::{DatasetInput, DatasetParameters, Field, catalogue};
use serde_json::{Value, json};

fn input(value: Value) -> DatasetInput {
    serde_json::from_value(value).unwrap()
}

fn report(parameters: &DatasetParameters) -> Value {
    serde_json::to_value(parameters).unwrap()
}

fn message(value: Value) -> String {
    check(value).unwrap_err().to_string()
}

#[test]
fn nothing_given_is_the_flower() {
    let parameters = check(json!({})).unwrap();
    assert_eq!(report(&parameters), json!({ "name": "flower", "m": 400, "noise": 0.2, "seed": 1 }));
}

#[test]
fn reports_only_what_the_set_takes() {
    let randn = check(json!({ "name": "randn", "n0": 3 })).unwrap();
    assert_eq!(report(&randn), json!({ "name": "randn", "m": 400, "seed": 1, "n0": 3 }));
    let digits = check(json!({ "name": "digits", "digit": 3 })).unwrap();
    assert_eq!(report(&digits), json!({ "name": "digits", "m": 1797, "digit": 3 }));
    let cancer = check(json!({ "name": "cancer" })).unwrap();
    assert_eq!(report(&cancer), json!({ "name": "cancer", "m": 569 }));
}

#[test]
fn same_name_keeps_current_values() {
    let current = check(json!({ "name": "moons", "m": 30, "noise": 0.5, "seed": 8 })).unwrap();
    for name in [json!("moons"), json!(null)] {
        let next = input(json!({ "name": name, "seed": 9 })).check(Some(&current)).unwrap();
        assert_eq!(report(&next), json!({ "name": "moons", "m": 30, "noise": 0.5, "seed": 9 }));
    }
}

#[test]
fn another_name_takes_its_defaults() {
    let current = check(json!({ "name": "flower", "m": 30, "noise": 0.5, "seed": 8 })).unwrap();
    let next = input(json!({ "name": "moons", "m": 50 })).check(Some(&current)).unwrap();
    assert_eq!(report(&next), json!({ "name": "moons", "m": 50, "noise": 0.2, "seed": 3 }));
}

#[test]
fn knows_inputs_and_file_before_loading() {
    let facts = |value| {
        let parameters = check(value).unwrap();
        (parameters.n0(), parameters.m(), parameters.file())
    };
    assert_eq!(facts(json!({ "name": "xor", "m": 9 })), (2, 9, None));
    assert_eq!(facts(json!({ "name": "randn", "n0": 7 })), (7, 400, None));
    assert_eq!(facts(json!({ "name": "digits" })), (64, 1797, Some("digits")));
    assert_eq!(facts(json!({ "name": "cancer" })), (30, 569, Some("cancer")));
}

#[test]
fn limits_themselves_are_allowed() {
    for (m, noise, seed) in [(2, 0.0, 0), (100_000, 10.0, u32::MAX)] {
        let value = json!({ "name": "blobs", "m": m, "noise": noise, "seed": seed });
        assert_eq!(report(&check(value.clone()).unwrap()), value);
    }
}

#[test]
fn minus_zero_is_zero() {
    let parameters = check(json!({ "noise": -0.0, "seed": -0.0 })).unwrap();
    assert!(parameters.get(Field::Noise).unwrap().is_sign_positive());
    assert_eq!(report(&parameters)["seed"], 0);
}

#[test]
fn refuses_an_unknown_name() {
    assert_eq!(
        message(json!({ "name": "flowers" })),
        "name: expected one of flower, circles, moons, blobs, xor, spiral, randn, digits, cancer, \
         got \"flowers\""
    );
}

#[test]
fn refuses_numbers_out_of_range() {
    let cases = [
        (json!({ "m": 2.5 }), "m: expected a whole number from 2 to 100000, got 2.5"),
        (json!({ "m": 1 }), "m: expected a whole number from 2 to 100000, got 1"),
        (json!({ "m": 100_001 }), "m: expected a whole number from 2 to 100000, got 100001"),
        (json!({ "m": 1e300 }), "m: expected a whole number from 2 to 100000, got 1e300"),
        (json!({ "noise": -0.1 }), "noise: expected a number from 0 to 10, got -0.1"),
        (json!({ "noise": 11 }), "noise: expected a number from 0 to 10, got 11"),
        (
            json!({ "seed": 4_294_967_296_u64 }),
            "seed: expected a whole number from 0 to 4294967295, got 4294967296",
        ),
        (json!({ "seed": -1 }), "seed: expected a whole number from 0 to 4294967295, got -1"),
        (json!({ "name": "randn", "n0": 0 }), "n0: expected a whole number from 1 to 50000, got 0"),
        (
            json!({ "name": "digits", "digit": 10 }),
            "digit: expected a whole number from 0 to 9, got 10",
        ),
        (
            json!({ "name": "digits", "m": 1798 }),
            "m: expected a whole number from 2 to 1797, got 1798",
        ),
        (
            json!({ "name": "cancer", "m": 570 }),
            "m: expected a whole number from 2 to 569, got 570",
        ),
    ];
    for (value, expected) in cases {
        assert_eq!(message(value), expected);
    }
}

#[test]
fn refuses_what_is_not_finite() {
    for (got, text) in [(f64::NAN, "NaN"), (f64::INFINITY, "inf"), (f64::NEG_INFINITY, "-inf")] {
        let error = DatasetInput { noise: Some(got), ..DatasetInput::default() }.check(None);
        assert_eq!(
            error.unwrap_err().to_string(),
            format!("noise: expected a number from 0 to 10, got {text}")
        );
        let input = DatasetInput { seed: Some(got), ..DatasetInput::default() };
        assert_eq!(input.check(None).unwrap_err().field(), "seed");
    }
}

#[test]
fn refuses_a_parameter_of_another_set() {
    assert_eq!(
        message(json!({ "name": "cancer", "digit": 3 })),
        "digit: expected no such parameter (cancer takes m), got 3"
    );
    assert_eq!(
        message(json!({ "name": "flower", "n0": 3 })),
        "n0: expected no such parameter (flower takes m, noise, seed), got 3"
    );
}

#[test]
fn noise_and_seed_may_stay_when_the_name_changes() {
    let flower = json!({ "name": "digits", "m": 400, "noise": 0.2, "seed": 1 });
    assert_eq!(check(flower).unwrap(), check(json!({ "name": "digits", "m": 400 })).unwrap());
}

#[test]
fn refuses_an_unknown_field() {
    let error = serde_json::from_value::<DatasetInput>(json!({ "nose": 0.2 })).unwrap_err();
    assert_eq!(
        error.to_string(),
        "unknown field `nose`, expected one of `name`, `m`, `noise`, `seed`, `n0`, `digit`"
    );
}

#[test]
fn refuses_an_x_too_large_for_memory() {
    let wide = check(json!({ "name": "randn", "n0": 12288, "m": 209 })).unwrap();
    let taller = input(json!({ "m": 100_000 })).check(Some(&wide)).unwrap_err();
    assert_eq!(taller.to_string(), "m: expected at most 325 when n0 is 12288, got 100000");
    assert_eq!(
        message(json!({ "name": "randn", "n0": 50_000, "m": 100_000 })),
        "n0: expected at most 40 when m is 100000, got 50000"
    );
}

#[test]
fn an_error_comes_apart() {
    let error = check(json!({ "m": 2.5 })).unwrap_err();
    assert_eq!(
        (error.field(), error.wanted().as_str(), error.got().as_str()),
        ("m", "a whole number from 2 to 100000", "2.5")
    );
}

#[test]
fn catalogue_describes_every_set() {
    let names: Vec<_> = catalogue().iter().map(|set| set.name).collect();
    assert_eq!(
        names,
        ["flower", "circles", "moons", "blobs", "xor", "spiral", "randn", "digits", "cancer"]
    );
    let digits = catalogue().iter().find(|set| set.name == "digits").unwrap();
    assert_eq!(
        serde_json::to_value(digits).unwrap(),
        json!({
            "name": "digits",
            "n0": 64,
            "image": { "height": 8, "width": 8, "channels": 1 },
            "file": true,
            "parameters": [
                { "name": "m", "min": 2.0, "max": 1797.0, "default": 1797.0, "whole": true },
                { "name": "digit", "min": 0.0, "max": 9.0, "default": 0.0, "whole": true },
            ],
        })
    );
}
