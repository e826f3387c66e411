//! The boundary as JavaScript meets it: every call here goes through the bindings, to the same object
//! that the worker holds.

#![cfg(target_arch = "wasm32")]
#![allow(non_snake_case)] // the field's own capitals: `X, W, A`

use js_sys::{Array, Float64Array, Function, JSON, Object, Reflect, Uint8Array, Uint32Array};
use wasm::colour::{self, Theme};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test as test;

const DIGITS: &[u8] = include_bytes!("../../datasets/data/digits.npy");
const CANCER: &[u8] = include_bytes!("../../datasets/data/cancer.npy");

#[wasm_bindgen]
extern "C" {
    /// The opaque handle, as an object of its JavaScript class.
    #[derive(Clone)]
    type Handle;
    #[wasm_bindgen(method, catch)]
    fn configure(this: &Handle, partial: &JsValue, file: JsValue) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch)]
    fn file_needed(this: &Handle, partial: &JsValue) -> Result<Option<String>, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn reset(this: &Handle) -> Result<(), JsValue>;
    #[wasm_bindgen(method)]
    fn step(this: &Handle) -> f64;
    #[wasm_bindgen(method, js_name = stepOperation)]
    fn step_operation(this: &Handle) -> usize;
    #[wasm_bindgen(method, getter)]
    fn iteration(this: &Handle) -> usize;
    #[wasm_bindgen(method, getter)]
    fn diverged(this: &Handle) -> bool;
    #[wasm_bindgen(method)]
    fn progress(this: &Handle) -> JsValue;
    #[wasm_bindgen(method)]
    fn state(this: &Handle) -> JsValue;
    #[wasm_bindgen(method)]
    fn accuracy(this: &Handle) -> f64;
    #[wasm_bindgen(method)]
    fn costs_since(this: &Handle, k: usize) -> Float64Array;
    #[wasm_bindgen(method, catch)]
    fn tensor(this: &Handle, name: &str, layer: f64) -> Result<TensorHandle, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn shape(this: &Handle, name: &str, layer: usize) -> Result<Uint32Array, JsValue>;
    #[wasm_bindgen(method)]
    fn entry(this: &Handle, quantity: &JsValue, row: usize, column: usize) -> Option<f64>;
    #[wasm_bindgen(method, catch)]
    fn read(this: &Handle, quantity: &JsValue) -> Result<TensorHandle, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn size(this: &Handle, quantity: &JsValue) -> Result<usize, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn trace(this: &Handle, entry: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn paint(this: &Handle, request: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn paint_weight_image(this: &Handle, row: usize, theme: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn paint_boundary(
        this: &Handle,
        width: usize,
        height: usize,
        theme: &str,
    ) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method)]
    fn take_pixels(this: &Handle) -> Uint8Array;
    #[wasm_bindgen(method)]
    fn prediction_histogram(this: &Handle, bins: usize) -> Uint32Array;
    #[wasm_bindgen(method)]
    fn checkpoint(this: &Handle, from: usize) -> JsValue;
    #[wasm_bindgen(method, catch)]
    fn restore(this: &Handle, checkpoint: &JsValue) -> Result<(), JsValue>;

    /// A matrix, as an object of its JavaScript class.
    type TensorHandle;
    #[wasm_bindgen(method, getter)]
    fn rows(this: &TensorHandle) -> usize;
    #[wasm_bindgen(method, getter)]
    fn columns(this: &TensorHandle) -> usize;
    #[wasm_bindgen(method)]
    fn take(this: &TensorHandle) -> Float64Array;
}

// ---- what the tests share

fn new_trainer() -> Handle {
    JsValue::from(wasm::Trainer::new().expect("the defaults are valid")).unchecked_into()
}

/// A trainer with this configuration, given as JSON.
fn trained(partial: &str, iterations: usize) -> Handle {
    let trainer = new_trainer();
    configure(&trainer, partial);
    for _ in 0..iterations {
        trainer.step();
    }
    trainer
}

