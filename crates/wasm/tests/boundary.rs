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
    fn entry(this: &Handle, name: &str, layer: usize, row: usize, column: usize) -> Option<f64>;
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
    let dataset_fields = "one of name, m, noise, seed, n0, digit";
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
                ["choice", "initialization", "one of course, he, small, zeros", r#""xavier""#],
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
                ["memory", "layers_dims", "1024 MB", "…"],
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
                let entry = trainer.entry(name, layer, row, column);
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
    assert!(trainer.entry("W", 1, 3, 1).is_some());
    for (name, layer, row, column) in [
        ("W", 1, 4, 0),
        ("W", 1, 0, 2),
        ("W", 0, 0, 0),
        ("W", 4, 0, 0),
        ("dW", 1, 0, 0), // not computed yet
        ("V", 1, 0, 0),
        ("Y", 1, 0, 0),
    ] {
        assert_eq!(trainer.entry(name, layer, row, column), None, "{name}[{layer}]");
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
