//! What people paste, and what they paste by mistake.

use numpy_text::{Axis, Error, Form, Printed, parse};
use proptest::prelude::*;

fn names(text: &str) -> Vec<(Option<String>, Vec<Option<usize>>)> {
    let printed = parse(text).unwrap_or_else(|e| panic!("{text}: {e}"));
    printed.into_iter().map(|printed| (printed.name, printed.array.shape())).collect()
}

fn one(text: &str) -> Printed {
    let mut printed = parse(text).unwrap_or_else(|e| panic!("{text}: {e}"));
    assert_eq!(printed.len(), 1, "{text}");
    printed.remove(0)
}

fn named(name: &str, shape: &[usize]) -> (Option<String>, Vec<Option<usize>>) {
    (Some(name.to_owned()), shape.iter().map(|&length| Some(length)).collect())
}

#[test]
fn several_arrays_with_names() {
    let text = "W1 = [[ 0.41  0.078]\n [-1.    2.e-3]]\nb1 = [[0.]\n [0.]]\ncost = 0.693\n";
    assert_eq!(names(text), [named("W1", &[2, 2]), named("b1", &[2, 1]), named("cost", &[])]);
}

#[test]
fn a_name_stands_on_the_line_before() {
    assert_eq!(names("dW1:\n[[1. 2.]]"), [named("dW1", &[1, 2])]);
    assert_eq!(names(">>> grads[\"dW1\"]\narray([[1., 2.]])"), [named("dW1", &[1, 2])]);
    assert_eq!(names("In [3]: dW1\nOut[3]: array([[1., 2.]])"), [named("dW1", &[1, 2])]);
    assert_eq!(names("In [3]: dW1\nOut[3]: \narray([[1., 2.]])"), [named("dW1", &[1, 2])]);
}

#[test]
fn a_dictionary_has_an_array_for_each_key() {
    let text = "{'W1': array([[ 0.1, -0.2]]), 'b1': array([[0.]]), 'cost': np.float64(0.5)}";
    assert_eq!(names(text), [named("W1", &[1, 2]), named("b1", &[1, 1]), named("cost", &[])]);
    let text = "{'cost': np.float64(0.5), 'J': 1.5, 'W1': array([[ 0.1]])}";
    assert_eq!(names(text), [named("cost", &[]), named("J", &[]), named("W1", &[1, 1])]);
}

#[test]
fn costs_are_lists_of_numbers_however_they_are_wrapped() {
    for text in [
        "costs = [0.69, 0.68, 0.67]",
        "costs = [np.float64(0.69), np.float64(0.68), np.float64(0.67)]",
        "costs = [array(0.69), array(0.68), array(0.67)]",
    ] {
        let printed = one(text);
        assert_eq!(printed.array.form, Form::List, "{text}");
        let values: Vec<f64> = printed.array.entries.iter().map(|number| number.value).collect();
        assert_eq!(values, [0.69, 0.68, 0.67], "{text}");
    }
    let printed = one("Cost after iteration 100: 0.6464320953428849");
    assert_eq!(printed.label, "Cost after iteration 100");
    assert_eq!(printed.array.entries[0].place, Some(-16));
    assert_eq!(one("cost 0.693").name.as_deref(), Some("cost"));
}

#[test]
fn a_table_of_the_course_has_arrays_on_one_line() {
    let text =
        "**W1**\t[[ 0.01624345 -0.00611756] [-0.00528172 -0.01072969]]\n**b1**\t[[ 0.] [ 0.]]";
    assert_eq!(names(text), [named("W1", &[2, 2]), named("b1", &[2, 1])]);
    let markdown = "| **W1** | [[ 1.1 -2.] \n [ 0. 1.]] |\n| **cost** | 0.69 |";
    assert_eq!(names(markdown), [named("W1", &[2, 2]), named("cost", &[])]);
}

#[test]
fn a_subscript_is_no_array() {
    assert_eq!(names("W[1] = [[0.5]]"), [named("W1", &[1, 1])]);
    assert_eq!(names("A1[[0.5 0.25]]"), [named("A1", &[1, 2])]);
    assert_eq!(names("grads['dW' + str(1)] = [0.5 0.25]"), [named("dW1", &[2])]);
}

#[test]
fn rows_and_columns_may_be_abbreviated() {
    let text = "X = [[0.1 0.2 ... 0.3 0.4]\n [1.  2.  ... 3.  4. ]\n ...\n [5.  6.  ... 7.  8. ]]";
    let printed = one(text);
    let edges = |first, last| Axis::Edges { first, last, length: None };
    assert_eq!(printed.array.axes, [edges(2, 1), edges(2, 2)]);
    assert_eq!(printed.array.axes[1].indices(9), Some(vec![0, 1, 7, 8]));
    assert_eq!(printed.array.axes[1].indices(4), None, "the dots stand for something");
    let text = "array([[0., 0., 0., ..., 0., 0., 0.]], shape=(1, 2000))";
    assert_eq!(one(text).array.shape(), [Some(1), Some(2000)]);
}

