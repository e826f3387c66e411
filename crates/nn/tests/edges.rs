//! Saturation, divergence and bad input.

#![allow(non_snake_case)]

mod common;

use common::{configuration, examples};
use ndarray::{Array2, array};
use nn::{
    Configuration, Divergence, Error, Examples, Initialization, Operation, OperationName,
    TensorName, Trainer,
};

/// One unit with W = 1 on inputs so large that σ is exactly 0 or 1.
fn saturated() -> Trainer {
    let X = array![[800.0, 800.0, -800.0, -800.0, 40.0, 40.0]];
    let Y = array![[1.0, 0.0, 1.0, 0.0, 1.0, 0.0]];
    let configuration =
        Configuration { initialization: Initialization::Zeros, ..configuration(&[1, 1]) };
    let examples = Examples::new(X, Y).expect("valid");
    let start = Trainer::new(&configuration, examples.clone()).expect("valid").checkpoint();
    let start = nn::Checkpoint { parameters: vec![1.0, 0.0], ..start };
    let mut trainer = Trainer::restore(&configuration, examples, &start).expect("valid");
    trainer.step();
    trainer
}

#[test]
fn a_saturated_output_gives_no_nan() {
    let trainer = saturated();
    let A = trainer.tensor(TensorName::A, 1).expect("computed").into_owned();
    assert_eq!(A, array![[1.0, 1.0, 0.0, 0.0, 1.0, 1.0]]);
    let losses = trainer.tensor(TensorName::losses, 1).expect("computed").into_owned();
    assert_eq!(losses.row(0).to_vec(), [0.0, 800.0, 800.0, 0.0, libm::exp(-40.0), 40.0]);
    let dZ = trainer.tensor(TensorName::dZ, 1).expect("computed").into_owned();
    assert_eq!(dZ, array![[0.0, 1.0, -1.0, 0.0, 0.0, 1.0]]);
    assert!(trainer.tensor(TensorName::dW, 1).expect("computed").iter().all(|x| x.is_finite()));
    let dA = trainer.tensor(TensorName::dA, 1).expect("computed").into_owned();
    assert_eq!((dA[[0, 0]], dA[[0, 3]], dA[[0, 4]]), (-1.0, 1.0, -1.0));
    assert_eq!((dA[[0, 1]], dA[[0, 2]]), (f64::INFINITY, f64::NEG_INFINITY));
    // The textbook form would have divided by zero here: a is 1 in float64, but not in truth.
    assert_eq!(dA[[0, 5]], 1.0 + libm::exp(40.0));
    assert_eq!(trainer.divergence(), None);
}

#[test]
fn divergence_is_found_where_it_began() {
    let configuration = Configuration { learning_rate: 1e300, ..configuration(&[2, 4, 3, 1]) };
    let mut trainer = Trainer::new(&configuration, examples(2, 20, 1)).expect("valid");
    while trainer.divergence().is_none() {
        trainer.step();
        assert!(trainer.iteration() < 10, "1e300 must diverge soon");
    }
    let found = trainer.divergence().expect("found");
    // The very same place, one operation at a time.
    let mut single = Trainer::new(&configuration, examples(2, 20, 1)).expect("valid");
    while single.divergence().is_none() {
        single.step_operation();
    }
    assert_eq!(single.divergence(), Some(found));
    let Divergence { operation: Operation { operation, layer }, .. } = found;
    let result = trainer.tensor(operation.result(), layer).expect("computed").into_owned();
    assert!(result.iter().any(|x| !x.is_finite()), "{found:?}");
    // What came before it in that iteration is finite.
    let before = trainer.operations().iter().take_while(|&&o| o != found.operation).copied();
    for Operation { operation, layer } in before.collect::<Vec<_>>() {
        if !matches!(operation, OperationName::W | OperationName::b) {
            let earlier = trainer.tensor(operation.result(), layer).expect("computed");
            assert!(earlier.iter().all(|x| x.is_finite()), "{operation:?}[{layer}]");
        }
    }
    // Later iterations do not move it.
    trainer.step();
    assert_eq!(trainer.divergence(), Some(found));
}

#[track_caller]
fn refused(configuration: &Configuration, message: &str) {
    let error = Trainer::new(configuration, examples(2, 5, 1)).expect_err("must be refused");
    assert_eq!(error.to_string(), message);
}

