//! People's own files: those of tests/fixtures/files, with what NumPy sees in them.

#![allow(non_snake_case)] // the field's own capitals: X, Y

mod common;

use common::own::{file, fixture, names, numbers, opened, overlaid};
use datasets::own::{FileError, Files, Plan, Set};
use serde_json::{Value, json};

/// Rows of X, in pieces that do not fit its height.
fn X(files: &Files, plan: &Plan, set: Set) -> Vec<Vec<f64>> {
    let data = files.load(plan).unwrap();
    let m = data.m(set);
    let pieces = (0..data.n0()).step_by(5).map(|from| data.rows(set, from..from + 5));
    pieces
        .flat_map(|piece| piece.chunks(m.max(1)).map(<[f64]>::to_vec).collect::<Vec<_>>())
        .collect()
}

fn matrix(value: &Value) -> Vec<Vec<f64>> {
    value.as_array().unwrap().iter().map(numbers).collect()
}

/// The largest difference; sums in another order than NumPy's make one, where there is a mean.
fn difference(a: &[Vec<f64>], b: &[Vec<f64>]) -> f64 {
    let shape = |matrix: &[Vec<f64>]| matrix.iter().map(Vec::len).collect::<Vec<_>>();
    assert_eq!(shape(a), shape(b));
    a.iter().flatten().zip(b.iter().flatten()).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max)
}

#[test]
fn the_proposed_plans_give_what_numpy_has() {
    for case in fixture()["cases"].as_array().unwrap() {
        let name = case["name"].as_str().unwrap();
        let files = opened(&names(&case["files"]));
        let plan = overlaid(&files.propose(), &case["plan"]);
        let preview = files.check(&plan).unwrap_or_else(|error| panic!("{name}: {error}"));
        let data = files.load(&plan).unwrap();

        let share =
            if plan.scaling == datasets::own::ScalingKind::Standardise { 1e-12 } else { 0.0 };
        let (train, test) = (matrix(&case["X"]), matrix(&case["test_X"]));
        assert!(difference(&X(&files, &plan, Set::Train), &train) <= share, "{name}: X");
        if test.is_empty() {
            assert_eq!(data.m(Set::Test), 0, "{name}: no test set");
        } else {
            assert!(difference(&X(&files, &plan, Set::Test), &test) <= share, "{name}: X_test");
        }
        assert_eq!(data.labels(Set::Train), numbers(&case["Y"]), "{name}: Y");
        assert_eq!(data.labels(Set::Test), numbers(&case["test_Y"]), "{name}: Y_test");

        assert_eq!((preview.n0, preview.m), (train.len(), train[0].len()), "{name}");
        assert_eq!(preview.test_m, test.first().map_or(0, Vec::len), "{name}");
        assert_eq!(json!(preview.image), case["image"], "{name}: image");
        assert_eq!(data.image(), preview.image, "{name}: image");
        let classes: Vec<&str> = preview.classes.iter().map(|class| class.name.as_str()).collect();
        assert_eq!(json!(classes), case["classes"], "{name}: classes");
        assert_eq!(json!(data.classes()), case["classes"], "{name}: classes");
        for (class, value) in preview.classes.iter().zip([0.0, 1.0]) {
            let count = |set: Set| data.labels(set).iter().filter(|&&label| label == value).count();
            assert_eq!(
                (class.count, class.test_count),
                (count(Set::Train), count(Set::Test)),
                "{name}"
            );
        }
        let mut kinds: Vec<Value> =
            preview.notes.iter().map(|note| json!(note)["kind"].clone()).collect();
        kinds.sort_by_key(ToString::to_string);
        assert_eq!(Value::from(kinds), case["notes"], "{name}: notes");
        let entries = preview.n0 * (preview.m + preview.test_m);
        assert_eq!(preview.memory.x, entries as u64 * 8, "{name}: memory");
        assert_eq!(
            preview.memory.total,
            preview.memory.x + files.memory() as u64,
            "{name}: memory"
        );
    }
}

