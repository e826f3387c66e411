//! The run as a program, as JavaScript asks for it.

#![cfg(target_arch = "wasm32")]

use js_sys::{JSON, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test as test;
use wasm_notebook::{dataset_python, run_as};

/// As the page describes a run, with other values in the place of some.
fn run(changes: &str) -> JsValue {
    let run = json(
        r#"{
            "configuration": {"layers_dims": [2, 3, 1], "learning_rate": 0.075, "seed": 3,
                "initialization": "course", "activation": "tanh"},
            "learning_rates": [{"iteration": 0, "learning_rate": 0.5},
                {"iteration": 4, "learning_rate": 0.25}],
            "iterations": 10, "every": 5, "style": "six",
            "data": {"title": "two points", "code": "X, Y = np.eye(2), np.eye(1, 2)",
                "has_test": false, "files": []},
            "parameters_file": null
        }"#,
    );
    let changes = json(changes);
    for key in Reflect::own_keys(&changes).expect("an object").iter() {
        let value = Reflect::get(&changes, &key).expect("an object");
        Reflect::set(&run, &key, &value).expect("an object");
    }
    run
}

fn json(text: &str) -> JsValue {
    JSON::parse(text).expect(text)
}

fn field(problem: &JsValue, key: &str) -> String {
    Reflect::get(problem, &key.into()).expect("an object").as_string().expect(key)
}

#[test]
fn a_run_is_written_in_both_forms() {
    let py = run_as(run("{}"), "py".into()).expect("a run");
    let ipynb = run_as(run("{}"), "ipynb".into()).expect("a run");
    assert!(py.contains("\nX, Y = np.eye(2), np.eye(1, 2)\n"), "{py}");
    assert!(py.contains("\nlearning_rates = {0: 0.5, 4: 0.25}  #"), "{py}");
    let notebook = json(&ipynb);
    let version = Reflect::get(&notebook, &"nbformat".into()).expect("an object");
    assert_eq!(version.as_f64(), Some(4.0));
}

#[test]
fn wrong_runs_are_refused_as_data() {
    let wrong = [
        (run_as(JsValue::NULL, "py".into()), "run"),
        (run_as(run(r#"{"style": "seven"}"#), "py".into()), "run"),
        (run_as(run(r#"{"iterations": -1}"#), "py".into()), "run"),
        (run_as(run("{}"), "docx".into()), "form"),
        (run_as(run(r#"{"every": 0}"#), "py".into()), "every"),
        (run_as(run(r#"{"parameters_file": "w.npz"}"#), "ipynb".into()), "parameters_file"),
        (
            run_as(
                run(r#"{"configuration": {"layers_dims": [2, 2], "learning_rate": 0.1, "seed": 1,
                    "initialization": "he", "activation": "relu"}}"#),
                "py".into(),
            ),
            "configuration",
        ),
    ];
    for (result, expected) in wrong {
        let problem = result.expect_err(expected);
        assert_eq!(field(&problem, "field"), expected);
        for key in ["kind", "wanted", "got", "message"] {
            assert!(!field(&problem, key).is_empty());
        }
    }
}

#[test]
fn a_data_set_is_written_and_another_is_refused() {
    let code = dataset_python(json(r#"{"name": "randn", "m": 7, "n0": 3}"#)).expect("a data set");
    assert!(code.contains("\nX = np.random.randn(3, 7)\n"), "{code}");
    let problem = dataset_python(json(r#"{"name": "iris"}"#)).expect_err("no such data set");
    assert_eq!(field(&problem, "field"), "name");
    assert_eq!(field(&problem, "got"), "\"iris\"");
}
