//! The two real sets against scikit-learn, and bytes that are not theirs.

// The capitals are the field's own.
#![allow(non_snake_case, missing_docs)]

mod common;

use common::{check, file, fixture, numbers};
use datasets::{Dataset, DatasetInput, Error, ImageShape};
use ndarray::Array2;
use ndarray_npy::WriteNpyExt;
use serde_json::{Value, json};

fn load(input: Value) -> Dataset {
    let parameters = check(input).unwrap();
    parameters.load(Some(&file(parameters.file().unwrap()))).unwrap()
}

fn error(name: &str, bytes: &[u8]) -> String {
    DatasetInput::named(name).check(None).unwrap().load(Some(bytes)).unwrap_err().to_string()
}

fn npy<T: ndarray_npy::WritableElement>(array: &Array2<T>) -> Vec<u8> {
    let mut bytes = Vec::new();
    array.write_npy(&mut bytes).unwrap();
    bytes
}

fn assert_close(got: f64, wanted: f64) {
    assert!((got - wanted).abs() <= 1e-11 * wanted.abs().max(1.0), "{got} is not {wanted}");
}

fn assert_inputs_are(data: &Dataset, expected: &Value) {
    let X = data.X();
    assert_eq!(json!(X.shape()), expected["shape"]);
    let square_sums = numbers(&expected["square_sums"]);
    for ((row, sum), square_sum) in
        X.rows().into_iter().zip(numbers(&expected["sums"])).zip(square_sums)
    {
        assert_close(row.sum(), sum);
        assert_close(row.dot(&row), square_sum);
    }
    for (i, example) in expected["examples"].as_object().unwrap() {
        assert_eq!(X.column(i.parse().unwrap()).to_vec(), numbers(example), "example {i}");
    }
}

#[test]
fn digits_are_scikit_learns() {
    let expected = &fixture()["digits"];
    let labels = expected["labels"].as_str().unwrap();
    for (digit, count) in numbers(&expected["label_counts"]).into_iter().enumerate() {
        let data = load(json!({ "name": "digits", "digit": digit }));
        assert_inputs_are(&data, expected);
        assert_eq!(data.Y().sum(), count);
        for (y, label) in data.Y().iter().zip(labels.bytes()) {
            assert_eq!(*y == 1.0, usize::from(label - b'0') == digit);
        }
    }
}

#[test]
fn digits_are_pictures() {
    let data = load(json!({ "name": "digits" }));
    assert_eq!(data.image(), Some(ImageShape { height: 8, width: 8, channels: 1 }));
    assert_eq!(load(json!({ "name": "cancer" })).image(), None);
}

#[test]
fn cancer_is_scikit_learns() {
    let expected = &fixture()["cancer"];
    let data = load(json!({ "name": "cancer" }));
    assert_inputs_are(&data, expected);
    let labels: String = data.Y().iter().map(|y| if *y == 1.0 { '1' } else { '0' }).collect();
    assert_eq!(json!(labels), expected["labels"]);
    assert_eq!((data.m(), data.Y().sum()), (569, 357.0));
}

#[test]
fn cancer_is_standardised() {
    for row in load(json!({ "name": "cancer" })).X().rows() {
        assert!(row.mean().unwrap().abs() < 1e-14);
        assert!((row.std(0.0) - 1.0).abs() < 1e-13);
    }
}

#[test]
fn smaller_m_takes_the_first() {
    for name in ["digits", "cancer"] {
        let (all, few) = (load(json!({ "name": name })), load(json!({ "name": name, "m": 10 })));
        assert_eq!(few.X(), all.X().slice(ndarray::s![.., ..10]));
        assert_eq!(few.Y(), all.Y().slice(ndarray::s![.., ..10]));
    }
}

#[test]
fn bytes_need_no_alignment() {
    let mut shifted = vec![0];
    shifted.extend(file("cancer"));
    let parameters = check(json!({ "name": "cancer" })).unwrap();
    let (shifted, straight) =
        (parameters.load(Some(&shifted[1..])), load(json!({ "name": "cancer" })));
    assert_eq!(shifted.unwrap(), straight);
}

#[test]
fn no_bytes() {
    let error = check(json!({ "name": "digits" })).unwrap().load(None).unwrap_err();
    assert_eq!(error, Error::NoBytes { file: "digits" });
    assert_eq!(error.to_string(), "digits: expected the bytes of digits.npy, got none");
}

#[test]
fn truncated_bytes() {
    let bytes = file("digits");
    let cut = error("digits", &bytes[..bytes.len() - 7]);
    assert_eq!(cut, "digits: expected 116805 bytes of data, got 116798");
    for length in [0, 5, 9, 100] {
        let cut = error("digits", &bytes[..length]);
        assert_eq!(cut, "digits: expected a .npy file, got something else");
    }
}

#[test]
fn too_many_bytes() {
    let longer = [file("cancer"), vec![0; 8]].concat();
    assert_eq!(error("cancer", &longer), "cancer: expected 141112 bytes of data, got 141120");
}

#[test]
fn another_format() {
    let html = error("cancer", b"<!doctype html><title>404</title>");
    assert_eq!(html, "cancer: expected a .npy file, got something else");
}

#[test]
fn wrong_type() {
    let floats = error("digits", &npy(&Array2::<f64>::zeros((1797, 65))));
    assert!(floats.starts_with("digits: expected uint8 of shape (1797, 65), got "), "{floats}");
    assert!(floats.contains("'descr': '<f8'"), "{floats}");
    let reversed: Vec<u8> =
        file("cancer").iter().map(|b| if *b == b'<' { b'>' } else { *b }).collect();
    let reversed = error("cancer", &reversed);
    assert!(reversed.contains("'descr': '>f8'"), "{reversed}");
}

#[test]
fn wrong_shape() {
    let transposed = error("cancer", &npy(&Array2::<f64>::zeros((31, 569))));
    assert!(
        transposed.starts_with("cancer: expected float64 of shape (569, 31), got "),
        "{transposed}"
    );
    assert!(transposed.contains("'shape': (31, 569)"), "{transposed}");
}

#[test]
fn impossible_values() {
    let mut cancer = Array2::<f64>::zeros((569, 31));
    cancer[[3, 4]] = f64::NAN;
    assert_eq!(
        error("cancer", &npy(&cancer)),
        "cancer: expected finite features and a label 0 or 1 in every row, got something else in row 3"
    );
    let mut digits = Array2::<u8>::zeros((1797, 65));
    digits[[1000, 64]] = 10;
    assert_eq!(
        error("digits", &npy(&digits)),
        "digits: expected pixels from 0 to 16 and a digit from 0 to 9 in every row, got something else in row 1000"
    );
}
