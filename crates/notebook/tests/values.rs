//! The numbers of mistakes on the matrices of a trainer, compared with ndarray's.

#![allow(non_snake_case, reason = "the formulas' capitals")]

use std::collections::HashMap;

use ndarray::{Array2, ArrayD, Axis};
use nn::{Activation, Configuration, Examples, Operation, OperationName, TensorName, Trainer};
use notebook::{ENTRIES_LIMIT, Error, Kind, Mistake, Network, mistakes};
use numpy_random::RandomState;

const M: usize = 12;

fn trainer_of(layers_dims: &[usize], m: usize) -> Trainer {
    let mut rs = RandomState::seed(5);
    let X = Array2::from_shape_simple_fn((layers_dims[0], m), || rs.randn());
    let Y = Array2::from_shape_simple_fn((1, m), || f64::from(rs.rand() < 0.5));
    let examples = Examples::new(X, Y).expect("valid");
    let configuration = Configuration {
        layers_dims: layers_dims.to_vec(),
        activation: Activation::Relu,
        ..Configuration::default()
    };
    Trainer::new(&configuration, examples).expect("valid")
}

fn trained() -> Trainer {
    let mut trainer = trainer_of(&[3, 3, 4, 1], M);
    for _ in 0..5 {
        trainer.step();
    }
    trainer
}

fn mistake(
    trainer: &Trainer,
    operation: OperationName,
    layer: usize,
    kind: Kind,
    of: Option<&str>,
) -> Mistake {
    let all = mistakes(Operation { operation, layer }, &Network::of(trainer)).expect("exists");
    let found = all
        .into_iter()
        .find(|mistake| mistake.kind == kind && (of.is_none() || mistake.of.as_deref() == of));
    found.expect("is offered")
}

fn matrix(trainer: &Trainer, name: TensorName, layer: usize) -> Array2<f64> {
    trainer.tensor(name, layer).expect("computed").into_owned()
}

/// The learning rate of the updates that [`evaluate`] is given.
const ALPHA: f64 = 0.5;

/// The mistake on the trainer's matrices of now.
fn evaluate(mistake: &Mistake, trainer: &Trainer) -> Result<ArrayD<f64>, Error> {
    let tensors = mistake.tensors(trainer.L()).into_iter().filter_map(|(name, layer)| {
        let matrix = match name {
            TensorName::W => trainer.parameters_used(layer).ok()?.0,
            TensorName::b => trainer.parameters_used(layer).ok()?.1,
            _ => trainer.tensor(name, layer).ok()?,
        };
        Some(((name, layer), matrix.into_owned().into_dyn()))
    });
    let tensors: HashMap<_, _> = tensors.collect();
    let matrix =
        |name, layer| tensors.get(&(name, layer)).map(|matrix: &ArrayD<f64>| matrix.view());
    mistake.evaluate(&Network::of(trainer), ALPHA, matrix)
}

#[track_caller]
fn assert_close(got: &ArrayD<f64>, expected: &ArrayD<f64>) {
    assert_eq!(got.shape(), expected.shape());
    let scale = expected.iter().fold(0.0, |scale: f64, x| scale.max(x.abs()));
    assert!((got - expected).iter().all(|difference| difference.abs() <= 1e-12 * scale));
}

#[test]
fn a_transposed_weight_computes_with_the_parameters_before_the_update() {
    let trainer = trained();
    let wrong = mistake(&trainer, OperationName::Z, 1, Kind::TransposeAdded, Some("W1"));
    let (W, b) = trainer.parameters_used(1).expect("exists");
    let expected = W.t().dot(&matrix(&trainer, TensorName::A, 0)) + &b;
    assert_close(&evaluate(&wrong, &trainer).expect("square"), &expected.into_dyn());
}

#[test]
fn the_gradient_of_weights_without_the_mean_is_m_times_the_right_one() {
    let trainer = trained();
    let wrong = mistake(&trainer, OperationName::dW, 2, Kind::NoMean, None);
    let expected = matrix(&trainer, TensorName::dW, 2) * M as f64;
    assert_close(&evaluate(&wrong, &trainer).expect("fits"), &expected.into_dyn());
}

#[test]
fn a_moved_transpose_gives_the_transposed_gradient() {
    let trainer = trained();
    let wrong = mistake(&trainer, OperationName::dW, 2, Kind::TransposeMoved, None);
    let expected = matrix(&trainer, TensorName::dW, 2).reversed_axes();
    assert_close(&evaluate(&wrong, &trainer).expect("fits"), &expected.into_dyn());
}

#[test]
fn the_sum_along_the_other_axis() {
    let trainer = trained();
    let wrong = mistake(&trainer, OperationName::db, 2, Kind::Axis0, None);
    let sums = matrix(&trainer, TensorName::dZ, 2).sum_axis(Axis(0)).insert_axis(Axis(0));
    assert_close(&evaluate(&wrong, &trainer).expect("fits"), &(sums / M as f64).into_dyn());
}

#[test]
fn a_transposed_label_sums_up_all_pairs_of_examples() {
    let trainer = trained();
    let wrong = mistake(&trainer, OperationName::cost, 3, Kind::TransposeAdded, Some("Y"));
    let (Y, A) = (matrix(&trainer, TensorName::Y, 3), matrix(&trainer, TensorName::A, 3));
    let losses = &Y.t() * &A.mapv(f64::ln) + (1.0 - &Y.t()) * (1.0 - &A).mapv(f64::ln);
    assert_eq!(losses.dim(), (M, M));
    let cost = ndarray::arr0(-losses.sum() / M as f64);
    assert_close(&evaluate(&wrong, &trainer).expect("fits"), &cost.into_dyn());
}