#[test]
fn arrays_are_described_as_numpy_prints_them() {
    for (name, arrays) in fixture()["arrays"].as_object().unwrap() {
        let mut files = Files::default();
        let found = files.add(name, file(name)).unwrap_or_else(|error| panic!("{error}"));
        let arrays = arrays.as_object().unwrap();
        assert_eq!(found.arrays.len(), arrays.len(), "{name}");
        for array in &found.arrays {
            let wanted = &arrays[&array.name];
            let at = format!("{name}: {}", array.name);
            assert_eq!(json!(array.shape), wanted["shape"], "{at}");
            assert_eq!(json!(array.dtype), wanted["dtype"], "{at}");
            let values = wanted["values"].as_array().unwrap();
            if array.problem.is_some() {
                assert!(wanted["dtype"] == "object" || wanted["dtype"] == "complex128", "{at}");
                continue;
            }
            if values.first().is_some_and(Value::is_string) {
                let first: Vec<&str> = values.iter().take(6).map(|v| v.as_str().unwrap()).collect();
                assert_eq!(array.values, first, "{at}");
                assert_eq!((array.min, array.max), (None, None), "{at}");
                assert!(files.array(name, &array.name).is_err(), "{at}: text is no number");
            } else {
                // JSON has no NaN.
                let numbers: Vec<f64> =
                    values.iter().map(|v| v.as_f64().unwrap_or(f64::NAN)).collect();
                let least = numbers.iter().copied().filter(|x| x.is_finite()).reduce(f64::min);
                let nans = numbers.iter().filter(|x| x.is_nan()).count();
                assert_eq!((array.min, array.not_finite), (least, nans), "{at}");
                let read = files.array(name, &array.name).unwrap();
                let bits = |list: &[f64]| list.iter().map(|x| x.to_bits()).collect::<Vec<_>>();
                assert_eq!(bits(&read.entries), bits(&numbers), "{at}");
                assert_eq!(json!(read.shape), wanted["shape"], "{at}");
            }
        }
    }
}

/// Says which file, what was wanted and what came.
fn is_told(error: &FileError, file: Option<&str>, kind: &str) {
    let data = json!(error);
    assert_eq!(data["kind"], kind, "{error}");
    for part in ["wanted", "got", "message", "field"] {
        assert!(!data[part].as_str().unwrap().is_empty(), "{error}: {part}");
    }
    assert!(
        !error.to_string().contains("expected , ") && !error.to_string().contains('\n'),
        "{error}"
    );
    if let Some(file) = file {
        assert_eq!(data["file"], file, "{error}");
        assert!(error.to_string().starts_with(file), "{error}");
    }
}

#[test]
fn bad_files_are_refused_and_the_others_stay() {
    for case in fixture()["bad_files"].as_array().unwrap() {
        let (name, kind) = (case["file"].as_str().unwrap(), case["kind"].as_str().unwrap());
        let mut files = opened(&["X.npy".to_owned(), "Y.npy".to_owned()]);
        let before = files.found();
        let error = files.add(name, file(name)).expect_err(name);
        is_told(&error, Some(name), kind);
        assert_eq!(files.found(), before, "{name}: nothing that was open is lost");
        assert!(files.check(&files.propose()).is_ok());
    }
}

#[test]
fn bad_plans_are_refused() {
    for case in fixture()["bad_plans"].as_array().unwrap() {
        let files = opened(&names(&case["files"]));
        let plan = overlaid(&files.propose(), &case["plan"]);
        let kind = case["kind"].as_str().unwrap();
        let Err(error) = files.check(&plan) else { panic!("{case}: accepted") };
        is_told(&error, None, kind);
        // As text: NaN is not equal to itself.
        let loaded = files.load(&plan).map(drop).unwrap_err().to_string();
        assert_eq!(loaded, error.to_string(), "loading says the same");
        assert_eq!(files.python(&plan).unwrap_err().to_string(), loaded, "and so does the script");
    }
}