#[test]
fn wrong_layers_dims_are_refused() {
    let two = "expected at least 2 entries (the input size and the output size)";
    refused(&configuration(&[]), &format!("layers_dims: {two}, got 0"));
    refused(&configuration(&[2]), &format!("layers_dims: {two}, got 1"));
    refused(
        &configuration(&[2, 0, 1]),
        "layers_dims[1]: expected a whole number of at least 1, got 0",
    );
    refused(
        &configuration(&[3, 4, 1]),
        "layers_dims[0]: expected 2, the number of rows of X, got 3",
    );
    refused(&configuration(&[2, 4, 2]), "layers_dims[2]: expected 1, the one output unit, got 2");
}

#[test]
fn a_network_beyond_the_memory_limit_is_refused_before_it_is_allocated() {
    refused(
        &configuration(&[2, 1_000_000, 1_000_000, 1]),
        "layers_dims: expected a network of at most 2048 MB with these data, got one of 22888603 MB",
    );
    refused(
        &configuration(&[2, usize::MAX, usize::MAX, 1]),
        &format!(
            "layers_dims: expected a network of at most 2048 MB with these data, got one of {} MB",
            u64::MAX >> 20
        ),
    );
}

#[test]
fn memory_needed_is_what_the_matrices_take() {
    let (n, m) = ([2, 4, 3, 1], 5);
    let mut trainer = Trainer::new(&configuration(&n), examples(2, m, 1)).expect("valid");
    trainer.step();
    let size = |name, l| trainer.tensor(name, l).map_or(0, |matrix| matrix.len());
    use TensorName::{A, W, Y, Z, b, dA, dW, dZ, db, losses};
    let all = [W, W, b, b, Z, A, dA, dZ, dW, db, Y, losses]; // W and b twice: before and after
    let entries: usize = size(A, 0) + m /* e^-|z| */ + (1..=3).flat_map(|l| all.map(|name| size(name, l))).sum::<usize>();
    assert_eq!(nn::memory_needed(&n, m), 8 * entries as u64);
}

#[test]
fn wrong_learning_rates_are_refused_and_change_nothing() {
    for wrong in [0.0, -0.1, f64::NAN, f64::INFINITY] {
        let base = configuration(&[2, 1]);
        let configuration = Configuration { learning_rate: wrong, ..base };
        refused(
            &configuration,
            &format!("learning_rate: expected a finite number greater than 0, got {wrong}"),
        );
    }
    let mut trainer = Trainer::new(&configuration(&[2, 1]), examples(2, 5, 1)).expect("valid");
    assert!(trainer.set_learning_rate(-1.0).is_err());
    assert_eq!(trainer.configuration().learning_rate, 0.075);
}

#[test]
fn wrong_examples_are_refused() {
    let refused = |X, Y, message: &str| {
        assert_eq!(Examples::new(X, Y).expect_err("must be refused").to_string(), message);
    };
    let (X, Y) = (array![[1.0, 2.0]], array![[0.0, 1.0]]);
    refused(
        Array2::zeros((0, 3)),
        Array2::zeros((1, 3)),
        "X: expected at least 1 row and 1 column, got shape (0, 3)",
    );
    refused(X.clone(), array![[0.0], [1.0]], "expected Y of shape (1, 2), got (2, 1)");
    refused(X, array![[0.0, 2.0]], "Y[0, 1]: expected 0 or 1, got 2");
    refused(array![[1.0, f64::NAN]], Y, "X[0, 1]: expected a finite number, got NaN");
}

#[test]
fn matrices_that_are_not_there_are_refused_in_words() {
    let trainer = Trainer::new(&configuration(&[2, 3, 1]), examples(2, 5, 1)).expect("valid");
    let refused = |name, l, message: &str| {
        assert_eq!(trainer.tensor(name, l).expect_err("refused").to_string(), message);
    };
    refused(TensorName::W, 0, "W: expected a layer from 1 to 2, got 0");
    refused(TensorName::A, 3, "A: expected a layer from 0 to 2, got 3");
    refused(TensorName::Y, 1, "Y: expected a layer from 2 to 2, got 1");
    refused(
        TensorName::dW,
        1,
        "dW[1]: expected a matrix that has been computed, got one before its first operation",
    );
    let points = trainer.predict(Array2::zeros((3, 4)).view());
    assert_eq!(points, Err(Error::PointShape { n0: 2, got: (3, 4) }));
}
