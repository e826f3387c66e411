//! Data from files, imported parameters and predictions, over the boundary.

#![cfg(target_arch = "wasm32")]
#![allow(non_snake_case)] // the field's own capitals: `X, W, A`

use js_sys::{JSON, Reflect};
use wasm::{OwnData, Trainer};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test as test;

fn json(text: &str) -> JsValue {
    JSON::parse(text).expect(text)
}

fn text(value: &JsValue) -> String {
    JSON::stringify(value).expect("plain data").into()
}

fn get(object: &JsValue, key: &str) -> JsValue {
    Reflect::get(object, &key.into()).expect(key)
}

fn state(trainer: &Trainer, key: &str) -> String {
    text(&get(&trainer.state().expect("plain data"), key))
}

#[track_caller]
fn refused<T>(result: Result<T, JsValue>, kind: &str) -> String {
    let Err(problem) = result else { panic!("expected {kind}, got a result") };
    assert_eq!(get(&problem, "kind"), kind, "{problem:?}");
    get(&problem, "message").as_string().expect("a sentence")
}

fn entries(trainer: &Trainer, name: &str, layer: f64) -> Vec<f64> {
    trainer.tensor(name, layer).expect(name).take()
}

fn bits(trainer: &Trainer) -> Vec<Vec<u64>> {
    let matrices = [("W", 1.0), ("b", 1.0), ("W", 2.0), ("A", 2.0), ("dW", 1.0)];
    let bits = |(name, layer)| entries(trainer, name, layer).iter().map(|x| x.to_bits()).collect();
    matrices.map(bits).to_vec()
}

/// Byte (row, column) of X, before it is divided by 255.
fn byte(row: usize, column: usize) -> u8 {
    (40 * row + 7 * column) as u8
}

fn rows(from: usize, to: usize, m: usize) -> Vec<f64> {
    let entry = |row| move |column| f64::from(byte(row, column)) / 255.0;
    (from..to).flat_map(|row| (0..m).map(entry(row))).collect()
}

/// 2 × 1 pixels of three colours, 4 to train on and 2 to test with.
fn pictures() -> OwnData {
    let mut data = OwnData::new("cats.h5".into(), 6, 4, 2).expect("not too large");
    data.put_classes("non-cat".into(), "cat".into());
    data.put_pixels(1, 2, 3, vec![0.0], vec![255.0], 255.0).expect("6 inputs");
    data.put_rows("train", 0, rows(0, 5, 4)).expect("they fit");
    data.put_rows("train", 5, rows(5, 6, 4)).expect("they fit");
    data.put_rows("test", 0, rows(0, 6, 2)).expect("they fit");
    data.put_labels("train", vec![0.0, 1.0, 1.0, 0.0]).expect("as many as examples");
    data.put_labels("test", vec![1.0, 0.0]).expect("as many as examples");
    data
}

fn opened() -> Trainer {
    let mut trainer = Trainer::new().expect("the defaults are valid");
    trainer.open(pictures()).expect("valid");
    trainer
}

fn configure(trainer: &mut Trainer, partial: &str) -> Result<(), JsValue> {
    trainer.configure(&json(partial), None)
}

