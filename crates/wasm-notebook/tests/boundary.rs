//! The boundary as JavaScript meets it.

#![cfg(target_arch = "wasm32")]
#![allow(non_snake_case)] // the field's own capitals: `W, Z, A`

use js_sys::{Array, Float64Array, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test as test;
use wasm_notebook::{Checker, Notebook};

fn json(text: &str) -> JsValue {
    js_sys::JSON::parse(text).expect(text)
}

fn notebook() -> Notebook {
    Notebook::new(json(r#"{"layers_dims": [2, 3, 1], "m": 4, "activation": "relu"}"#))
        .expect("a network")
}

fn get(object: &JsValue, path: &str) -> JsValue {
    path.split('.')
        .fold(object.clone(), |object, key| Reflect::get(&object, &key.into()).expect("an object"))
}

fn text(object: &JsValue, path: &str) -> String {
    get(object, path).as_string().unwrap_or_else(|| panic!("no text at {path}"))
}

/// `[rows, columns, …entries]`.
fn values(rows: usize, columns: usize, entry: impl Fn(usize) -> f64) -> Float64Array {
    let entries = (0..rows * columns).map(entry);
    let all: Vec<f64> = [rows as f64, columns as f64].into_iter().chain(entries).collect();
    Float64Array::from(all.as_slice())
}

/// The index of a mistake of this kind.
fn index(notebook: &mut Notebook, operation: &JsValue, kind: &str) -> usize {
    let mistakes = Array::from(&notebook.mistakes(operation.clone()).expect("an operation"));
    mistakes.iter().position(|mistake| text(&mistake, "kind") == kind).expect(kind)
}

#[test]
fn a_forgotten_transpose_has_numpys_words() {
    let mut notebook = notebook();
    let dW2 = json(r#"{"operation": "dW", "layer": 2}"#);
    let index = index(&mut notebook, &dW2, "transpose_dropped") as u32;
    let mistake = Array::from(&notebook.mistakes(dW2).expect("an operation")).get(index);
    assert_eq!(text(&mistake, "statement"), "dW2 = 1/m * np.dot(dZ2, A1)");
    assert_eq!(text(&mistake, "outcome.exception"), "ValueError");
    assert_eq!(
        text(&mistake, "outcome.message"),
        "shapes (1,4) and (3,4) not aligned: 4 (dim 1) != 3 (dim 0)"
    );
}

#[test]
fn a_silent_mistake_has_numpys_values() {
    let mut notebook = notebook();
    let db1 = json(r#"{"operation": "db", "layer": 1}"#);
    let index = index(&mut notebook, &db1, "axis0");
    let tensors = Array::from(&notebook.tensors(db1.clone(), index).expect("a mistake"));
    assert_eq!((tensors.length(), text(&tensors.get(0), "name")), (1, "dZ".to_owned()));
    let dZ1 = values(3, 4, |entry| entry as f64);
    let mut result =
        notebook.evaluate(db1, index, 0.1, vec![dZ1]).expect("a mistake").expect("NumPy is silent");
    // 1/4 of the sums of the columns [0, 4, 8], [1, 5, 9], …
    assert_eq!((result.rows, result.columns), (1, 4));
    assert_eq!(result.take(), [3.0, 3.75, 4.5, 5.25]);
    assert!(result.take().is_empty(), "they are handed over once");
}

#[test]
fn where_numpy_refuses_there_are_no_values() {
    let mut notebook = notebook();
    let dW2 = json(r#"{"operation": "dW", "layer": 2}"#);
    let index = index(&mut notebook, &dW2, "transpose_dropped");
    let matrices = vec![values(1, 4, |_| 1.0), values(3, 4, |_| 1.0)];
    assert!(notebook.evaluate(dW2.clone(), index, 0.1, matrices).expect("a mistake").is_none());
    let none = notebook.evaluate(dW2, index, 0.1, vec![]).expect("a mistake");
    assert!(none.is_none(), "nor without the matrices");
}

#[test]
fn wrong_requests_are_refused_as_data() {
    let wrong = [
        Notebook::new(json(r#"{"layers_dims": [2, 1]}"#)).err(),
        Notebook::new(JsValue::NULL).err(),
        notebook().mistakes(json(r#"{"operation": "dV", "layer": 1}"#)).err(),
        notebook().mistakes(json(r#"{"operation": "dW", "layer": 3}"#)).err(),
        notebook().tensors(json(r#"{"operation": "dW", "layer": 1}"#), 99).err(),
    ];
    for problem in wrong {
        let problem = problem.expect("refused");
        for field in ["kind", "field", "wanted", "got", "message"] {
            text(&problem, field);
        }
    }
}

/// A run of a network of one unit before its first iteration; W[1] is 0.5, b[1] is 0.25.
fn checker() -> Result<Checker, JsValue> {
    let run = r#"{"layers_dims": [1, 1], "learning_rate": 0.5, "seed": 1,
        "initialization": "imported", "activation": "relu"}"#;
    let checkpoint = json(
        r#"{"progress": 0, "applied_learning_rate": 0.5, "learning_rates": [], "initial": null}"#,
    );
    let set = |key: &str, values: &[f64]| {
        Reflect::set(&checkpoint, &key.into(), &Float64Array::from(values)).expect("an object");
    };
    set("parameters", &[0.5, 0.25]);
    set("costs", &[]);
    set("initial", &[0.5, 0.25]);
    let [X, Y] = [[1.0, 2.0, 4.0], [0.0, 1.0, 0.0]].map(|row| Float64Array::from(&row[..]));
    Checker::new(json(run), &X, &Y, checkpoint)
}

#[test]
fn a_pasted_matrix_is_found_and_compared() {
    let checker = checker().expect("a run");
    let checks =
        Array::from(&checker.check("Z1 = [[0.75 1.25 2.25]]\nW1 = [[0.6]]").expect("text"));
    let (Z1, W1) = (checks.get(0), checks.get(1));
    assert_eq!((text(&Z1, "status"), text(&Z1, "subject.name")), ("agrees".into(), "Z".into()));
    assert_eq!(get(&Z1, "subject.layer").as_f64(), Some(1.0));
    assert_eq!(text(&W1, "status"), "differs");
    let difference = get(&W1, "differences.0.difference").as_f64().expect("a number");
    assert!((difference - 0.1).abs() < 1e-12);
    assert!(Array::is_array(&get(&W1, "diagnoses")), "a list, empty or not");
    assert_eq!(get(&W1, "cells.agrees.0").as_f64(), Some(0.0));
}

#[test]
fn a_mistake_is_named_with_its_lines() {
    let checker = checker().expect("a run");
    let Z1 = [0.5, 1.0, 2.0].map(|z| format!("{z:.8}")).join(" "); // without b
    let checks = Array::from(&checker.check(&format!("Z1 = [[{Z1}]]")).expect("text"));
    let found = get(&checks.get(0), "diagnoses.0");
    assert_eq!(text(&found, "kind"), "bias_forgotten");
    assert_eq!(text(&found, "wrong"), "Z1 = np.dot(W1, X)");
    assert_eq!(text(&found, "right"), "Z1 = np.dot(W1, X) + b1");
    assert!(get(&found, "seed").is_null(), "null, not undefined");
}

#[test]
fn arrays_of_a_file_are_compared_in_full() {
    let checker = checker().expect("a run");
    let check = |names: &[&str], shapes: &str, values: &[f64]| {
        let names = names.iter().map(|&name| name.to_owned()).collect();
        checker.check_arrays(names, json(shapes), vec![Float64Array::from(values)])
    };
    let checks = Array::from(&check(&["b1"], "[[1, 1]]", &[0.25]).expect("an array"));
    assert_eq!(text(&checks.get(0), "status"), "agrees");
    let checks = Array::from(&check(&["b1"], "[[1, 1]]", &[0.25 + 1e-7]).expect("an array"));
    assert_eq!(text(&checks.get(0), "status"), "differs");
    let checks = Array::from(&check(&[""], "[[1, 3]]", &[0.75, 1.25, 2.25]).expect("an array"));
    assert_eq!(text(&checks.get(0), "subject.name"), "Z");
    assert_eq!(text(&checks.get(0), "found_by"), "value");
    for refused in [
        check(&["b1"], "[[2, 1]]", &[0.25]),
        check(&["b1"], "[[1, 1, 1]]", &[0.25]),
        check(&[], "[]", &[0.25]),
        check(&["b1"], "{}", &[0.25]),
    ] {
        text(&refused.expect_err("refused"), "message");
    }
}

#[test]
fn a_text_that_cannot_be_read_is_refused_as_data() {
    let problem = checker().expect("a run").check("[[1. 2.]\n [3.]]").expect_err("refused");
    assert_eq!(text(&problem, "kind"), "text");
    assert_eq!(text(&problem, "got"), "1");
    assert_eq!(
        text(&problem, "message"),
        "line 2, column 2: expected a row of 2 entries as the first, got 1"
    );
}
