//! The boundary as JavaScript meets it.

#![cfg(target_arch = "wasm32")]
#![allow(non_snake_case)] // the field's own capitals: `W`

use js_sys::{Array, Float64Array, JSON, Reflect, Uint32Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test as test;
use wasm_files::{Files, write_npz};

const TRAIN: &[u8] = include_bytes!("../../../tests/fixtures/files/train_images.h5");
const TEST: &[u8] = include_bytes!("../../../tests/fixtures/files/test_images.h5");
const PAGE: &[u8] = include_bytes!("../../../tests/fixtures/files/page.csv");
const SPECIES: &[u8] = include_bytes!("../../../tests/fixtures/files/three_species.csv");

fn get(object: &JsValue, path: &str) -> JsValue {
    path.split('.').fold(object.clone(), |object, key| {
        Reflect::get(&object, &key.into()).unwrap_or_else(|_| panic!("no {path}"))
    })
}

fn text(object: &JsValue, path: &str) -> String {
    get(object, path).as_string().unwrap_or_else(|| panic!("no text at {path}"))
}

fn number(object: &JsValue, path: &str) -> f64 {
    get(object, path).as_f64().unwrap_or_else(|| panic!("no number at {path}"))
}

fn course() -> Files {
    let mut files = Files::new();
    files.add("test_images.h5", TEST.to_vec()).expect("a good file");
    files.add("train_images.h5", TRAIN.to_vec()).expect("a good file");
    files
}

#[test]
fn the_courses_files_need_no_change() {
    let files = course();
    let plan = files.propose().expect("a plan");
    assert_eq!(text(&plan, "X.array"), "train_set_x");
    assert_eq!(text(&plan, "scaling"), "/255");
    let preview = files.check(plan.clone()).expect("a good plan");
    assert_eq!(
        [number(&preview, "n0"), number(&preview, "m"), number(&preview, "test_m")],
        [48.0, 10.0, 5.0]
    );
    assert_eq!(text(&preview, "classes.1.name"), "cat");
    assert_eq!(number(&preview, "memory.X"), 48.0 * 15.0 * 8.0);

    let data = files.load(plan).expect("a good plan");
    assert_eq!((data.n0(), data.m(), data.test_m()), (48, 10, 5));
    assert_eq!(number(&data.image().expect("data"), "width"), 4.0);
    assert_eq!(text(&data.scaling().expect("data"), "kind"), "/255");
    assert_eq!(data.classes(), ["non-cat", "cat"]);
    let rows = data.rows("test", 40, 48).expect("rows that are there");
    assert_eq!(rows.len(), 8 * 5);
    assert!(rows.iter().all(|x| (0.0..=1.0).contains(x) && (x * 255.0).fract().abs() < 1e-9));
    assert_eq!(data.labels("train").expect("labels").len(), 10);
}

#[test]
fn what_was_loaded_outlives_the_files() {
    let files = course();
    let data = files.load(files.propose().expect("a plan")).expect("a good plan");
    drop(files);
    assert_eq!(data.rows("train", 0, 1).expect("rows").len(), 10);
}

#[test]
fn pictures_and_arrays_are_handed_over_once() {
    let mut files = course();
    let made = files.thumbnails("train_images.h5", "train_set_x", 4, 2).expect("pictures");
    assert_eq!(["width", "height", "count"].map(|side| number(&made, side)), [2.0, 2.0, 4.0]);
    assert_eq!((files.take_pixels().len(), files.take_pixels().len()), (2 * 2 * 4 * 4, 0));
    let mut labels = files.array("train_images.h5", "train_set_y").expect("an array");
    assert_eq!(labels.shape(), [10]);
    assert_eq!((labels.take().len(), labels.take().len()), (10, 0));
}

#[test]
fn a_file_that_fails_leaves_the_others() {
    let mut files = course();
    let before = JSON::stringify(&files.found().expect("data")).expect("JSON");
    let problem = files.add("page.csv", PAGE.to_vec()).expect_err("a web page");
    assert_eq!(
        (text(&problem, "kind"), text(&problem, "file")),
        ("html".into(), "page.csv".into())
    );
    assert!(get(&problem, "row").is_null());
    assert_eq!(JSON::stringify(&files.found().expect("data")).expect("JSON"), before);
    assert!(files.remove("test_images.h5") && !files.remove("test_images.h5"));
}

#[test]
fn several_classes_ask_for_one() {
    let mut files = Files::new();
    let found = files.add("three_species.csv", SPECIES.to_vec()).expect("a good file");
    assert_eq!(text(&found, "arrays.0.columns.3.kind"), "text");
    let plan = files.propose().expect("a plan");
    let problem = files.check(plan.clone()).expect_err("three classes");
    assert_eq!(text(&problem, "kind"), "class_choice");
    assert_eq!(Array::from(&get(&problem, "classes")).length(), 3);
    let chosen = get(&problem, "classes.0.label");
    Reflect::set(&plan, &"positive".into(), &chosen).expect("an object");
    let preview = files.check(plan.clone()).expect("one class is chosen");
    assert_eq!(JsValue::from(text(&preview, "classes.1.name")), chosen);
    assert!(files.python(plan).expect("a good plan").contains("csv.reader"));
}

#[test]
fn arrays_are_written_and_read_again() {
    let shapes = vec![Uint32Array::from([2, 3].as_slice()), Uint32Array::from([2, 1].as_slice())];
    let W1 = [1.0, 2.0, 3.0, 4.0, 5.0, f64::NAN];
    let data =
        vec![Float64Array::from(W1.as_slice()), Float64Array::from([0.5, 1e-300].as_slice())];
    let names = vec!["W1".to_owned(), "b1".to_owned()];
    let bytes = write_npz(names.clone(), shapes.clone(), data).expect("good arrays");
    let mut files = Files::new();
    files.add("p.npz", bytes).expect("a good file");
    let mut read = files.array("p.npz", "W1").expect("an array");
    assert_eq!(read.shape(), [2, 3]);
    assert_eq!(read.take().map_bits(), W1.to_vec().map_bits());
    let problem = write_npz(names, shapes, vec![]).expect_err("no entries");
    assert_eq!(text(&problem, "kind"), "type");
}

/// NaN is equal to itself here.
trait Bits {
    fn map_bits(self) -> Vec<u64>;
}

impl Bits for Vec<f64> {
    fn map_bits(self) -> Vec<u64> {
        self.into_iter().map(f64::to_bits).collect()
    }
}

#[test]
fn wrong_requests_are_refused_as_data() {
    let mut files = course();
    let data = files.load(files.propose().expect("a plan")).expect("a good plan");
    let wrong = [
        files.check(JsValue::NULL).err(),
        files.check(JSON::parse(r#"{"X": null}"#).expect("JSON")).err(),
        files.load(JSON::parse(r#"{"X": 1}"#).expect("JSON")).err(),
        files.array("train_images.h5", "list_classes").err(),
        files.array("train.h5", "X").err(),
        files.thumbnails("train_images.h5", "train_set_y", 1, 8).err(),
        files.thumbnails("train_images.h5", "train_set_x", 0, 8).err(),
        data.rows("all", 0, 1).err(),
        data.rows("train", 0, 49).err(),
        data.rows("train", 2, 1).err(),
        data.labels("").err(),
    ];
    for problem in wrong {
        let problem = problem.expect("refused");
        for field in ["kind", "field", "wanted", "got", "message"] {
            text(&problem, field);
        }
    }
}