#[test]
fn numbers_may_have_any_sign_and_size() {
    let printed = one("[\u{2212}0.5 nan -inf 1e-05 +3. 2.e+10]");
    let values: Vec<f64> = printed.array.entries.iter().map(|number| number.value).collect();
    assert_eq!((values[0], values[2], values[3]), (-0.5, f64::NEG_INFINITY, 1e-5));
    assert!(values[1].is_nan());
}

#[test]
fn text_around_is_passed_over() {
    let text = "The shape is (2, 2), see [the notes] and list ['a', 'b'].\nW1 = [[1. 2.]]\nDone!";
    assert_eq!(names(text), [named("W1", &[1, 2])]);
}

#[test]
fn errors_say_where_and_what() {
    let message = |text: &str| parse(text).expect_err(text).to_string();
    assert_eq!(
        message("W1 = [[1. 2.]\n [3.]]"),
        "line 2, column 2: expected a row of 2 entries as the first, got 1"
    );
    assert_eq!(message("[[1. 2.]\n [3. x]]"), "line 2, column 6: expected a number, got 'x'");
    assert_eq!(
        message("a\n[[1. 2.]\n [3."),
        "line 2, column 1: expected a ] to every [ of the array that begins here, got the end of the text"
    );
    assert_eq!(
        message("[[[1. 2.]]]"),
        "line 1, column 1: expected an array of at most 2 axes, got one of 3"
    );
    assert_eq!(
        message("hello   world"),
        "expected an array or a number as NumPy prints it, got 'hello world'"
    );
    assert_eq!(message(""), "expected an array or a number as NumPy prints it, got nothing");
    assert_eq!(
        message("array([[1., 2.]], shape=(2, 2))"),
        "line 1, column 7: expected entries of the shape (2, 2), got (1, 2)"
    );
    assert!(matches!(parse("[[1. ... 2.]\n [1. 2. 3.]]"), Err(Error::Abbreviation { .. })));
}

#[test]
fn places_of_several_arrays() {
    let printed = parse("é = [1.]\n\n  b1 = [2.] c = [3.]\n0.5").expect("arrays");
    let places: Vec<_> = printed.iter().map(|printed| (printed.line, printed.column)).collect();
    assert_eq!(places, [(1, 5), (3, 8), (3, 17), (4, 1)]);
}

/// Text of what the parser looks at, and of anything.
fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("[".to_owned()),
        Just("]".to_owned()),
        Just("array(".to_owned()),
        Just(")".to_owned()),
        Just("\n".to_owned()),
        Just("... ".to_owned()),
        Just(", shape=(2,".to_owned()),
        Just("W1 = ".to_owned()),
        Just("'b1': ".to_owned()),
        Just("In [2]:".to_owned()),
        "[-−0-9.e ,]{1,8}",
        any::<String>(),
    ];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn prop_any_text_is_read_or_refused(text in texts()) {
        if let Ok(printed) = parse(&text) {
            prop_assert!(!printed.is_empty());
            for printed in printed {
                let count: usize = printed.array.axes_2d().iter().map(Axis::printed).product();
                prop_assert_eq!(count, printed.array.entries.len());
            }
        }
    }

    #[test]
    fn prop_what_is_printed_is_read(
        rows in 1..5_usize,
        columns in 1..5_usize,
        values in proptest::collection::vec(-1e3..1e3_f64, 16),
    ) {
        let row = |i: usize| {
            let entries = (0..columns).map(|j| format!("{:.8}", values[(i * columns + j) % 16]));
            format!("[{}]", entries.collect::<Vec<_>>().join(" "))
        };
        let text = format!("A = [{}]", (0..rows).map(row).collect::<Vec<_>>().join("\n "));
        let printed = parse(&text).expect("an array").remove(0);
        prop_assert_eq!(printed.array.shape(), vec![Some(rows), Some(columns)]);
        for (k, number) in printed.array.entries.iter().enumerate() {
            prop_assert_eq!(number.place, Some(-8));
            prop_assert!((number.value - values[k % 16]).abs() <= number.half_unit() * (1.0 + 1e-6));
        }
    }
}

#[test]
fn a_long_text_takes_time_in_proportion() {
    let long = |piece: &str| piece.repeat((1 << 20) / piece.len());
    for text in [
        format!("[{}]", long("0.12345678 ")),
        long("[1.]\n"),
        long("[1.] "),
        long("["),
        long("[\n"),
        long("a["),
        long("array("),
        long("x = 1.5\n"),
        long("'a': 1.5, "),
        long("'"),
        long("np.float64("),
        long("W1 = "),
        long("[ x "),
        long(" "),
    ] {
        let start = std::time::Instant::now();
        let _ = parse(&text);
        let time = start.elapsed();
        assert!(time.as_millis() < 2000, "{:?} for {:?}…", time, &text[..12]);
    }
}