#[test]
fn messages_say_where_and_what() {
    let told = |name: &str| Files::default().add(name, file(name)).unwrap_err().to_string();
    assert_eq!(
        told("ragged.csv"),
        "ragged.csv, row 6: expected 4 cells, as in the first row, got 2"
    );
    assert_eq!(
        told("page.csv"),
        "page.csv: expected a .h5, .npz, .npy, .csv or .tsv file, got HTML, a web page"
    );
    let refused = |list: &[&str]| {
        let files = opened(&list.iter().map(|&name| name.to_owned()).collect::<Vec<_>>());
        files.check(&files.propose()).unwrap_err().to_string()
    };
    assert_eq!(
        refused(&["empty_cell.csv"]),
        "empty_cell.csv, array empty_cell, row 5, column sepal_width: expected a number, got \"\""
    );
    assert_eq!(
        refused(&["text_cell.csv"]),
        "text_cell.csv, array text_cell, row 5, column sepal_width: expected a number, got \"3,5 cm\""
    );
    assert_eq!(
        refused(&["nan.npy", "Y.npy"]),
        "nan.npy, array nan: expected finite numbers, got NaN at [4, 1]"
    );
    assert_eq!(
        refused(&["X.npy", "eleven.npy"]),
        "X.npy, array X: expected 11 examples, as in Y, got 12 in X of shape (12, 3)"
    );
    assert_eq!(
        refused(&["X.npy", "three.npy"]),
        "three.npy, array three: expected two classes, or the one that is to be 1, \
         got 3 classes: 0 (4), 1 (4), 2 (4)"
    );
}

#[test]
fn a_file_of_the_same_name_is_replaced() {
    let mut files = opened(&["X.npy".to_owned(), "Y.npy".to_owned()]);
    files.add("Y.npy", file("three.npy")).unwrap();
    assert_eq!(files.found().files.len(), 2);
    assert_eq!(files.check(&files.propose()).unwrap_err().problem.kind(), "class_choice");
    assert!(files.remove("Y.npy") && !files.remove("Y.npy"));
    assert_eq!(files.check(&files.propose()).unwrap_err().problem.kind(), "no_labels");
}

#[test]
fn a_nan_beyond_the_first_examples_does_no_harm() {
    let files = opened(&["nan.npy".to_owned(), "Y.npy".to_owned()]);
    let plan = Plan { first: Some(4), ..files.propose() };
    assert_eq!(files.check(&plan).map(|preview| preview.m), Ok(4));
    let plan = Plan { first: Some(5), ..plan };
    assert_eq!(files.check(&plan).unwrap_err().problem.kind(), "not_finite");
}

#[test]
fn bytes_stay_bytes_in_memory() {
    let files = opened(&["train_images.h5".to_owned()]);
    // Pixels of a byte, labels of eight, names of seven; the rest of the small file is let go.
    assert_eq!(files.memory(), 10 * 4 * 4 * 3 + 10 * 8 + 2 * 7);
    let preview = files.check(&files.propose()).unwrap();
    assert_eq!(preview.memory.x, 10 * 4 * 4 * 3 * 8);
    // A file that is mostly arrays is kept, and they are read where they stand.
    let files = opened(&["images_rgba.npy".to_owned()]);
    assert_eq!(files.memory(), file("images_rgba.npy").len());
    // Of a file whose arrays are packed, only what was unpacked is kept: float32 and labels of a byte.
    let files = opened(&["nested.h5".to_owned()]);
    assert_eq!(files.memory(), (12 + 4) * (3 * 4 + 1));
}

#[test]
fn pictures_have_thumbnails() {
    let files = opened(&["train_images.h5".to_owned(), "X.npy".to_owned()]);
    let made = files.thumbnails("train_images.h5", "train_set_x", 4, 4).unwrap();
    assert_eq!((made.count, made.width, made.height), (4, 4, 4));
    let stored = files.array("train_images.h5", "train_set_x").unwrap();
    for (pixel, values) in made.pixels.chunks(4).zip(stored.entries.chunks(3)) {
        assert_eq!(pixel[3], 255);
        assert!(pixel.iter().zip(values).all(|(&made, &value)| f64::from(made) == value));
    }
    is_told(&files.thumbnails("X.npy", "X", 4, 6).unwrap_err(), Some("X.npy"), "shape");
    is_told(&files.thumbnails("Z.npy", "X", 4, 6).unwrap_err(), Some("Z.npy"), "no_such_file");
}

#[test]
fn parameters_come_back_in() {
    let files = opened(&["parameters.npz".to_owned()]);
    let W1 = files.array("parameters.npz", "W1").unwrap();
    assert_eq!((W1.shape, W1.entries.len()), (vec![4, 3], 12));
}
