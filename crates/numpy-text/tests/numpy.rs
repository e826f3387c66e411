//! Arrays as NumPy itself prints them, in many settings, read back.

use std::path::Path;

use numpy_text::{Axis, parse};
use serde::Deserialize;

#[derive(Deserialize)]
struct Fixture {
    printing: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    text: String,
    shape: Vec<usize>,
    entries: Option<Vec<String>>,
    options: Vec<String>,
}

fn cases() -> Vec<Case> {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures").join("checking.json");
    let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let fixture: Fixture =
        serde_json::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    fixture.printing
}

#[test]
fn shapes_are_those_of_the_arrays() {
    let cases = cases();
    assert!(cases.len() > 200, "{}", cases.len());
    for case in cases {
        let printed = parse(&case.text).unwrap_or_else(|e| panic!("{}: {e}", case.text));
        let [printed] = &printed[..] else { panic!("one array: {}", case.text) };
        let array = &printed.array;
        // [] is all that print writes of an array without entries.
        if case.shape.contains(&0) && !case.text.contains("shape") {
            assert!(array.entries.is_empty());
            continue;
        }
        assert_eq!(array.axes.len(), case.shape.len(), "{}", case.text);
        for (axis, &length) in array.axes.iter().zip(&case.shape) {
            assert!(axis.indices(length).is_some(), "{axis:?}, {length}: {}", case.text);
        }
        let is_abbreviated = array.axes.iter().any(|axis| matches!(axis, Axis::Edges { .. }));
        assert_eq!(is_abbreviated, case.text.contains("..."), "{}", case.text);
    }
}

#[test]
fn entries_are_the_arrays_to_half_a_unit_of_the_printed_place() {
    let mut compared = 0;
    for case in cases() {
        let Some(entries) = &case.entries else { continue };
        let printed = parse(&case.text).unwrap_or_else(|e| panic!("{}: {e}", case.text));
        let array = &printed[0].array;
        let [first, second] = array.axes_2d();
        let (rows, columns) = match case.shape[..] {
            [] => (1, 1),
            [columns] => (1, columns),
            [rows, columns, ..] => (rows, columns),
        };
        let places = first.indices(rows).into_iter().flatten().flat_map(|row| {
            let columns_of_row = second.indices(columns).into_iter().flatten();
            columns_of_row.map(move |column| row * columns + column)
        });
        for (number, place) in array.entries.iter().zip(places) {
            let right = match &entries[place][..] {
                "nan" => f64::NAN,
                "inf" => f64::INFINITY,
                text => text.parse::<f64>().expect(text),
            };
            let same = number.value == right || (number.value.is_nan() && right.is_nan());
            let limit = number.half_unit() * (1.0 + 1e-9);
            let title = format!("{number:?} {right} {:?}: {}", case.options, case.text);
            assert!(same || (number.value - right).abs() <= limit, "{title}");
            compared += 1;
        }
    }
    assert!(compared > 1000, "{compared}");
}

#[test]
fn the_last_place_is_the_one_that_numpy_rounded_to() {
    // precision=2 prints 2 decimals or, where NumPy chose an exponent, 2 of the mantissa.
    let short = |case: &Case| case.options == ["precision"] && case.text.len() < 200;
    let mut seen = 0;
    for case in cases().into_iter().filter(short) {
        for number in &parse(&case.text).expect("numbers")[0].array.entries {
            let Some(place) = number.place.filter(|_| number.value != 0.0) else { continue };
            let digits = number.value.abs().log10().floor() as i32 - place;
            assert!(digits <= 15 || place >= -15, "{number:?}: {}", case.text);
            seen += 1;
        }
    }
    assert!(seen > 10);
}