fn digits(m: usize) -> Handle {
    let trainer = new_trainer();
    let partial = json(&format!(r#"{{"dataset": {{"name": "digits", "m": {m}}}}}"#));
    trainer.configure(&partial, bytes(DIGITS)).expect("the file is that of the data set");
    trainer
}

#[track_caller]
fn configure(trainer: &Handle, partial: &str) {
    trainer.configure(&json(partial), JsValue::UNDEFINED).expect(partial);
}

/// A value as JSON writes it; `NaN` and `Infinity` too, and `function` for a function.
fn json(text: &str) -> JsValue {
    let text = text.replace("function", "(() => {})");
    js_sys::eval(&format!("({text})")).expect(&text)
}

/// A matrix of the trainer as a request.
fn quantity(name: &str, layer: usize) -> JsValue {
    json(&format!(r#"{{"name": "{name}", "layer": {layer}}}"#))
}

fn bytes(content: &[u8]) -> JsValue {
    Uint8Array::from(content).into()
}

fn text(value: &JsValue) -> String {
    JSON::stringify(value).expect("plain data").into()
}

#[track_caller]
fn get(object: &JsValue, key: &str) -> JsValue {
    assert!(object.is_object(), "{object:?} has no {key}");
    Reflect::get(object, &key.into()).expect(key)
}

#[track_caller]
fn number(object: &JsValue, key: &str) -> f64 {
    get(object, key).as_f64().expect(key)
}

/// The shape and the entries of a matrix.
fn matrix(trainer: &Handle, name: &str, layer: usize) -> (usize, usize, Vec<f64>) {
    let tensor = trainer.tensor(name, layer as f64).expect(name);
    (tensor.rows(), tensor.columns(), tensor.take().to_vec())
}

fn entries(trainer: &Handle, name: &str, layer: usize) -> Vec<f64> {
    matrix(trainer, name, layer).2
}

fn bits(entries: &[f64]) -> Vec<u64> {
    entries.iter().map(|entry| entry.to_bits()).collect()
}

fn largest(entries: &[f64]) -> f64 {
    entries.iter().fold(0.0, |largest, entry| largest.max(entry.abs()))
}

/// Name and layer of every matrix of a network of L layers, parameters first.
fn all_matrices(L: usize) -> Vec<(&'static str, usize)> {
    let of_layers = (1..=L)
        .flat_map(|layer| ["W", "b", "Z", "A", "dA", "dZ", "dW", "db"].map(|name| (name, layer)));
    of_layers.chain([("A", 0), ("Y", L), ("losses", L)]).collect()
}

/// Every matrix that the iteration under way has computed, to the last bit.
fn fresh_bits(trainer: &Handle, L: usize) -> Vec<(&'static str, usize, Vec<u64>)> {
    let fresh = all_matrices(L).into_iter().filter(|&(name, layer)| {
        let picture = paint(trainer, name, layer, 1, 1);
        trainer.take_pixels();
        get(&picture, "status") == "fresh"
    });
    fresh.map(|(name, layer)| (name, layer, bits(&entries(trainer, name, layer)))).collect()
}

fn request(name: &str, layer: usize, width: usize, height: usize, more: &str) -> JsValue {
    json(&format!(
        r#"{{"name": "{name}", "layer": {layer}, "width": {width}, "height": {height}, {more}}}"#
    ))
}

#[track_caller]
fn paint(trainer: &Handle, name: &str, layer: usize, width: usize, height: usize) -> JsValue {
    let request = request(name, layer, width, height, r#""theme": "light""#);
    trainer.paint(&request).expect("the request is right")
}

fn colours(pixels: &[u8]) -> Vec<colour::Rgb> {
    pixels
        .chunks(4)
        .map(|pixel| {
            assert_eq!(pixel[3], 255, "a pixel is opaque");
            [pixel[0], pixel[1], pixel[2]]
        })
        .collect()
}

/// A thrown problem: a plain object with exactly these five strings.
#[derive(Debug)]
struct Problem {
    kind: String,
    field: String,
    wanted: String,
    got: String,
    message: String,
}

#[track_caller]
fn problem<T>(what: &str, result: Result<T, JsValue>) -> Problem {
    let Err(thrown) = result else { panic!("{what}: expected a problem, got a result") };
    assert!(thrown.is_object(), "{what}: threw {thrown:?}, not an object");
    let plain = Object::get_prototype_of(&thrown) == Object::get_prototype_of(&Object::new());
    assert!(plain, "{what}: threw {thrown:?}, not a plain object");
    let mut keys: Vec<_> = Object::keys(thrown.unchecked_ref::<Object>())
        .iter()
        .filter_map(|key| key.as_string())
        .collect();
    keys.sort();
    assert_eq!(keys, ["field", "got", "kind", "message", "wanted"], "{what}: keys");
    let [field, got, kind, message, wanted] = ["field", "got", "kind", "message", "wanted"]
        .map(|key| get(&thrown, key).as_string().expect("a string"));
    assert!(!message.is_empty(), "{what}: no message");
    Problem { kind, field, wanted, got, message }
}

/// Each partial is refused with this kind, field, wanted and got ("…" stands for anything but nothing), by
/// `configure` and by `file_needed`, and leaves the state as it was.
#[track_caller]
fn assert_refused(trainer: &Handle, cases: &[(&str, [&str; 4])]) {
    let before = text(&trainer.state());
    for (partial, expected) in cases {
        let partial_value = json(partial);
        let from_file_needed = problem(partial, trainer.file_needed(&partial_value));
        let found = problem(partial, trainer.configure(&partial_value, JsValue::UNDEFINED));
        assert_eq!(from_file_needed.message, found.message, "file_needed({partial})");
        let parts = [&found.kind, &found.field, &found.wanted, &found.got];
        for (part, expected) in parts.into_iter().zip(expected) {
            let right = if *expected == "…" { !part.is_empty() } else { part == expected };
            assert!(right, "{partial}: expected {expected:?}, got {part:?} in {found:?}");
        }
        assert_eq!(text(&trainer.state()), before, "the state after {partial}");
    }
}

/// In the middle of its third iteration.
fn under_way() -> Handle {
    let trainer = trained("{}", 2);
    (0..3).for_each(|_| _ = trainer.step_operation());
    trainer
}

// ---- construction

#[test]
fn a_new_trainer_is_the_network_that_the_page_opens_with() {
    let state = new_trainer().state();
    let expected = r#"{"layers_dims":[2,4,3,1],"learning_rate":0.075,"seed":3,"initialization":"course","activation":"relu","dataset":{"name":"flower","m":400,"noise":0.2,"seed":1},"n0":2,"m":400,"image":null,"#;
    assert!(text(&state).starts_with(expected), "{}", text(&state));
    assert_eq!(number(&state, "iteration"), 0.0);
    assert_eq!(number(&state, "progress"), 0.0);
    assert!(get(&state, "cost").is_null());
    assert!(get(&state, "divergence").is_null());
}

#[test]
fn the_operations_of_the_state_are_those_of_the_network_in_order() {
    let trainer = trained(r#"{"layers_dims": [2, 3, 1]}"#, 0);
    let operations = Array::from(&get(&trainer.state(), "operations"));
    let names: Vec<_> = operations
        .iter()
        .map(|operation| {
            let name = get(&operation, "operation").as_string().expect("a name");
            format!("{name}{}", number(&operation, "layer"))
        })
        .collect();
    let expected = "Z1 A1 Z2 A2 cost2 dA2 dZ2 dW2 db2 dA1 dZ1 dW1 db1 W1 b1 W2 b2";
    assert_eq!(names.join(" "), expected);
}

// ---- configure

#[test]
fn a_learning_rate_alone_keeps_the_iteration() {
    let trainer = trained("{}", 5);
    let (before, costs) = (entries(&trainer, "W", 1), trainer.costs_since(0).to_vec());
    configure(&trainer, r#"{"learning_rate": 0.5}"#);
    assert_eq!(trainer.iteration(), 5);
    assert_eq!(number(&trainer.state(), "learning_rate"), 0.5);
    assert_eq!(bits(&entries(&trainer, "W", 1)), bits(&before));
    assert_eq!(trainer.costs_since(0).to_vec(), costs);
}

#[test]
fn a_learning_rate_applies_to_the_next_update() {
    let trainer = trained("{}", 5);
    let before = entries(&trainer, "W", 2);
    configure(&trainer, r#"{"learning_rate": 0.5}"#);
    trainer.step();
    let expected: Vec<_> =
        before.iter().zip(entries(&trainer, "dW", 2)).map(|(w, dw)| w - 0.5 * dw).collect();
    let close = |(got, expected): (&f64, &f64)| (got - expected).abs() <= 1e-15;
    assert!(entries(&trainer, "W", 2).iter().zip(&expected).all(close));
}

#[test]
fn a_learning_rate_may_change_in_the_middle_of_an_iteration() {
    let trainer = under_way();
    configure(&trainer, r#"{"learning_rate": 0.5}"#);
    assert_eq!(number(&trainer.progress(), "progress"), 3.0);
    assert_eq!(trainer.iteration(), 2);
}

#[test]
fn nothing_named_changes_nothing() {
    let trainer = under_way();
    let before = text(&trainer.state());
    for partial in ["{}", r#"{"seed": undefined, "dataset": undefined}"#] {
        configure(&trainer, partial);
        assert_eq!(text(&trainer.state()), before, "{partial}");
    }
}

#[test]
fn anything_else_restarts() {
    for partial in [
        r#"{"layers_dims": [2, 4, 3, 1]}"#, // even if it is the same
        r#"{"layers_dims": [2, 1]}"#,
        r#"{"seed": 3}"#,
        r#"{"seed": 4294967295}"#,
        r#"{"initialization": "he"}"#,
        r#"{"activation": "tanh"}"#,
        r#"{"dataset": {}}"#,
        r#"{"dataset": {"name": "moons"}}"#,
        r#"{"dataset": {"m": 100}}"#,
        r#"{"dataset": {"noise": 0.5}}"#,
        r#"{"learning_rate": 0.5, "seed": 3}"#,
    ] {
        let trainer = under_way();
        configure(&trainer, partial);
        let state = trainer.state();
        assert_eq!(
            [number(&state, "iteration"), number(&state, "progress")],
            [0.0; 2],
            "{partial}"
        );
        assert_eq!(trainer.costs_since(0).length(), 0, "{partial}");
    }
}

#[test]
fn what_is_named_is_what_the_state_says() {
    let trainer = new_trainer();
    let partial = r#"{"layers_dims":[2,5,1],"learning_rate":1.25,"seed":7,"initialization":"small","activation":"tanh","dataset":{"name":"xor","m":30,"noise":0.25,"seed":9},"#;
    configure(&trainer, &format!("{}}}", partial.trim_end_matches(',')));
    assert!(text(&trainer.state()).starts_with(partial), "{}", text(&trainer.state()));
    assert_eq!(number(&trainer.state(), "m"), 30.0);
    assert_eq!(matrix(&trainer, "A", 0).1, 30);
}

#[test]
fn each_field_changes_the_network() {
    let W = entries(&new_trainer(), "W", 1);
    for partial in
        [r#"{"seed": 4}"#, r#"{"initialization": "he"}"#, r#"{"initialization": "zeros"}"#]
    {
        assert_ne!(entries(&trained(partial, 0), "W", 1), W, "{partial}");
    }
    let A = entries(&trained("{}", 1), "A", 1);
    assert_ne!(entries(&trained(r#"{"activation": "tanh"}"#, 1), "A", 1), A);
    assert_ne!(entries(&trained(r#"{"dataset": {"seed": 2}}"#, 1), "A", 1), A);
}

#[test]
fn data_of_another_size_change_the_first_entry_and_keep_the_rest() {
    let trainer = trained(
        r#"{"layers_dims": [2, 5, 3, 1], "learning_rate": 0.3, "seed": 8, "initialization": "he", "activation": "tanh"}"#,
        1,
    );
    let rest = r#","learning_rate":0.3,"seed":8,"initialization":"he","activation":"tanh","#;
    configure(&trainer, r#"{"dataset": {"name": "randn", "n0": 7}}"#);
    assert!(text(&trainer.state()).starts_with(&format!(r#"{{"layers_dims":[7,5,3,1]{rest}"#)));
    assert_eq!(trainer.shape("W", 1).expect("W[1]").to_vec(), [5, 7]);
    configure(&trainer, r#"{"dataset": {"name": "flower"}}"#);
    assert!(text(&trainer.state()).starts_with(&format!(r#"{{"layers_dims":[2,5,3,1]{rest}"#)));
}

#[test]
fn a_data_set_without_a_name_is_the_current_one() {
    let trainer = trained(r#"{"dataset": {"name": "moons", "noise": 0.5}}"#, 0);
    configure(&trainer, r#"{"dataset": {"m": 50}}"#);
    let dataset = text(&get(&trainer.state(), "dataset"));
    assert_eq!(dataset, r#"{"name":"moons","m":50,"noise":0.5,"seed":3}"#);
}

#[test]
fn a_file_is_needed_for_data_that_are_read_and_not_there_yet() {
    let trainer = new_trainer();
    let needed = |partial: &str| trainer.file_needed(&json(partial)).expect(partial);
    assert_eq!(needed("{}"), None);
    assert_eq!(needed(r#"{"dataset": {"name": "moons"}}"#), None);
    assert_eq!(needed(r#"{"dataset": {"name": "digits"}}"#).as_deref(), Some("digits"));
    assert_eq!(needed(r#"{"dataset": {"name": "cancer"}}"#).as_deref(), Some("cancer"));
    let digits = json(r#"{"dataset": {"name": "digits"}}"#);
    trainer.configure(&digits, bytes(DIGITS)).expect("the file is that of the data set");
    assert_eq!(needed(r#"{"dataset": {"name": "digits"}, "seed": 5}"#), None);
    assert_eq!(needed(r#"{"dataset": {"digit": 4}}"#).as_deref(), Some("digits"));
    trainer.configure(&json(r#"{"seed": 5}"#), JsValue::UNDEFINED).expect("the data are there");
    assert_eq!(number(&trainer.state(), "n0"), 64.0);
}

#[test]
fn a_file_gives_the_examples_in_columns() {
    let trainer = digits(50);
    let header = 10 + usize::from(DIGITS[8]) + 256 * usize::from(DIGITS[9]);
    let (rows, columns, X) = matrix(&trainer, "A", 0);
    assert_eq!((rows, columns), (64, 50));
    for (pixel, example) in [(0, 0), (2, 0), (10, 7), (63, 49), (1, 49)] {
        let stored = f64::from(DIGITS[header + 65 * example + pixel]) / 16.0;
        assert_eq!(X[pixel * 50 + example], stored, "X[{pixel}, {example}]");
    }
    let labels: Vec<_> = (0..50)
        .map(|example| if DIGITS[header + 65 * example + 64] == 0 { 1.0 } else { 0.0 })
        .collect();
    assert_eq!(entries(&trainer, "Y", 3), labels);
    assert_eq!(text(&get(&trainer.state(), "image")), r#"{"height":8,"width":8,"channels":1}"#);
}

#[test]
fn reset_begins_anew_with_the_same_configuration() {
    let trainer = trained(r#"{"seed": 11}"#, 0);
    let W = bits(&entries(&trainer, "W", 1));
    (0..4).for_each(|_| _ = trainer.step());
    configure(&trainer, r#"{"learning_rate": 0.5}"#);
    trainer.reset().expect("a reset cannot fail");
    assert_eq!(trainer.iteration(), 0);
    assert_eq!(trainer.costs_since(0).length(), 0);
    assert_eq!(bits(&entries(&trainer, "W", 1)), W);
    assert_eq!(number(&trainer.state(), "learning_rate"), 0.5);
}

// ---- what is refused

#[test]
fn a_configuration_that_is_no_object_is_refused() {
    assert_refused(
        &under_way(),
        &[
            ("null", ["type", "configuration", "object", "null"]),
            ("undefined", ["type", "configuration", "object", "…"]),
            ("[]", ["type", "configuration", "object", "[]"]),
            ("5", ["type", "configuration", "object", "5"]),
            ("true", ["type", "configuration", "object", "true"]),
            (r#""relu""#, ["type", "configuration", "object", r#""relu""#]),
            (r#"{"dataset": null}"#, ["type", "dataset", "object", "null"]),
            (r#"{"dataset": []}"#, ["type", "dataset", "object", "[]"]),
            (r#"{"dataset": "flower"}"#, ["type", "dataset", "object", r#""flower""#]),
        ],
    );
}

#[test]
fn a_function_is_no_configuration_and_no_data_set() {
    assert_refused(
        &under_way(),
        &[
            ("function", ["type", "configuration", "object", "…"]),
            (r#"{"dataset": function}"#, ["type", "dataset", "object", "…"]),
        ],
    );
}

#[test]
fn values_of_a_wrong_type_are_refused() {
    assert_refused(
        &under_way(),
        &[
            (r#"{"learning_rate": "0.1"}"#, ["type", "learning_rate", "number", r#""0.1""#]),
            (r#"{"learning_rate": null}"#, ["type", "learning_rate", "number", "null"]),
            (r#"{"learning_rate": {"a": 1}}"#, ["type", "learning_rate", "number", r#"{"a":1}"#]),
            (r#"{"learning_rate": function}"#, ["type", "learning_rate", "number", "…"]),
            (r#"{"learning_rate": 1n}"#, ["type", "learning_rate", "number", "…"]),
            (r#"{"seed": "3"}"#, ["type", "seed", "number", r#""3""#]),
            (r#"{"seed": true}"#, ["type", "seed", "number", "true"]),
            (r#"{"layers_dims": {"0": 2}}"#, ["type", "layers_dims", "array", r#"{"0":2}"#]),
            (r#"{"layers_dims": "2,4,1"}"#, ["type", "layers_dims", "array", r#""2,4,1""#]),
            (r#"{"layers_dims": null}"#, ["type", "layers_dims", "array", "null"]),
            (r#"{"layers_dims": 3}"#, ["type", "layers_dims", "array", "3"]),
            (r#"{"layers_dims": [2, "4", 1]}"#, ["type", "layers_dims[1]", "number", r#""4""#]),
            (r#"{"layers_dims": [2, 4, null]}"#, ["type", "layers_dims[2]", "number", "null"]),
            (r#"{"layers_dims": [[2, 4, 1]]}"#, ["type", "layers_dims[0]", "number", "[2,4,1]"]),
            (r#"{"activation": 3}"#, ["type", "activation", "string", "3"]),
            (r#"{"activation": null}"#, ["type", "activation", "string", "null"]),
            (r#"{"initialization": ["he"]}"#, ["type", "initialization", "string", r#"["he"]"#]),
            (r#"{"dataset": {"name": 3}}"#, ["type", "dataset.name", "string", "3"]),
            (r#"{"dataset": {"m": "400"}}"#, ["type", "dataset.m", "number", r#""400""#]),
            (r#"{"dataset": {"noise": []}}"#, ["type", "dataset.noise", "number", "[]"]),
            (r#"{"dataset": {"seed": null}}"#, ["type", "dataset.seed", "number", "null"]),
        ],
    );
}

#[test]
fn unknown_fields_and_names_are_refused() {
    let fields = "one of layers_dims, learning_rate, seed, initialization, activation, dataset";
    let dataset_fields = "one of name, title, m, noise, seed, n0, digit";
    let names = "one of flower, circles, moons, blobs, xor, spiral, randn, digits, cancer";
    assert_refused(
        &under_way(),
        &[
            (r#"{"alpha": 1}"#, ["unknown_field", "alpha", fields, "…"]),
            (r#"{"Learning_rate": 1}"#, ["unknown_field", "Learning_rate", fields, "…"]),
            (r#"{"dataset": {"n": 3}}"#, ["unknown_field", "dataset.n", dataset_fields, "…"]),
            (r#"{"dataset": {"digit": 3}}"#, ["unknown_field", "dataset.digit", "…", "3"]),
            (r#"{"activation": "sigmoid"}"#, ["choice", "activation", "relu or tanh", "…"]),
            (r#"{"activation": ""}"#, ["choice", "activation", "relu or tanh", "…"]),
            (
                r#"{"initialization": "xavier"}"#,
                [
                    "choice",
                    "initialization",
                    "one of course, he, small, zeros, imported",
                    r#""xavier""#,
                ],
            ),
            (r#"{"dataset": {"name": "iris"}}"#, ["choice", "dataset.name", names, r#""iris""#]),
        ],
    );
}

#[test]
fn values_out_of_range_are_refused() {
    let size = "0–4294967295";
    assert_refused(
        &under_way(),
        &[
            (r#"{"learning_rate": 0}"#, ["learning_rate", "learning_rate", "> 0", "0"]),
            (r#"{"learning_rate": -0.5}"#, ["learning_rate", "learning_rate", "> 0", "-0.5"]),
            (r#"{"learning_rate": NaN}"#, ["learning_rate", "learning_rate", "> 0", "NaN"]),
            (r#"{"learning_rate": Infinity}"#, ["learning_rate", "learning_rate", "> 0", "inf"]),
            (r#"{"seed": -1}"#, ["whole_range", "seed", size, "-1"]),
            (r#"{"seed": 0.5}"#, ["whole_range", "seed", size, "0.5"]),
            (r#"{"seed": 4294967296}"#, ["whole_range", "seed", size, "4294967296"]),
            (r#"{"seed": NaN}"#, ["whole_range", "seed", size, "NaN"]),
            (r#"{"layers_dims": []}"#, ["too_few_layers", "layers_dims", "2", "0"]),
            (r#"{"layers_dims": [2]}"#, ["too_few_layers", "layers_dims", "2", "1"]),
            (r#"{"layers_dims": [2, 0, 1]}"#, ["empty_layer", "layers_dims[1]", "1", "0"]),
            (r#"{"layers_dims": [2, -4, 1]}"#, ["whole_range", "layers_dims[1]", size, "-4"]),
            (r#"{"layers_dims": [2, 1.5, 1]}"#, ["whole_range", "layers_dims[1]", size, "1.5"]),
            (r#"{"layers_dims": [2, NaN, 1]}"#, ["whole_range", "layers_dims[1]", size, "NaN"]),
            (r#"{"layers_dims": [3, 4, 1]}"#, ["input_size", "layers_dims[0]", "2", "3"]),
            (r#"{"layers_dims": [2, 4, 2]}"#, ["output_size", "layers_dims[2]", "1", "2"]),
            (
                r#"{"layers_dims": [2, 4294967295, 4294967295, 1]}"#,
                ["memory", "layers_dims", "2048 MB", "…"],
            ),
            (
                r#"{"layers_dims": [2, 1], "dataset": {"name": "randn", "n0": 7}}"#,
                ["input_size", "layers_dims[0]", "7", "2"],
            ),
            (r#"{"dataset": {"m": 1}}"#, ["whole_range", "dataset.m", "2–100000", "1"]),
            (r#"{"dataset": {"m": 2.5}}"#, ["whole_range", "dataset.m", "2–100000", "2.5"]),
            (r#"{"dataset": {"m": 1e300}}"#, ["whole_range", "dataset.m", "2–100000", "…"]),
            (r#"{"dataset": {"noise": -1}}"#, ["number_range", "dataset.noise", "0–10", "-1"]),
            (r#"{"dataset": {"noise": NaN}}"#, ["number_range", "dataset.noise", "0–10", "NaN"]),
            (
                r#"{"dataset": {"name": "randn", "n0": 50000, "m": 400}}"#,
                ["too_large", "dataset.n0", "at most 10000 when m is 400", "50000"],
            ),
            (
                r#"{"dataset": {"name": "digits", "digit": 10}}"#,
                ["whole_range", "dataset.digit", "0–9", "10"],
            ),
        ],
    );
}

#[test]
fn one_wrong_value_among_right_ones_changes_nothing() {
    assert_refused(
        &under_way(),
        &[
            (
                r#"{"learning_rate": 0.5, "seed": 9, "activation": "step"}"#,
                ["choice", "activation", "…", "…"],
            ),
            (r#"{"learning_rate": 0.5, "alpha": 1}"#, ["unknown_field", "alpha", "…", "…"]),
            (
                r#"{"dataset": {"name": "moons", "m": 0}, "learning_rate": 0.5}"#,
                ["whole_range", "dataset.m", "…", "0"],
            ),
        ],
    );
}

#[test]
fn a_missing_or_wrong_file_is_refused() {
    let trainer = under_way();
    let before = text(&trainer.state());
    let one_byte_more = [DIGITS, &[0]].concat();
    for (what, file) in [
        ("no file", JsValue::UNDEFINED),
        ("an empty file", bytes(&[])),
        ("half of the file", bytes(&DIGITS[..DIGITS.len() / 2])),
        ("one byte more", bytes(&one_byte_more)),
        ("another file", bytes(CANCER)),
        ("a page", bytes(b"<!doctype html>")),
    ] {
        let partial = json(r#"{"dataset": {"name": "digits"}, "seed": 9}"#);
        let found = problem(what, trainer.configure(&partial, file));
        assert_eq!((&*found.kind, &*found.field), ("file", "dataset.digits"), "{what}");
        assert!(!found.wanted.is_empty() && !found.got.is_empty(), "{what}: {found:?}");
        assert_eq!(text(&trainer.state()), before, "the state after {what}");
    }
}

#[test]
fn a_message_says_field_wanted_and_got() {
    let message =
        |partial: &str| problem(partial, new_trainer().file_needed(&json(partial))).message;
    assert_eq!(message(r#"{"learning_rate": "x"}"#), r#"learning_rate: expected number, got "x""#);
    assert_eq!(
        message(r#"{"dataset": {"m": 1}}"#),
        "dataset.m: expected a whole number from 2 to 100000, got 1"
    );
    assert_eq!(
        message(r#"{"layers_dims": [3, 1]}"#),
        "layers_dims[0]: expected 2, the number of rows of X, got 3"
    );
}

#[test]
fn a_long_value_is_cut_in_the_message() {
    let partial = format!(r#"{{"learning_rate": "{}"}}"#, "é".repeat(5000));
    let found = problem("a long text", new_trainer().file_needed(&json(&partial)));
    assert!(found.got.ends_with('…') && found.got.chars().count() <= 61, "{}", found.got);
}

// ---- stepping

#[test]
fn step_and_step_operation_agree() {
    let (by_step, by_operation) = (new_trainer(), new_trainer());
    let count = Array::from(&get(&by_step.state(), "operations")).length() as usize;
    for _ in 0..3 {
        by_step.step();
        let indices: Vec<_> = (0..count).map(|_| by_operation.step_operation()).collect();
        assert_eq!(indices, (0..count).collect::<Vec<_>>());
        assert_eq!(text(&by_operation.state()), text(&by_step.state()));
        assert_eq!(fresh_bits(&by_operation, 3), fresh_bits(&by_step, 3));
        assert_eq!(fresh_bits(&by_step, 3).len(), all_matrices(3).len());
    }
}

#[test]
fn a_step_does_the_rest_of_the_iteration_under_way() {
    let (whole, parted) = (trained("{}", 3), under_way());
    let cost = parted.step();
    assert_eq!(parted.iteration(), 3);
    assert_eq!(cost, whole.costs_since(2).to_vec()[0]);
    assert_eq!(fresh_bits(&parted, 3), fresh_bits(&whole, 3));
}

#[test]
fn progress_says_what_the_state_says() {
    for trainer in [new_trainer(), under_way(), trained("{}", 3)] {
        let (progress, state) = (trainer.progress(), trainer.state());
        for key in ["iteration", "progress", "cost", "divergence"] {
            assert_eq!(text(&get(&progress, key)), text(&get(&state, key)), "{key}");
        }
        assert_eq!(number(&progress, "iteration"), trainer.iteration() as f64);
        assert_eq!(number(&state, "accuracy"), trainer.accuracy());
    }
}

#[test]
fn costs_since_gives_the_costs_from_k_on() {
    let trainer = new_trainer();
    let costs: Vec<_> = (0..6).map(|_| trainer.step()).collect();
    assert!(costs[5] < costs[0], "training lowers the cost");
    assert_eq!(trainer.costs_since(0).to_vec(), costs);
    assert_eq!(trainer.costs_since(4).to_vec(), costs[4..]);
    assert_eq!(trainer.costs_since(6).length(), 0);
    assert_eq!(trainer.costs_since(1000).length(), 0);
    assert_eq!(number(&trainer.progress(), "cost"), costs[5]);
}

#[test]
fn a_divergence_is_said_and_training_can_go_on() {
    let trainer = trained(r#"{"learning_rate": 1e200}"#, 0);
    assert!(!trainer.diverged());
    (0..4).for_each(|_| _ = trainer.step());
    assert!(trainer.diverged());
    let divergence = get(&trainer.progress(), "divergence");
    assert!(number(&divergence, "iteration") < 4.0);
    assert!(number(&divergence, "layer") >= 1.0);
    assert!(get(&divergence, "operation").is_string());
    assert_eq!(trainer.iteration(), 4);
}

// ---- matrices

#[test]
fn a_tensor_is_row_major() {
    let trainer = trained(r#"{"dataset": {"m": 9}}"#, 2);
    for (name, layer) in all_matrices(3) {
        let (rows, columns, entries) = matrix(&trainer, name, layer);
        let shape = trainer.shape(name, layer).expect(name).to_vec();
        assert_eq!(shape, [rows as u32, columns as u32], "{name}[{layer}]");
        assert_eq!(entries.len(), rows * columns, "{name}[{layer}]");
        for row in 0..rows {
            for column in 0..columns {
                let entry = trainer.entry(&quantity(name, layer), row, column);
                assert_eq!(entry, Some(entries[row * columns + column]), "{name}[{row}, {column}]");
            }
        }
    }
}

#[test]
fn the_shapes_are_those_of_the_formulas() {
    let trainer = trained(r#"{"dataset": {"m": 9}}"#, 0);
    for (name, layer, shape) in [
        ("W", 1, [4, 2]),
        ("b", 2, [3, 1]),
        ("Z", 2, [3, 9]),
        ("A", 0, [2, 9]),
        ("dA", 1, [4, 9]),
        ("dW", 3, [1, 3]),
        ("db", 1, [4, 1]),
        ("Y", 3, [1, 9]),
        ("losses", 3, [1, 9]),
    ] {
        assert_eq!(trainer.shape(name, layer).expect(name).to_vec(), shape, "{name}[{layer}]");
    }
}

#[test]
fn a_tensor_is_a_copy_that_later_steps_leave_alone() {
    let trainer = trained("{}", 1);
    let copies: Vec<_> = all_matrices(3)
        .into_iter()
        .map(|(name, layer)| (name, trainer.tensor(name, layer as f64).expect(name).take()))
        .collect();
    let before: Vec<_> = copies.iter().map(|(_, copy)| bits(&copy.to_vec())).collect();
    (0..3).for_each(|_| _ = trainer.step());
    configure(&trainer, r#"{"layers_dims": [2, 200, 200, 1]}"#);
    trainer.step();
    for ((name, copy), before) in copies.iter().zip(before) {
        assert_eq!(bits(&copy.to_vec()), before, "{name}");
    }
}

#[test]
fn what_was_returned_survives_memory_growth() {
    let trainer = trained("{}", 2);
    let tensor = trainer.tensor("A", 1.0).expect("A[1]").take();
    let costs = trainer.costs_since(0);
    let checkpoint = trainer.checkpoint(0);
    let histogram = trainer.prediction_histogram(4);
    paint(&trainer, "A", 1, 400, 4);
    let pixels = trainer.take_pixels();
    let contents = || {
        [
            tensor.to_vec(),
            costs.to_vec(),
            Float64Array::from(get(&checkpoint, "parameters")).to_vec(),
            Float64Array::from(get(&checkpoint, "costs")).to_vec(),
            histogram.to_vec().into_iter().map(f64::from).collect(),
            pixels.to_vec().into_iter().map(f64::from).collect(),
        ]
    };
    let before = contents();
    assert!(before[..5].iter().all(|content| !content.is_empty()));
    assert_ne!(core::arch::wasm32::memory_grow::<0>(16), usize::MAX, "there is memory to grow");
    assert_eq!(contents(), before);
}

#[test]
fn a_tensor_hands_its_entries_over_once() {
    let tensor = new_trainer().tensor("W", 1.0).expect("W[1]");
    assert_eq!(tensor.take().length(), 8);
    assert_eq!(tensor.take().length(), 0);
}

#[test]
fn entry_is_undefined_where_there_is_none() {
    let trainer = new_trainer();
    assert!(trainer.entry(&quantity("W", 1), 3, 1).is_some());
    for (name, layer, row, column) in [
        ("W", 1, 4, 0),
        ("W", 1, 0, 2),
        ("W", 0, 0, 0),
        ("W", 4, 0, 0),
        ("dW", 1, 0, 0), // not computed yet
        ("V", 1, 0, 0),
        ("Y", 1, 0, 0),
    ] {
        assert_eq!(trainer.entry(&quantity(name, layer), row, column), None, "{name}[{layer}]");
    }
}

#[test]
fn a_matrix_that_is_not_there_is_refused() {
    let trainer = new_trainer();
    let names = "one of W, b, Z, A, Y, losses, dA, dZ, dW, db";
    for (name, layer, expected) in [
        ("V", 1.0, ["choice", "name", names, r#""V""#]),
        ("w", 1.0, ["choice", "name", names, r#""w""#]),
        ("W", 0.0, ["no_such_layer", "W", "1–3", "0"]),
        ("W", 4.0, ["no_such_layer", "W", "1–3", "4"]),
        ("A", 4.0, ["no_such_layer", "A", "0–3", "4"]),
        ("Y", 1.0, ["no_such_layer", "Y", "3–3", "1"]),
        ("W", -1.0, ["whole_range", "layer", "0–4294967295", "-1"]),
        ("W", 1.5, ["whole_range", "layer", "0–4294967295", "1.5"]),
        ("W", f64::NAN, ["whole_range", "layer", "0–4294967295", "NaN"]),
        ("dW", 2.0, ["not_computed", "dW[2]", "", ""]),
    ] {
        let found = problem(name, trainer.tensor(name, layer));
        assert_eq!([found.kind, found.field, found.wanted, found.got], expected, "{name}[{layer}]");
    }
    assert_eq!(problem("shape", trainer.shape("V", 1)).kind, "choice");
    assert_eq!(problem("shape", trainer.shape("W", 4)).kind, "no_such_layer");
}

// ---- pictures

#[test]
fn a_picture_has_one_pixel_an_entry_row_by_row() {
    let trainer = trained(r#"{"dataset": {"m": 9}}"#, 2);
    for (name, layer) in all_matrices(3) {
        let picture = paint(&trainer, name, layer, 1000, 1000);
        let (rows, columns, entries) = matrix(&trainer, name, layer);
        let scale = largest(&entries);
        for (key, expected) in [
            ("rows", rows as f64),
            ("columns", columns as f64),
            ("width", columns as f64),
            ("height", rows as f64),
            ("scale", scale),
            ("min", entries.iter().copied().fold(f64::INFINITY, f64::min)),
            ("max", entries.iter().copied().fold(f64::NEG_INFINITY, f64::max)),
            ("not_finite", 0.0),
        ] {
            assert_eq!(number(&picture, key), expected, "{key} of {name}[{layer}]");
        }
        let expected: Vec<_> =
            entries.iter().map(|&entry| colour::of_entry(entry, scale, Theme::Light)).collect();
        assert_eq!(colours(&trainer.take_pixels().to_vec()), expected, "{name}[{layer}]");
    }
}

#[test]
fn a_matrix_with_more_entries_than_pixels_is_pooled() {
    let trainer = trained("{}", 2);
    let picture = paint(&trainer, "Z", 1, 100, 2); // 4 · 400 entries, blocks of 2 · 4
    assert_eq!([number(&picture, "width"), number(&picture, "height")], [100.0, 2.0]);
    assert_eq!([number(&picture, "rows"), number(&picture, "columns")], [4.0, 400.0]);
    let Z = entries(&trainer, "Z", 1);
    let expected: Vec<_> = (0..200)
        .map(|pixel| {
            let (y, x) = (pixel / 100, pixel % 100);
            let block = (0..8).map(|k| Z[(2 * y + k / 4) * 400 + 4 * x + k % 4]);
            let entry = block.max_by(|a, b| a.abs().total_cmp(&b.abs())).expect("8 entries");
            colour::of_entry(entry, largest(&Z), Theme::Light)
        })
        .collect();
    assert_eq!(colours(&trainer.take_pixels().to_vec()), expected);
}

#[test]
fn a_picture_has_at_least_one_pixel_and_at_most_one_an_entry() {
    let trainer = new_trainer();
    let size = |name: &str, layer: usize, width: usize, height: usize| {
        let picture = paint(&trainer, name, layer, width, height);
        let size = [number(&picture, "width"), number(&picture, "height")];
        assert_eq!(trainer.take_pixels().length() as f64, 4.0 * size[0] * size[1]);
        size
    };
    assert_eq!(size("W", 1, 2, 4), [2.0, 4.0]);
    assert_eq!(size("W", 1, 1, 3), [1.0, 3.0]);
    assert_eq!(size("W", 1, 0, 0), [1.0, 1.0]);
    assert_eq!(size("A", 0, 5000, 1), [400.0, 1.0]);
}

#[test]
fn the_pixels_lie_behind_one_another_until_they_are_taken() {
    let trainer = new_trainer();
    paint(&trainer, "W", 1, 2, 4);
    paint(&trainer, "W", 2, 4, 3);
    let both = trainer.take_pixels().to_vec();
    assert_eq!(both.len(), 4 * (8 + 12));
    assert_eq!(trainer.take_pixels().length(), 0);
    paint(&trainer, "W", 2, 4, 3);
    assert_eq!(trainer.take_pixels().to_vec(), both[4 * 8..]);
}

#[test]
fn an_absent_matrix_has_a_shape_and_no_pixels() {
    let trainer = new_trainer();
    let picture = paint(&trainer, "dW", 2, 10, 10);
    let expected = r#"{"rows":3,"columns":4,"width":0,"height":0,"status":"absent","scale":0,"min":0,"max":0,"not_finite":0}"#;
    assert_eq!(text(&picture), expected);
    assert_eq!(trainer.take_pixels().length(), 0);
}

#[test]
fn the_status_says_what_the_iteration_has_computed() {
    let trainer = new_trainer();
    let status = |name: &str, layer: usize| {
        get(&paint(&trainer, name, layer, 1, 1), "status").as_string().expect("a status")
    };
    assert_eq!([status("W", 1), status("A", 0), status("Y", 3)], ["fresh"; 3]);
    assert_eq!([status("Z", 1), status("losses", 3)], ["absent"; 2]);
    trainer.step_operation();
    assert_eq!([status("Z", 1), status("A", 1)], ["fresh", "absent"]);
    trainer.step();
    assert_eq!([status("Z", 1), status("dW", 1)], ["fresh"; 2]);
    trainer.step_operation();
    assert_eq!([status("Z", 1), status("A", 1)], ["fresh", "stale"]);
}

#[test]
fn a_scale_that_is_given_is_kept() {
    let trainer = trained("{}", 1);
    let request = request("W", 1, 2, 4, r#""theme": "dark", "scale": 12.5"#);
    let picture = trainer.paint(&request).expect("the request is right");
    assert_eq!(number(&picture, "scale"), 12.5);
    let W = entries(&trainer, "W", 1);
    let expected: Vec<_> =
        W.iter().map(|&entry| colour::of_entry(entry, 12.5, Theme::Dark)).collect();
    assert_eq!(colours(&trainer.take_pixels().to_vec()), expected);
    assert_eq!(number(&picture, "max"), W.iter().copied().fold(f64::NEG_INFINITY, f64::max));
}

#[test]
fn what_is_not_finite_is_counted_and_has_its_own_colour() {
    let trainer = trained(r#"{"learning_rate": 1e200}"#, 4);
    let Z = entries(&trainer, "Z", 3);
    let not_finite = Z.iter().filter(|entry| !entry.is_finite()).count();
    assert!(not_finite > 0, "a learning rate of 1e200 ends in NaN");
    let picture = paint(&trainer, "Z", 3, 400, 1);
    assert_eq!(number(&picture, "not_finite"), not_finite as f64);
    assert!(number(&picture, "scale").is_finite());
    let pixels = colours(&trainer.take_pixels().to_vec());
    let own = [colour::NAN, colour::PLUS_INFINITY, colour::MINUS_INFINITY];
    assert_eq!(pixels.iter().filter(|pixel| own.contains(pixel)).count(), not_finite);
}

#[test]
fn a_wrong_picture_request_is_refused_and_paints_nothing() {
    let trainer = new_trainer();
    let right = r#""theme": "light""#;
    for (what, request) in [
        ("an unknown matrix", request("V", 1, 1, 1, right)),
        ("an unknown theme", request("W", 1, 1, 1, r#""theme": "sepia""#)),
        ("no theme", json(r#"{"name": "W", "layer": 1, "width": 1, "height": 1}"#)),
        ("a scale in words", request("W", 1, 1, 1, r#""theme": "light", "scale": "1""#)),
        ("a layer beyond the last", request("W", 4, 1, 1, right)),
        ("no object", JsValue::NULL),
    ] {
        problem(what, trainer.paint(&request));
        assert_eq!(trainer.take_pixels().length(), 0, "{what}");
    }
}

#[test]
fn a_row_of_the_first_weights_is_a_picture() {
    let trainer = digits(50);
    (0..3).for_each(|_| _ = trainer.step());
    let W = entries(&trainer, "W", 1); // (4, 64)
    for row in 0..4 {
        let picture = trainer.paint_weight_image(row, "dark").expect("the row is there");
        assert_eq!(number(&picture, "scale"), largest(&W), "the scale of the whole matrix");
        for key in ["rows", "columns", "width", "height"] {
            assert_eq!(number(&picture, key), 8.0, "{key}");
        }
        let expected: Vec<_> = W[64 * row..64 * (row + 1)]
            .iter()
            .map(|&entry| colour::of_entry(entry, largest(&W), Theme::Dark))
            .collect();
        assert_eq!(colours(&trainer.take_pixels().to_vec()), expected, "row {row}");
    }
}

#[test]
fn a_weight_image_is_refused_where_there_is_none() {
    let found = problem("flower", new_trainer().paint_weight_image(0, "light"));
    assert_eq!((&*found.kind, &*found.field), ("no_image", "dataset"));
    let trainer = digits(10);
    let found = problem("row 4 of 4", trainer.paint_weight_image(4, "light"));
    assert_eq!(
        [found.kind, found.field, found.wanted, found.got],
        ["whole_range", "row", "0–3", "4"]
    );
    let found = problem("theme", trainer.paint_weight_image(0, "sepia"));
    assert_eq!([found.kind, found.wanted, found.got], ["choice", "light or dark", r#""sepia""#]);
    assert_eq!(trainer.take_pixels().length(), 0);
}

#[test]
fn the_boundary_is_the_output_over_the_plane_of_the_inputs() {
    let trainer = trained(r#"{"layers_dims": [2, 1], "learning_rate": 1}"#, 20);
    let (width, height) = (7, 5);
    let ranges = trainer.paint_boundary(width, height, "light").expect("two inputs");
    let X = entries(&trainer, "A", 0);
    let [x, y] = [("x", &X[..400]), ("y", &X[400..])].map(|(key, inputs)| {
        let low = inputs.iter().copied().fold(f64::INFINITY, f64::min);
        let high = inputs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let range = Array::from(&get(&ranges, key));
        let margin = 0.1 * (high - low);
        for (index, expected) in [low - margin, high + margin].into_iter().enumerate() {
            let got = range.get(index as u32).as_f64().expect("a number");
            assert!((got - expected).abs() < 1e-12, "{key}: expected {expected}, got {got}");
        }
        [low - margin, high + margin]
    });
    let pixels = colours(&trainer.take_pixels().to_vec());
    assert_eq!(pixels.len(), width * height);
    let (W, b) = (entries(&trainer, "W", 1), entries(&trainer, "b", 1));
    for (index, got) in pixels.into_iter().enumerate() {
        let (column, row) = ((index % width) as f64 + 0.5, (index / width) as f64 + 0.5);
        let x = x[0] + (x[1] - x[0]) * column / width as f64;
        let y = y[1] - (y[1] - y[0]) * row / height as f64; // upward
        let a = 1.0 / (1.0 + (-(W[0] * x + W[1] * y + b[0])).exp());
        let expected = colour::diverging((2.0 * a - 1.0) / 1.8, Theme::Light);
        let off = got.iter().zip(expected).map(|(got, expected)| got.abs_diff(expected)).max();
        assert!(off <= Some(1), "pixel {index}: expected {expected:?}, got {got:?}");
    }
}

#[test]
fn a_boundary_is_refused_where_there_is_none() {
    let trainer = trained(r#"{"dataset": {"name": "randn", "n0": 3}}"#, 0);
    let found = problem("three inputs", trainer.paint_boundary(4, 4, "light"));
    assert_eq!(
        [found.kind, found.field, found.wanted, found.got],
        ["no_plane", "dataset", "2", "3"]
    );
    let found = problem("theme", new_trainer().paint_boundary(4, 4, "sepia"));
    assert_eq!((&*found.kind, &*found.field), ("choice", "theme"));
    assert_eq!(trainer.take_pixels().length(), 0);
}

#[test]
fn the_legend_is_drawn_by_the_function_that_draws_the_cells() {
    let pixels = wasm::legend(5, "dark").expect("dark is a theme");
    let expected = [-1.0, -0.5, 0.0, 0.5, 1.0].map(|x| colour::of_entry(x, 1.0, Theme::Dark));
    assert_eq!(colours(&pixels), expected);
    assert_ne!(colours(&wasm::legend(5, "light").expect("light is a theme")), expected);
    let found = problem("legend", wasm::legend(5, "sepia"));
    assert_eq!([found.kind, found.field, found.wanted], ["choice", "theme", "light or dark"]);
}

// ---- predictions

#[test]
fn the_histogram_counts_every_example_once_under_its_label() {
    let trainer = trained(r#"{"dataset": {"m": 101}}"#, 30);
    let ones = entries(&trainer, "Y", 3).iter().sum::<f64>() as u32;
    for bins in [1, 2, 7, 40] {
        let counts = trainer.prediction_histogram(bins).to_vec();
        assert_eq!(counts.len(), 2 * bins);
        assert_eq!(counts[..bins].iter().sum::<u32>(), 101 - ones, "label 0 in {bins} bins");
        assert_eq!(counts[bins..].iter().sum::<u32>(), ones, "label 1 in {bins} bins");
    }
    assert_eq!(trainer.prediction_histogram(0).length(), 2, "0 bins are 1");
}

#[test]
fn the_accuracy_is_the_share_on_the_right_side_of_the_histogram() {
    let trainer = trained(r#"{"learning_rate": 0.5}"#, 200);
    let counts = trainer.prediction_histogram(2).to_vec(); // below and above ½
    let share = f64::from(counts[0] + counts[3]) / 400.0;
    assert_eq!(trainer.accuracy(), share);
    assert!(share > 0.5, "training helps");
}

// ---- checkpoints

#[test]
fn a_checkpoint_comes_back_bit_for_bit() {
    let operations = 3 * 2 + 2 + 3 * 3 + 2 + 3 * 2;
    for progress in 0..=operations {
        let original = trained(r#"{"dataset": {"m": 20}}"#, 3);
        // α of the iteration under way is not that of the configuration.
        (0..progress).for_each(|_| _ = original.step_operation());
        configure(&original, r#"{"learning_rate": 0.9}"#);

        let copy = trained(r#"{"dataset": {"m": 20}, "learning_rate": 0.9}"#, 0);
        copy.restore(&original.checkpoint(0)).expect("a checkpoint of the same network");
        let what = format!("after operation {progress}");
        assert_eq!(text(&copy.state()), text(&original.state()), "{what}");
        assert_eq!(copy.costs_since(0).to_vec(), original.costs_since(0).to_vec(), "{what}");
        assert_eq!(fresh_bits(&copy, 3), fresh_bits(&original, 3), "{what}");
        for _ in 0..2 {
            assert_eq!(copy.step().to_bits(), original.step().to_bits(), "{what}");
            assert_eq!(fresh_bits(&copy, 3), fresh_bits(&original, 3), "{what}");
        }
    }
}

#[test]
fn a_checkpoint_leaves_out_the_costs_that_its_caller_has() {
    let trainer = trained("{}", 5);
    let costs = |from: usize| Float64Array::new(&get(&trainer.checkpoint(from), "costs")).to_vec();
    let all = costs(0);
    assert_eq!(all, trainer.costs_since(0).to_vec()[..4], "of the iterations before the last");
    assert_eq!(costs(3), all[3..]);
    assert!(costs(4).is_empty());
    assert!(costs(99).is_empty());
}

#[test]
fn a_checkpoint_before_the_first_iteration_comes_back() {
    let copy = trained("{}", 7);
    copy.restore(&new_trainer().checkpoint(0)).expect("a checkpoint of the same network");
    assert_eq!(text(&copy.state()), text(&new_trainer().state()));
    assert_eq!(fresh_bits(&copy, 3), fresh_bits(&new_trainer(), 3));
}

#[test]
fn a_checkpoint_of_data_from_a_file_comes_back() {
    let (original, copy) = (digits(30), digits(30));
    (0..2).for_each(|_| _ = original.step());
    copy.restore(&original.checkpoint(0)).expect("a checkpoint of the same network");
    assert_eq!(fresh_bits(&copy, 3), fresh_bits(&original, 3));
}

#[test]
fn a_restored_trainer_shows_no_matrix_that_the_original_did_not_have() {
    let original = under_way(); // what is not computed yet is left over from the iteration before
    let copy = new_trainer();
    copy.restore(&original.checkpoint(0)).expect("a checkpoint of the same network");
    for (name, layer) in all_matrices(3) {
        let status = get(&paint(&copy, name, layer, 1, 1), "status");
        if status == "absent" {
            continue;
        }
        let (got, expected) = (entries(&copy, name, layer), entries(&original, name, layer));
        let same = bits(&got) == bits(&expected);
        assert!(same, "{name}[{layer}] is {status:?}: {} is not {}", got[0], expected[0]);
    }
}

/// A checkpoint of the network that the page opens with, a field of it replaced.
fn spoiled(field: &str, value: &str) -> JsValue {
    let checkpoint = trained("{}", 2).checkpoint(0);
    Reflect::set(&checkpoint, &field.into(), &json(value)).expect(field);
    checkpoint
}

#[test]
fn a_checkpoint_of_another_form_is_refused() {
    let trainer = under_way();
    let before = (text(&trainer.state()), fresh_bits(&trainer, 3));
    for (field, value, kind) in [
        ("parameters", "[1, 2, 3]", "type"),
        ("parameters", "undefined", "type"),
        ("costs", "null", "type"),
        ("costs", "new Float32Array(2)", "type"),
        ("progress", r#""3""#, "type"),
        ("progress", "-1", "whole_range"),
        ("progress", "1.5", "whole_range"),
        ("applied_learning_rate", "null", "type"),
        ("learning_rates", "5", "type"),
        ("initial", "[1, 2]", "type"),
    ] {
        let what = format!("{field}: {value}");
        let found = problem(&what, trainer.restore(&spoiled(field, value)));
        assert_eq!((&*found.kind, &*found.field), (kind, field), "{what}");
        assert_eq!((text(&trainer.state()), fresh_bits(&trainer, 3)), before, "{what}");
    }
}

#[test]
fn a_checkpoint_of_another_network_is_refused() {
    let trainer = under_way();
    let before = (text(&trainer.state()), fresh_bits(&trainer, 3));
    let other = trained(r#"{"layers_dims": [2, 4, 1]}"#, 1).checkpoint(0);
    let found = problem("another network", trainer.restore(&other));
    assert!(found.message.contains("31") && found.message.contains("17"), "{}", found.message);
    assert_eq!((text(&trainer.state()), fresh_bits(&trainer, 3)), before);
}

#[test]
fn what_is_no_checkpoint_is_refused() {
    let trainer = under_way();
    let before = (text(&trainer.state()), fresh_bits(&trainer, 3));
    for value in ["{}", "[]", "null", "undefined", "5"] {
        problem(value, trainer.restore(&json(value)));
        assert_eq!((text(&trainer.state()), fresh_bits(&trainer, 3)), before, "{value}");
    }
}

#[test]
fn a_checkpoint_with_a_learning_rate_that_no_network_has_is_refused() {
    let trainer = under_way();
    let before = (text(&trainer.state()), fresh_bits(&trainer, 3));
    for rate in ["NaN", "Infinity", "-1", "0"] {
        let checkpoint = spoiled("applied_learning_rate", rate);
        let found = problem(rate, trainer.restore(&checkpoint));
        assert_eq!(found.field, "learning_rate", "{rate}");
        assert_eq!((text(&trainer.state()), fresh_bits(&trainer, 3)), before, "{rate}");
    }
}

// ---- beside the trainer

#[test]
fn every_data_set_of_the_catalogue_can_be_trained_on() {
    let catalogue = Array::from(&wasm::catalogue().expect("plain data"));
    assert_eq!(catalogue.length(), 9);
    for description in catalogue.iter() {
        let name = get(&description, "name").as_string().expect("a name");
        let trainer = new_trainer();
        let partial = json(&format!(r#"{{"dataset": {{"name": "{name}"}}}}"#));
        let file = match &*name {
            "digits" => bytes(DIGITS),
            "cancer" => bytes(CANCER),
            _ => JsValue::UNDEFINED,
        };
        assert_eq!(get(&description, "file"), !file.is_undefined(), "{name}");
        trainer.configure(&partial, file).expect(&name);
        let state = trainer.state();
        let dataset = get(&state, "dataset");
        for parameter in Array::from(&get(&description, "parameters")).iter() {
            let field = get(&parameter, "name").as_string().expect("a name");
            let default = number(&parameter, "default");
            assert_eq!(number(&dataset, &field), default, "{name}.{field}");
            let range = number(&parameter, "min")..=number(&parameter, "max");
            assert!(range.contains(&default), "{name}.{field}");
            assert!(get(&parameter, "whole").as_bool().is_some(), "{name}.{field}");
        }
        let described = get(&description, "n0");
        let n0 = if described.is_null() { get(&dataset, "n0") } else { described };
        assert_eq!(get(&state, "n0"), n0, "{name}");
        assert_eq!(text(&get(&state, "image")), text(&get(&description, "image")), "{name}");
        assert!(trainer.step() < 2.0, "{name}");
    }
}

#[test]
fn fresh_seeds_differ() {
    let mut seeds: Vec<_> = (0..16).map(|_| wasm::fresh_seed().expect("entropy")).collect();
    seeds.sort_unstable();
    seeds.dedup();
    assert!(seeds.len() >= 15, "{seeds:?}");
}

/// A function handed over as a value is a function.
#[test]
fn the_tests_own_json_makes_functions() {
    assert!(json("function").is_instance_of::<Function>());
}

// ---- what an equation makes on its way

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(method, catch)]
    fn paint_entries(
        this: &Handle,
        entries: Vec<f64>,
        rows: usize,
        columns: usize,
        request: &JsValue,
    ) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method)]
    fn network(this: &Handle) -> JsValue;
}

const DIMS: [usize; 4] = [2, 4, 3, 1];
const M: usize = 9;

/// A small network after its third iteration.
fn small(activation: &str) -> Handle {
    let partial = r#"{"layers_dims": [2, 4, 3, 1], "dataset": {"m": 9}"#;
    trained(&format!(r#"{partial}, "activation": "{activation}"}}"#), 3)
}

/// The matrix `{name, layer, …more}`: its rows, columns and entries.
#[track_caller]
fn look(trainer: &Handle, name: &str, layer: usize, more: &str) -> (usize, usize, Vec<f64>) {
    let request = format!(r#"{{"name": "{name}", "layer": {layer}, {more}}}"#);
    let tensor = trainer.read(&json(&request)).expect(&request);
    (tensor.rows(), tensor.columns(), tensor.take().to_vec())
}

#[track_caller]
fn assert_close(got: f64, expected: f64, what: &str) {
    let error = (got - expected).abs();
    assert!(error <= 1e-12 * expected.abs().max(1.0), "{what}: {got}, expected {expected}");
}

#[track_caller]
fn assert_all_close(got: &[f64], expected: &[f64], what: &str) {
    assert_eq!(got.len(), expected.len(), "{what}");
    got.iter().zip(expected).for_each(|(&got, &expected)| assert_close(got, expected, what));
}

/// dz⁽ⁱ⁾·a⁽ⁱ⁾ᵀ of layer l, from dZ and A[l-1].
fn outer(trainer: &Handle, l: usize, i: usize) -> Vec<f64> {
    let (dZ, A_prev) = (entries(trainer, "dZ", l), entries(trainer, "A", l - 1));
    let (n, n_prev) = (DIMS[l], DIMS[l - 1]);
    (0..n * n_prev).map(|at| dZ[at / n_prev * M + i] * A_prev[at % n_prev * M + i]).collect()
}

#[test]
fn without_of_a_matrix_is_the_tensor_bit_for_bit() {
    let trainer = small("relu");
    for (name, layer) in all_matrices(3) {
        let (rows, columns, read) = look(&trainer, name, layer, "");
        let expected = matrix(&trainer, name, layer);
        assert_eq!((rows, columns), (expected.0, expected.1), "{name}[{layer}]");
        assert_eq!(bits(&read), bits(&expected.2), "{name}[{layer}]");
    }
}

#[test]
fn the_parameters_used_are_those_from_before_the_update_until_the_next_iteration() {
    let trainer = small("relu");
    let of = |name: &'static str| (1..=3).map(move |layer| (name, layer));
    let parameters: Vec<_> = of("W").chain(of("b")).collect();
    let now =
        || -> Vec<_> { parameters.iter().map(|&(n, l)| bits(&entries(&trainer, n, l))).collect() };
    let used = || -> Vec<_> {
        let read = |&(n, l): &(&str, usize)| bits(&look(&trainer, n, l, r#""of": "used""#).2);
        parameters.iter().map(read).collect()
    };
    let before = now();
    let operations = Array::from(&get(&trainer.state(), "operations")).length();
    for operation in 0..operations {
        trainer.step_operation();
        assert_eq!(used(), before, "after operation {operation}");
    }
    assert_ne!(now(), before, "the iteration has updated them");
    trainer.step_operation();
    assert_eq!(used(), now(), "after the first operation of the next");
}

#[test]
fn the_slope_is_the_derivative_of_the_layers_activation() {
    for (activation, slope) in
        [("relu", (|z, _| f64::from(z > 0.0)) as fn(f64, f64) -> f64), ("tanh", |_, a| 1.0 - a * a)]
    {
        let trainer = small(activation);
        for (layer, &n) in DIMS.iter().enumerate().skip(1) {
            let (rows, columns, read) = look(&trainer, "Z", layer, r#""of": "slope""#);
            assert_eq!((rows, columns), (n, M));
            let (Z, A) = (entries(&trainer, "Z", layer), entries(&trainer, "A", layer));
            let slope = if layer == 3 { |_, a: f64| a * (1.0 - a) } else { slope };
            let expected: Vec<_> = Z.iter().zip(&A).map(|(&z, &a)| slope(z, a)).collect();
            assert_all_close(&read, &expected, &format!("{activation}, layer {layer}"));
        }
    }
}

#[test]
fn a_column_is_that_of_its_example() {
    let trainer = small("relu");
    for (name, layer) in
        [("A", 0), ("Z", 1), ("A", 2), ("dA", 1), ("dZ", 2), ("Y", 3), ("losses", 3)]
    {
        let all = entries(&trainer, name, layer);
        for example in 0..M {
            let more = format!(r#""of": "column", "index": {example}"#);
            let (rows, columns, read) = look(&trainer, name, layer, &more);
            let expected: Vec<_> = all.iter().skip(example).step_by(M).copied().collect();
            assert_eq!((rows, columns), (DIMS[layer], 1), "{name}[{layer}]");
            assert_eq!(bits(&read), bits(&expected), "{name}[{layer}], example {example}");
        }
    }
}

#[test]
fn the_outer_product_of_an_example_is_dz_times_a_transposed() {
    let trainer = small("tanh");
    for layer in 1..=3 {
        for example in 0..M {
            let more = format!(r#""of": "outer", "index": {example}"#);
            let (rows, columns, read) = look(&trainer, "dW", layer, &more);
            assert_eq!((rows, columns), (DIMS[layer], DIMS[layer - 1]));
            assert_all_close(&read, &outer(&trainer, layer, example), &more);
        }
    }
}

#[test]
fn the_partial_sums_add_the_outer_products_and_end_in_m_times_dw() {
    let trainer = small("tanh");
    for layer in 1..=3 {
        let mut sum = vec![0.0; DIMS[layer] * DIMS[layer - 1]];
        for examples in 0..=M {
            let more = format!(r#""of": "partial", "index": {examples}"#);
            assert_all_close(&look(&trainer, "dW", layer, &more).2, &sum, &more);
            if examples < M {
                sum.iter_mut().zip(outer(&trainer, layer, examples)).for_each(|(sum, x)| *sum += x);
            }
        }
        let mean: Vec<_> = look(&trainer, "dW", layer, r#""of": "partial", "index": 9"#)
            .2
            .iter()
            .map(|sum| sum / M as f64)
            .collect();
        assert_eq!(bits(&mean), bits(&entries(&trainer, "dW", layer)), "lands exactly on dW");
    }
}

#[test]
fn with_the_mean_in_dz_only_dz_and_da_shrink_by_m() {
    let trainer = small("relu");
    for (name, layer) in all_matrices(3) {
        let shrinks = matches!(name, "dA" | "dZ");
        let course = entries(&trainer, name, layer);
        let expected: Vec<_> =
            course.iter().map(|x| if shrinks { x / M as f64 } else { *x }).collect();
        let read = look(&trainer, name, layer, r#""averaging": "dZ""#).2;
        assert_eq!(bits(&read), bits(&expected), "{name}[{layer}]");
        let read = look(&trainer, name, layer, r#""averaging": "dW""#).2;
        assert_eq!(bits(&read), bits(&course), "{name}[{layer}]");
    }
}

#[test]
fn with_the_mean_in_dz_the_partial_sums_end_in_dw() {
    let trainer = small("relu");
    for layer in 1..=3 {
        let more = r#""of": "partial", "index": 9, "averaging": "dZ""#;
        let (_, _, read) = look(&trainer, "dW", layer, more);
        assert_all_close(&read, &entries(&trainer, "dW", layer), "all examples");
        let more = r#""of": "outer", "index": 4, "averaging": "dZ""#;
        let expected: Vec<_> = outer(&trainer, layer, 4).iter().map(|x| x / M as f64).collect();
        assert_all_close(&look(&trainer, "dW", layer, more).2, &expected, more);
    }
}

#[test]
fn the_size_is_that_of_the_matrix_computed_or_not() {
    let trainer = trained(r#"{"layers_dims": [2, 4, 3, 1], "dataset": {"m": 9}}"#, 0);
    for (more, size) in [
        (r#""name": "W", "layer": 2"#, 12),
        (r#""name": "dW", "layer": 2"#, 12),
        (r#""name": "b", "layer": 1, "of": "used""#, 4),
        (r#""name": "Z", "layer": 1, "of": "slope""#, 36),
        (r#""name": "Z", "layer": 1, "of": "column", "index": 8"#, 4),
        (r#""name": "dW", "layer": 3, "of": "outer", "index": 0"#, 3),
        (r#""name": "dW", "layer": 3, "of": "partial", "index": 9"#, 3),
        (r#""name": "A", "layer": 0"#, 18),
        (r#""name": "losses", "layer": 3"#, 9),
    ] {
        assert_eq!(trainer.size(&json(&format!("{{{more}}}"))).expect(more), size, "{more}");
    }
}

#[test]
fn an_entry_is_that_of_the_matrix_that_is_read() {
    let trainer = small("relu");
    for (name, layer, more) in [
        ("dZ", 2, r#""averaging": "dZ""#),
        ("W", 2, r#""of": "used""#),
        ("Z", 1, r#""of": "slope""#),
        ("Z", 1, r#""of": "column", "index": 5"#),
        ("dW", 1, r#""of": "outer", "index": 5"#),
        ("dW", 2, r#""of": "partial", "index": 5"#),
    ] {
        let (rows, columns, read) = look(&trainer, name, layer, more);
        let request = json(&format!(r#"{{"name": "{name}", "layer": {layer}, {more}}}"#));
        for (at, expected) in read.iter().enumerate() {
            let entry = trainer.entry(&request, at / columns, at % columns);
            assert_eq!(entry, Some(*expected), "{more} of {name}[{layer}]");
        }
        assert_eq!(trainer.entry(&request, rows, 0), None, "{more}");
        assert_eq!(trainer.entry(&request, 0, columns), None, "{more}");
    }
}

#[test]
fn what_no_iteration_has_computed_is_not_read() {
    let trainer = trained(r#"{"layers_dims": [2, 4, 3, 1], "dataset": {"m": 9}}"#, 0);
    for (request, field) in [
        (r#"{"name": "dW", "layer": 2}"#, "dW[2]"),
        (r#"{"name": "Z", "layer": 1, "of": "slope"}"#, "A[1]"), // made last of Z and A
        (r#"{"name": "Z", "layer": 1, "of": "column", "index": 0}"#, "Z[1]"),
        (r#"{"name": "dW", "layer": 1, "of": "outer", "index": 0}"#, "dZ[1]"),
        (r#"{"name": "dW", "layer": 1, "of": "partial", "index": 1}"#, "dZ[1]"),
    ] {
        let found = problem(request, trainer.read(&json(request)));
        assert_eq!((&*found.kind, &*found.field), ("not_computed", field), "{request}");
        assert_eq!(trainer.entry(&json(request), 0, 0), None, "{request}");
    }
}

/// Requests for a matrix that there is not, each with the kind of its problem.
const WRONG_MATRICES: [(&str, &str); 19] = [
    ("null", "type"),
    (r#""W1""#, "type"),
    ("{}", "type"),
    (r#"{"name": "W"}"#, "type"),
    (r#"{"layer": 1}"#, "type"),
    (r#"{"name": "V", "layer": 1}"#, "type"),
    (r#"{"name": "W", "layer": -1}"#, "type"),
    (r#"{"name": "W", "layer": 1.5}"#, "type"),
    (r#"{"name": "W", "layer": "1"}"#, "type"),
    (r#"{"name": "W", "layer": 1, "of": "spent"}"#, "type"),
    (r#"{"name": "Z", "layer": 1, "of": "column", "index": -1}"#, "type"),
    (r#"{"name": "Z", "layer": 1, "of": "column", "index": 1.5}"#, "type"),
    (r#"{"name": "W", "layer": 1, "averaging": "db"}"#, "type"),
    (r#"{"name": "W", "layer": 4}"#, "no_such_layer"),
    (r#"{"name": "W", "layer": 0, "of": "used"}"#, "no_such_layer"),
    (r#"{"name": "Z", "layer": 0, "of": "slope"}"#, "no_such_layer"),
    (r#"{"name": "dW", "layer": 4, "of": "outer", "index": 0}"#, "no_such_layer"),
    (r#"{"name": "dW", "layer": 0, "of": "partial", "index": 0}"#, "no_such_layer"),
    (r#"{"name": "Z", "layer": 4, "of": "column", "index": 0}"#, "no_such_layer"),
];

#[test]
fn a_wrong_matrix_is_refused_and_changes_nothing() {
    let trainer = small("relu");
    let before = (text(&trainer.state()), fresh_bits(&trainer, 3));
    for (request, kind) in WRONG_MATRICES {
        let value = json(request);
        assert_eq!(problem(request, trainer.read(&value)).kind, kind, "{request}");
        assert_eq!(problem(request, trainer.size(&value)).kind, kind, "{request}");
        assert_eq!(trainer.entry(&value, 0, 0), None, "{request}");
    }
    assert_eq!((text(&trainer.state()), fresh_bits(&trainer, 3)), before);
}

#[test]
fn an_example_that_is_not_there_is_refused_with_the_last_one() {
    let trainer = small("relu");
    for request in [
        r#"{"name": "Z", "layer": 1, "of": "column", "index": 9}"#,
        r#"{"name": "dW", "layer": 1, "of": "outer", "index": 9}"#,
        r#"{"name": "dW", "layer": 1, "of": "partial", "index": 10}"#,
    ] {
        let found = problem(request, trainer.read(&json(request)));
        assert!(found.message.contains("example"), "{found:?}");
        problem(request, trainer.size(&json(request)));
        problem(request, trainer.paint(&with_look(request)));
    }
}

#[test]
fn what_is_no_parameter_is_not_used() {
    let trainer = small("relu");
    for name in ["Z", "A", "dW", "losses"] {
        let request = json(&format!(r#"{{"name": "{name}", "layer": 3, "of": "used"}}"#));
        problem(name, trainer.read(&request));
    }
}

#[test]
fn the_network_is_that_of_the_state() {
    let trainer = small("tanh");
    let (network, state) = (trainer.network(), trainer.state());
    for key in ["layers_dims", "m", "activation"] {
        assert_eq!(text(&get(&network, key)), text(&get(&state, key)), "{key}");
    }
}

#[test]
fn the_networks_alpha_is_that_of_its_iterations_updates() {
    let trainer = small("relu");
    let alpha = || number(&trainer.network(), "alpha");
    configure(&trainer, r#"{"learning_rate": 0.5}"#);
    assert_eq!(alpha(), 0.075, "between two iterations, of the last one");
    trainer.step_operation();
    assert_eq!(alpha(), 0.5, "of an iteration under way, of the updates that it will do");
    trainer.step();
    assert_eq!(alpha(), 0.5);
}

// ---- traces

const AVERAGINGS: [&str; 2] = ["dW", "dZ"];

fn trace(
    trainer: &Handle,
    operation: &str,
    layer: usize,
    cell: &str,
    averaging: &str,
    terms: usize,
) -> JsValue {
    let request = format!(
        r#"{{"operation": "{operation}", "layer": {layer}, "cell": {cell}, "averaging": "{averaging}", "terms": {terms}}}"#
    );
    trainer.trace(&json(&request)).expect(&request)
}

/// A list of numbers, or of pairs of them, one behind the other.
fn numbers(value: &JsValue) -> Vec<f64> {
    let flat = Array::from(value).flat(1);
    flat.iter().map(|number| number.as_f64().expect("a number")).collect()
}

/// Every operation of the network and the matrix of its result.
fn results() -> Vec<(&'static str, &'static str, usize)> {
    let of_layers = (1..=3).flat_map(|layer| {
        ["Z", "A", "dA", "dZ", "dW", "db", "W", "b"].map(|name| (name, name, layer))
    });
    of_layers.chain([("cost", "losses", 3)]).collect()
}

#[test]
fn the_total_and_the_value_of_a_trace_are_the_entry() {
    for activation in ["relu", "tanh"] {
        let trainer = small(activation);
        for (operation, result, layer) in results() {
            for averaging in AVERAGINGS {
                let more = format!(r#""averaging": "{averaging}""#);
                let (_, columns, read) = look(&trainer, result, layer, &more);
                for (at, &entry) in read.iter().enumerate() {
                    let cell = format!("[{}, {}]", at / columns, at % columns);
                    let trace = trace(&trainer, operation, layer, &cell, averaging, 4);
                    let what = format!("{operation}[{layer}]{cell}, averaging in {averaging}");
                    assert_eq!(number(&trace, "value").to_bits(), entry.to_bits(), "{what}");
                    assert_close(number(&trace, "total"), entry, &what);
                }
            }
        }
    }
}

#[test]
fn the_terms_of_a_trace_come_to_its_value() {
    let trainer = small("tanh");
    for (operation, result, layer) in results() {
        for averaging in AVERAGINGS {
            let (rows, columns, _) = matrix(&trainer, result, layer);
            for (row, column) in (0..rows).flat_map(|row| (0..columns).map(move |c| (row, c))) {
                let cell = format!("[{row}, {column}]");
                let trace = trace(&trainer, operation, layer, &cell, averaging, 1000);
                let what = format!("{operation}[{layer}]{cell}, averaging in {averaging}");
                let kind = get(&trace, "kind").as_string().expect("a kind");
                if kind == "entry" {
                    continue; // one entry of each operand
                }
                let terms = numbers(&get(&trace, "terms"));
                let products: Vec<f64> = match &*kind {
                    "product" => terms.chunks(2).map(|pair| pair[0] * pair[1]).collect(),
                    _ => terms,
                };
                assert_eq!(products.len() as f64, number(&trace, "count"), "{what}");
                let sum: f64 = products.iter().sum();
                assert_close(number(&trace, "sum"), sum, &what);
                let or = |key: &str, none| {
                    Reflect::get(&trace, &key.into()).ok().and_then(|x| x.as_f64()).unwrap_or(none)
                };
                let expected = (sum + or("added", 0.0)) / or("divisor", 1.0);
                assert_close(number(&trace, "value"), expected, &what);
            }
        }
    }
}

#[test]
fn the_terms_of_a_product_are_the_row_and_the_column_of_its_operands() {
    let trainer = small("relu");
    let of = |name: &str, layer: usize| entries(&trainer, name, layer);
    let used = |name: &str, layer: usize| look(&trainer, name, layer, r#""of": "used""#).2;

    // Z[2][1, 5]: row 1 of W[2], column 5 of A[1], and b[2][1]
    let Z = trace(&trainer, "Z", 2, "[1, 5]", "dW", 1000);
    let (W, A_prev) = (used("W", 2), of("A", 1));
    let expected: Vec<_> = (0..4).flat_map(|k| [W[4 + k], A_prev[k * M + 5]]).collect();
    assert_eq!(numbers(&get(&Z, "terms")), expected, "Z");
    assert_eq!(number(&Z, "added"), used("b", 2)[1], "Z");

    // dA[1][3, 5]: column 3 of W[2], column 5 of dZ[2]
    let dA = trace(&trainer, "dA", 1, "[3, 5]", "dW", 1000);
    let dZ = of("dZ", 2);
    let expected: Vec<_> = (0..3).flat_map(|j| [W[j * 4 + 3], dZ[j * M + 5]]).collect();
    assert_eq!(numbers(&get(&dA, "terms")), expected, "dA");

    // dW[2][1, 3]: row 1 of dZ[2], row 3 of A[1]
    let dW = trace(&trainer, "dW", 2, "[1, 3]", "dW", 1000);
    let expected: Vec<_> = (0..M).flat_map(|i| [dZ[M + i], A_prev[3 * M + i]]).collect();
    assert_eq!(numbers(&get(&dW, "terms")), expected, "dW");
    assert_eq!(number(&dW, "divisor"), M as f64);

    // db[2][1]: row 1 of dZ[2]
    let db = trace(&trainer, "db", 2, "[1, 0]", "dW", 1000);
    assert_eq!(numbers(&get(&db, "terms")), dZ[M..2 * M], "db");
}

#[test]
fn an_element_wise_trace_has_one_entry_of_each_operand() {
    let trainer = small("relu");
    let of = |name: &str, layer: usize| entries(&trainer, name, layer);
    let operands = |operation: &str, layer: usize, cell: &str| {
        let trace = trace(&trainer, operation, layer, cell, "dW", 4);
        assert_eq!(get(&trace, "kind"), "entry");
        numbers(&get(&trace, "operands"))
    };
    let (y, a) = (of("Y", 3)[5], of("A", 3)[5]);
    let at = M + 5; // of [1, 5]
    let slope = look(&trainer, "Z", 2, r#""of": "slope""#).2;
    assert_eq!(operands("A", 2, "[1, 5]"), [of("Z", 2)[at]]);
    assert_eq!(operands("cost", 3, "[0, 5]"), [y, a]);
    assert_eq!(operands("dA", 3, "[0, 5]"), [y, a, a * (1.0 - a), a - y]);
    assert_eq!(operands("dZ", 2, "[1, 5]"), [of("dA", 2)[at], slope[at]]);
    assert_eq!(operands("dZ", 3, "[0, 5]"), [of("dA", 3)[5], a * (1.0 - a), y, a]);
    let W = look(&trainer, "W", 2, r#""of": "used""#).2;
    assert_eq!(operands("W", 2, "[1, 3]"), [W[4 + 3], of("dW", 2)[4 + 3], 0.075]);
}

#[test]
fn a_trace_has_as_many_terms_as_are_wanted_and_counts_all() {
    let trainer = small("relu");
    for terms in [0, 1, 4, 9, 100] {
        let trace = trace(&trainer, "dW", 1, "[0, 0]", "dW", terms);
        assert_eq!(Array::from(&get(&trace, "terms")).length() as usize, terms.min(M));
        assert_eq!(number(&trace, "count"), M as f64);
    }
}

#[test]
fn the_mean_stands_in_dw_and_db_or_in_the_output_gradient() {
    let trainer = small("relu");
    let divisor = |operation: &str, layer: usize, averaging: &str| {
        get(&trace(&trainer, operation, layer, "[0, 0]", averaging, 4), "divisor").as_f64()
    };
    let m = Some(M as f64);
    for (operation, layer, in_dW, in_dZ) in [
        ("dW", 2, m, None),
        ("db", 2, m, None),
        ("dA", 3, None, m),
        ("dZ", 3, None, m),
        ("dA", 1, None, None),
        ("dZ", 1, None, None),
        ("Z", 1, None, None),
    ] {
        let found = AVERAGINGS.map(|averaging| divisor(operation, layer, averaging));
        assert_eq!(found, [in_dW, in_dZ], "{operation}[{layer}]");
    }
}

#[test]
fn the_cost_is_traced_as_the_mean_of_its_losses() {
    let trainer = small("relu");
    let losses = entries(&trainer, "losses", 3);
    let cost = *trainer.costs_since(0).to_vec().last().expect("three iterations");
    for averaging in AVERAGINGS {
        let trace = trace(&trainer, "cost", 3, "null", averaging, 4);
        assert_eq!(numbers(&get(&trace, "terms")), losses[..4]);
        assert_eq!([number(&trace, "count"), number(&trace, "divisor")], [M as f64; 2]);
        assert_eq!(number(&trace, "value"), cost);
        assert_close(number(&trace, "total"), losses.iter().sum::<f64>() / M as f64, "the mean");
    }
}

#[test]
fn what_this_iteration_has_not_computed_has_no_trace() {
    let trainer = small("relu");
    let traced = |operation: &str, layer: usize, cell: &str| {
        !trace(&trainer, operation, layer, cell, "dW", 4).is_undefined()
    };
    assert!(traced("dW", 1, "[0, 0]") && traced("cost", 3, "null"), "between two iterations");
    trainer.step_operation();
    assert!(traced("Z", 1, "[0, 0]"), "just computed");
    for (operation, layer, cell) in
        [("A", 1, "[0, 0]"), ("dW", 1, "[0, 0]"), ("W", 1, "[0, 0]"), ("cost", 3, "null")]
    {
        assert!(!traced(operation, layer, cell), "{operation}[{layer}], of the one before");
    }
}

#[test]
fn an_entry_that_is_not_there_has_no_trace() {
    let trainer = small("relu");
    for (operation, layer, cell) in [
        ("dW", 1, "[4, 0]"),
        ("dW", 1, "[0, 2]"),
        ("Z", 1, "[0, 9]"),
        ("Z", 0, "[0, 0]"),
        ("Z", 4, "[0, 0]"),
        ("dA", 0, "[0, 0]"),
        ("cost", 1, "[0, 0]"),
    ] {
        let found = trace(&trainer, operation, layer, cell, "dW", 4);
        assert!(found.is_undefined(), "{operation}[{layer}]{cell}");
    }
}

#[test]
fn a_wrong_trace_is_refused_and_changes_nothing() {
    let trainer = small("relu");
    let before = (text(&trainer.state()), fresh_bits(&trainer, 3));
    let right = r#""operation": "dW", "layer": 1, "averaging": "dW", "terms": 4"#;
    for request in [
        "null".to_owned(),
        "{}".to_owned(),
        format!(r#"{{{right}, "cell": [0]}}"#),
        format!(r#"{{{right}, "cell": [0, -1]}}"#),
        format!(r#"{{{right}, "cell": [0, 0.5]}}"#),
        format!(r#"{{{right}, "cell": "cost"}}"#),
        right.replace("dW\", \"layer", "losses\", \"layer"),
        r#"{"operation": "Y", "layer": 3, "cell": [0, 0], "averaging": "dW", "terms": 4}"#.into(),
        r#"{"operation": "dW", "layer": 1, "cell": [0, 0], "averaging": "J", "terms": 4}"#.into(),
        r#"{"operation": "dW", "layer": 1, "cell": [0, 0], "averaging": "dW", "terms": -4}"#.into(),
        r#"{"operation": "dW", "layer": 1, "cell": [0, 0], "averaging": "dW"}"#.into(),
    ] {
        let request =
            if request.starts_with(['{', 'n']) { request } else { format!("{{{request}}}") };
        let found = problem(&request, trainer.trace(&json(&request)));
        assert_eq!((&*found.kind, &*found.field), ("type", "trace"), "{request}");
    }
    assert_eq!((text(&trainer.state()), fresh_bits(&trainer, 3)), before);
}

// ---- pictures of what an equation makes on its way

/// A matrix as the request for its picture.
fn with_look(quantity: &str) -> JsValue {
    let quantity = json(quantity);
    let look = json(r#"{"width": 1000, "height": 1000, "theme": "light"}"#);
    if let Some(quantity) = quantity.dyn_ref::<Object>() {
        return Object::assign(look.unchecked_ref(), quantity).into();
    }
    quantity
}

#[test]
fn a_picture_shows_what_is_read() {
    let trainer = small("tanh");
    for (name, layer, more) in [
        ("dZ", 2, r#""averaging": "dZ""#),
        ("dW", 2, r#""averaging": "dZ""#),
        ("W", 2, r#""of": "used""#),
        ("b", 1, r#""of": "used""#),
        ("Z", 1, r#""of": "slope""#),
        ("Z", 1, r#""of": "column", "index": 5"#),
        ("dW", 1, r#""of": "outer", "index": 5"#),
        ("dW", 1, r#""of": "outer", "index": 5, "averaging": "dZ""#),
        ("dW", 2, r#""of": "partial", "index": 5"#),
    ] {
        let what = format!(r#"{{"name": "{name}", "layer": {layer}, {more}}}"#);
        let (rows, columns, read) = look(&trainer, name, layer, more);
        let picture = trainer.paint(&with_look(&what)).expect(&what);
        for (key, expected) in [
            ("rows", rows as f64),
            ("columns", columns as f64),
            ("width", columns as f64),
            ("height", rows as f64),
            ("scale", largest(&read)),
        ] {
            assert_eq!(number(&picture, key), expected, "{key} of {what}");
        }
        assert_eq!(get(&picture, "status"), "fresh", "{what}");
        let expected: Vec<_> = read
            .iter()
            .map(|&entry| colour::of_entry(entry, largest(&read), Theme::Light))
            .collect();
        assert_eq!(colours(&trainer.take_pixels().to_vec()), expected, "{what}");
    }
}

#[test]
fn a_picture_has_the_status_of_what_it_is_made_from() {
    let trainer = trained(r#"{"layers_dims": [2, 4, 3, 1], "dataset": {"m": 9}}"#, 0);
    let status = |quantity: &str| {
        let picture = trainer.paint(&with_look(quantity)).expect(quantity);
        let pixels = trainer.take_pixels().length() as f64;
        assert_eq!(pixels, 4.0 * number(&picture, "width") * number(&picture, "height"));
        get(&picture, "status").as_string().expect("a status")
    };
    let used = r#"{"name": "W", "layer": 1, "of": "used"}"#;
    let slope = r#"{"name": "Z", "layer": 1, "of": "slope"}"#;
    let outer = r#"{"name": "dW", "layer": 1, "of": "outer", "index": 0}"#;
    assert_eq!([used, slope, outer].map(status), ["fresh", "absent", "absent"]);
    trainer.step();
    assert_eq!([used, slope, outer].map(status), ["fresh"; 3]);
    (0..2).for_each(|_| _ = trainer.step_operation()); // Z[1], A[1]
    // dZ of the iteration before with A of this one would be of neither.
    assert_eq!([used, slope, outer].map(status), ["fresh", "fresh", "absent"]);
}

#[test]
fn a_wrong_quantity_is_not_painted() {
    let trainer = small("relu");
    for (request, kind) in WRONG_MATRICES {
        assert_eq!(problem(request, trainer.paint(&with_look(request))).kind, kind, "{request}");
        assert_eq!(trainer.take_pixels().length(), 0, "{request}");
    }
}

#[test]
fn entries_that_are_not_the_trainers_are_painted_like_its_own() {
    let trainer = new_trainer();
    let entries = [1.0, -2.0, 0.5, 0.0, f64::NAN, 4.0];
    let look = json(r#"{"width": 10, "height": 10, "theme": "dark"}"#);
    let picture = trainer.paint_entries(entries.to_vec(), 2, 3, &look).expect("six entries");
    let expected = r#"{"rows":2,"columns":3,"width":3,"height":2,"status":"fresh","scale":4,"min":-2,"max":4,"not_finite":1}"#;
    assert_eq!(text(&picture), expected);
    let expected: Vec<_> =
        entries.iter().map(|&entry| colour::of_entry(entry, 4.0, Theme::Dark)).collect();
    assert_eq!(colours(&trainer.take_pixels().to_vec()), expected);
}

#[test]
fn entries_of_another_number_than_the_shape_are_not_painted() {
    let trainer = new_trainer();
    let look = json(r#"{"width": 10, "height": 10, "theme": "dark"}"#);
    for (entries, rows, columns) in [(vec![1.0; 5], 2, 3), (vec![1.0; 7], 2, 3), (vec![], 0, 3)] {
        let found = problem("entries", trainer.paint_entries(entries, rows, columns, &look));
        assert_eq!((&*found.kind, &*found.field), ("type", "entries"));
        assert_eq!(trainer.take_pixels().length(), 0);
    }
    problem(
        "no theme",
        trainer.paint_entries(vec![1.0], 1, 1, &json(r#"{"width": 1, "height": 1}"#)),
    );
    assert_eq!(trainer.take_pixels().length(), 0);
}