#[test]
fn a_bias_updated_by_a_sum_without_its_axis_grows_to_a_square() {
    let trainer = trained();
    let wrong = mistake(&trainer, OperationName::b, 2, Kind::NoKeepdims, None);
    let (_, b) = trainer.parameters_used(2).expect("exists");
    let db = matrix(&trainer, TensorName::db, 2).reversed_axes(); // as NumPy broadcasts (4,)
    let expected = &b - ALPHA * &db;
    assert_eq!(expected.dim(), (4, 4));
    assert_close(&evaluate(&wrong, &trainer).expect("fits"), &expected.into_dyn());
}

#[test]
fn an_update_in_place_takes_what_it_is_given() {
    let trainer = trained();
    let wrong = mistake(&trainer, OperationName::W, 1, Kind::InPlaceTranspose, None);
    let W = trainer.parameters_used(1).expect("exists").0.into_owned();
    let expected = W - ALPHA * &matrix(&trainer, TensorName::dW, 1).t();
    assert_close(&evaluate(&wrong, &trainer).expect("square"), &expected.into_dyn());
}

#[test]
fn the_matrices_read_are_named_once() {
    let trainer = trained();
    let wrong = mistake(&trainer, OperationName::cost, 3, Kind::TransposeAdded, Some("Y"));
    assert_eq!(wrong.tensors(3), [(TensorName::Y, 3), (TensorName::A, 3)]);
    let wrong = mistake(&trainer, OperationName::b, 2, Kind::NoKeepdims, None);
    assert_eq!(wrong.tensors(3), [(TensorName::dZ, 2), (TensorName::b, 2)]); // db is made anew
}

#[test]
fn flat_labels_are_harmless() {
    let trainer = trained();
    let wrong = mistake(&trainer, OperationName::dA, 3, Kind::Flat, Some("Y"));
    let expected = matrix(&trainer, TensorName::dA, 3).into_dyn();
    assert_close(&evaluate(&wrong, &trainer).expect("fits"), &expected);
}

#[test]
fn a_matrix_that_was_not_given_is_refused() {
    let trainer = trainer_of(&[2, 4, 1], 5);
    let wrong = mistake(&trainer, OperationName::Z, 2, Kind::TransposeAdded, Some("b2"));
    let error = evaluate(&wrong, &trainer).expect_err("not computed");
    assert_eq!(error.to_string(), "name 'A1' is not defined");
}

#[test]
fn what_numpy_refuses_is_refused_in_its_words() {
    let trainer = trained();
    let wrong = mistake(&trainer, OperationName::dW, 2, Kind::TransposeDropped, None);
    let error = evaluate(&wrong, &trainer).expect_err("does not fit");
    assert_eq!(error.to_string(), "shapes (4,12) and (3,12) not aligned: 12 (dim 1) != 3 (dim 0)");
}

#[test]
fn a_matrix_of_all_pairs_of_many_examples_is_refused() {
    let mut trainer = trainer_of(&[2, 1], 1025);
    trainer.step();
    let wrong = mistake(&trainer, OperationName::cost, 1, Kind::TransposeAdded, Some("Y"));
    let expected = Error::TooLarge { entries: 1025 * 1025, limit: ENTRIES_LIMIT };
    assert_eq!(evaluate(&wrong, &trainer), Err(expected));
    // To read a large matrix makes none.
    let mut wide = trainer_of(&[2000, 1], 600);
    wide.step();
    let right_shape = mistake(&wide, OperationName::Z, 1, Kind::TransposeAdded, Some("b1"));
    assert_eq!(evaluate(&right_shape, &wide).expect("small").shape(), [1, 600]);
}

#[test]
fn an_operation_that_the_network_does_not_have_is_refused() {
    let network = Network { layers_dims: vec![2, 1], m: 3, activation: Activation::Relu };
    for (operation, layer) in [(OperationName::Z, 0), (OperationName::Z, 2), (OperationName::dA, 0)]
    {
        let error = mistakes(Operation { operation, layer }, &network).expect_err("no such layer");
        assert_eq!(error, Error::NoSuchOperation { operation, layer, L: 1 });
    }
    for layers_dims in [vec![], vec![2]] {
        let network = Network { layers_dims, ..network.clone() };
        let operation = Operation { operation: OperationName::Z, layer: 1 };
        assert!(mistakes(operation, &network).is_err());
    }
}

#[test]
fn a_mistake_is_serialized_as_text_and_data() {
    let network = Network { layers_dims: vec![2, 4, 3, 1], m: 400, activation: Activation::Relu };
    let b = Operation { operation: OperationName::b, layer: 2 };
    let all = mistakes(b, &network).expect("exists");
    let got = serde_json::to_value(&all[1]).expect("plain data");
    let expected = serde_json::json!({
        "kind": "in_place_no_keepdims",
        "of": "db2",
        "setup": "db2 = 1/m * np.sum(dZ2, axis=1)",
        "statement": "b2 -= alpha * db2",
        "outcome": {
            "kind": "error",
            "exception": "ValueError",
            "message": "non-broadcastable output operand with shape (3,1) doesn't match the broadcast shape (3,3)",
        },
        "at": {
            "operator": "-=",
            "operands": [
                {
                    "code": "b2",
                    "shape": [3, 1],
                    "tensor": { "name": "b", "layer": 2, "transposed": false },
                    "clash": 1,
                },
                { "code": "alpha * db2", "shape": [3], "tensor": null, "clash": 0 },
            ],
        },
    });
    assert_eq!(got, expected);
}