#[test]
fn what_is_opened_is_trained_on() {
    let mut trainer = opened();
    assert_eq!(state(&trainer, "layers_dims"), "[6,4,3,1]");
    assert_eq!(state(&trainer, "dataset"), r#"{"name":"opened","title":"cats.h5","m":4}"#);
    assert_eq!(state(&trainer, "opened"), r#"{"title":"cats.h5","n0":6,"m":4}"#);
    assert_eq!(state(&trainer, "classes"), r#"["non-cat","cat"]"#);
    assert_eq!(state(&trainer, "image"), r#"{"height":1,"width":2,"channels":3}"#);
    assert_eq!(entries(&trainer, "A", 0.0), rows(0, 6, 4));
    assert_eq!(entries(&trainer, "Y", 3.0), [0.0, 1.0, 1.0, 0.0]);
    let first = trainer.step();
    (0..50).for_each(|_| _ = trainer.step());
    assert!(trainer.step() < first);
}

#[test]
fn opened_data_can_be_left_and_chosen_again() {
    let mut trainer = opened();
    configure(&mut trainer, r#"{"dataset": {"name": "moons"}}"#).expect("a set");
    assert_eq!(state(&trainer, "layers_dims"), "[2,4,3,1]");
    assert_eq!(state(&trainer, "classes"), "null");
    assert_eq!(state(&trainer, "test"), "null");
    assert_eq!(state(&trainer, "opened"), r#"{"title":"cats.h5","n0":6,"m":4}"#);
    configure(&mut trainer, r#"{"dataset": {"name": "opened"}}"#).expect("still there");
    assert_eq!(state(&trainer, "layers_dims"), "[6,4,3,1]");
    assert_eq!(entries(&trainer, "A", 0.0), rows(0, 6, 4));
    // As the state has written it.
    configure(&mut trainer, r#"{"dataset": {"name": "opened", "title": "cats.h5", "m": 4}}"#)
        .expect("the same");
    let message = refused(configure(&mut trainer, r#"{"dataset": {"m": 3}}"#), "whole_range");
    assert_eq!(message, "dataset.m: expected a whole number from 4 to 4, got 3");
    refused(configure(&mut trainer, r#"{"dataset": {"digit": 3}}"#), "unknown_field");
}

#[test]
fn without_opened_files_there_is_nothing_to_choose() {
    let mut trainer = Trainer::new().expect("the defaults are valid");
    refused(configure(&mut trainer, r#"{"dataset": {"name": "opened"}}"#), "nothing_opened");
}

#[test]
fn wrong_data_leave_everything_as_it_was() {
    let mut trainer = opened();
    trainer.step();
    let before = text(&trainer.state().expect("plain data"));
    let mut wrong = pictures();
    wrong.put_labels("train", vec![0.0, 2.0, 1.0, 0.0]).expect("as many as examples");
    let message = refused(trainer.open(wrong), "unexpected");
    assert!(message.contains("expected 0 or 1, got 2"), "{message}");
    let mut wrong = pictures();
    wrong.put_rows("train", 2, vec![f64::NAN; 4]).expect("they fit");
    refused(trainer.open(wrong), "unexpected");
    assert_eq!(text(&trainer.state().expect("plain data")), before);
}

#[test]
fn pieces_that_do_not_fit_are_refused() {
    let mut data = pictures();
    refused(data.put_rows("train", 0, vec![0.0; 5]), "type");
    refused(data.put_rows("train", 6, vec![0.0; 4]), "type");
    refused(data.put_rows("other", 0, vec![0.0; 4]), "choice");
    refused(data.put_labels("test", vec![0.0; 3]), "type");
    refused(data.put_pixels(1, 3, 3, vec![0.0], vec![255.0], 255.0), "type");
    refused(data.put_pixels(1, 2, 3, vec![0.0; 2], vec![255.0], 255.0), "type");
    refused(data.put_pixels(1, 3, 2, vec![0.0], vec![255.0], 255.0), "type");
    refused(OwnData::new("large".into(), 6, 400_000_000, 0), "memory");
}

#[test]
fn predictions_are_of_the_test_set() {
    let mut trainer = opened();
    configure(&mut trainer, r#"{"initialization": "zeros"}"#).expect("valid");
    // Zeros say a = 0.5, which is not above 0.5: label 0 for all.
    assert_eq!(trainer.test_accuracy(), Some(0.5));
    assert_eq!(state(&trainer, "test"), r#"{"m":2,"accuracy":0.5}"#);
    let predictions = text(&trainer.predictions(9).expect("plain data"));
    let wrong = r#"{"set":"test","m":2,"mislabelled":[{"example":0,"a":0.5,"y":1}],"wrong":1}"#;
    assert_eq!(predictions, wrong);
    let none = text(&trainer.predictions(0).expect("plain data"));
    assert_eq!(none, r#"{"set":"test","m":2,"mislabelled":[],"wrong":1}"#);
}

#[test]
fn without_a_test_set_predictions_are_of_the_training_set() {
    let trainer = Trainer::new().expect("the defaults are valid");
    let predictions = trainer.predictions(5).expect("plain data");
    assert_eq!(get(&predictions, "set"), "train");
    assert_eq!(get(&predictions, "m"), 400.0);
    let wrong = get(&predictions, "wrong").as_f64().expect("a number");
    assert_eq!(trainer.accuracy(), (400.0 - wrong) / 400.0);
    assert_eq!(trainer.test_accuracy(), None);
}

#[test]
fn example_images_are_the_pixels_of_the_file() {
    let trainer = opened();
    let rgba = trainer.example_images("test", vec![1]).expect("it is there");
    let expected = [0, 1, 2].map(|row| byte(row, 1));
    assert_eq!(rgba.len(), 8);
    assert_eq!(rgba[..4], [expected[0], expected[1], expected[2], 255]);
    assert_eq!(trainer.example_images("train", vec![3, 0]).expect("they are there").len(), 16);
    refused(trainer.example_images("test", vec![2]), "whole_range");
    refused(trainer.example_images("all", vec![0]), "choice");
    let flower = Trainer::new().expect("the defaults are valid");
    refused(flower.example_images("train", vec![0]), "no_image");
}

#[test]
fn a_picture_is_classified_as_the_example_that_it_is() {
    let mut trainer = opened();
    (0..20).for_each(|_| _ = trainer.step());
    let rgba = trainer.example_images("train", vec![2]).expect("it is there");
    let a = trainer.classify(&rgba).expect("the right size");
    trainer.step(); // computes A[L] with the parameters of now
    assert_eq!(a.to_bits(), entries(&trainer, "A", 3.0)[2].to_bits());
    let message = refused(trainer.classify(&rgba[4..]), "type");
    assert_eq!(message, "picture: expected 1 · 2 pixels, got 4 bytes");
    let flower = Trainer::new().expect("the defaults are valid");
    refused(flower.classify(&rgba), "no_image");
}

#[test]
fn the_weights_of_colours_stand_beside_each_other() {
    let mut trainer = opened();
    let picture = trainer.paint_weight_image(0, "light").expect("pictures");
    assert_eq!(get(&picture, "width"), 6.0);
    assert_eq!(get(&picture, "height"), 1.0);
    assert_eq!(trainer.take_pixels().len(), 24);
}

fn parameters_of(trainer: &Trainer) -> Vec<f64> {
    [("W", 1.0), ("b", 1.0), ("W", 2.0), ("b", 2.0)]
        .into_iter()
        .flat_map(|(name, layer)| entries(trainer, name, layer))
        .collect()
}

fn small(iterations: usize) -> Trainer {
    let mut trainer = Trainer::new().expect("the defaults are valid");
    configure(&mut trainer, r#"{"layers_dims": [2, 3, 1]}"#).expect("valid");
    (0..iterations).for_each(|_| _ = trainer.step());
    trainer
}

#[test]
fn training_goes_on_from_imported_parameters() {
    let mut original = small(7);
    let parameters = parameters_of(&original);
    let mut imported = small(0);
    imported.import_parameters(vec![2, 3, 1], parameters.clone()).expect("they fit");
    assert_eq!(state(&imported, "initialization"), r#""imported""#);
    assert_eq!(state(&imported, "imported"), "true");
    assert_eq!(imported.iteration(), 0);
    original.step();
    imported.step();
    assert_eq!(bits(&original), bits(&imported));
    imported.reset().expect("valid");
    assert_eq!(parameters_of(&imported), parameters);
}

#[test]
fn imported_parameters_bring_their_layers_and_leave_with_them() {
    let parameters = parameters_of(&small(3));
    let mut trainer = Trainer::new().expect("the defaults are valid");
    trainer.import_parameters(vec![2, 3, 1], parameters.clone()).expect("they fit");
    assert_eq!(state(&trainer, "layers_dims"), "[2,3,1]");
    // Other layers, or another seed, are drawn.
    configure(&mut trainer, r#"{"layers_dims": [2, 5, 1]}"#).expect("valid");
    assert_eq!(state(&trainer, "initialization"), r#""course""#);
    assert_eq!(state(&trainer, "imported"), "false");
    let message =
        refused(configure(&mut trainer, r#"{"initialization": "imported"}"#), "nothing_imported");
    assert!(message.contains("[2, 5, 1], got those of [2, 3, 1]"), "{message}");
    configure(&mut trainer, r#"{"layers_dims": [2, 3, 1], "initialization": "imported"}"#)
        .expect("they are kept");
    assert_eq!(parameters_of(&trainer), parameters);
    configure(&mut trainer, r#"{"activation": "tanh"}"#).expect("valid");
    assert_eq!(state(&trainer, "initialization"), r#""imported""#);
    configure(&mut trainer, r#"{"seed": 4}"#).expect("valid");
    assert_eq!(state(&trainer, "initialization"), r#""course""#);
}

#[test]
fn parameters_that_do_not_fit_are_refused() {
    let mut trainer = small(2);
    let before = text(&trainer.state().expect("plain data"));
    refused(trainer.import_parameters(vec![3, 3, 1], vec![0.0; 16]), "input_size");
    refused(trainer.import_parameters(vec![2, 3, 1], vec![0.0; 12]), "parameters");
    refused(trainer.import_parameters(vec![2, 3, 1], vec![f64::NAN; 13]), "parameters");
    refused(trainer.import_parameters(vec![2, 3, 2], vec![0.0; 17]), "output_size");
    assert_eq!(text(&trainer.state().expect("plain data")), before);
}

#[test]
fn a_checkpoint_keeps_imported_parameters_and_learning_rates() {
    let mut trainer = small(0);
    trainer.import_parameters(vec![2, 3, 1], parameters_of(&small(3))).expect("they fit");
    trainer.step();
    configure(&mut trainer, r#"{"learning_rate": 0.5}"#).expect("valid");
    (0..3).for_each(|_| _ = trainer.step());
    let rates = text(&trainer.learning_rates().expect("plain data"));
    assert_eq!(
        rates,
        r#"[{"iteration":0,"learning_rate":0.075},{"iteration":1,"learning_rate":0.5}]"#
    );
    let checkpoint = trainer.checkpoint(0).expect("plain data");
    let mut other = small(0);
    configure(&mut other, r#"{"learning_rate": 0.5}"#).expect("valid");
    other.restore(&checkpoint).expect("of this network");
    assert_eq!(bits(&trainer), bits(&other));
    assert_eq!(state(&other, "initialization"), r#""imported""#);
    assert_eq!(text(&other.learning_rates().expect("plain data")), rates);
    trainer.reset().expect("valid");
    other.reset().expect("valid");
    assert_eq!(parameters_of(&trainer), parameters_of(&other));
}
