//! What must hold for any network, as laws.

#![allow(non_snake_case)]

mod common;

use common::{assert_close, examples};
use ndarray::{Axis, concatenate};
use nn::{
    Activation, Configuration, Error, Examples, Initialization, TensorName, TensorStatus, Trainer,
};
use numpy_random::RandomState;
use proptest::prelude::*;

const NAMES: [TensorName; 10] = [
    TensorName::W,
    TensorName::b,
    TensorName::Z,
    TensorName::A,
    TensorName::Y,
    TensorName::losses,
    TensorName::dA,
    TensorName::dZ,
    TensorName::dW,
    TensorName::db,
];

prop_compose! {
    fn any_configuration()(
        mut layers_dims in prop::collection::vec(1usize..9, 1..5),
        learning_rate in 0.001..2.0,
        seed: u32,
        initialization in prop::sample::select(vec![
            Initialization::Course,
            Initialization::He,
            Initialization::Small,
            Initialization::Zeros,
        ]),
        activation in prop::sample::select(vec![Activation::Relu, Activation::Tanh]),
    ) -> Configuration {
        layers_dims.push(1);
        Configuration { layers_dims, learning_rate, seed, initialization, activation }
    }
}

fn any_m() -> impl Strategy<Value = usize> {
    // Below, at and above a SIMD lane count and a block of columns.
    prop_oneof![1usize..20, 250usize..262, Just(512)]
}

fn trainer(configuration: &Configuration, examples: Examples) -> Trainer {
    Trainer::new(configuration, examples).expect("valid")
}

/// Every matrix, to the bit.
fn bits(trainer: &Trainer) -> Vec<Option<Vec<u64>>> {
    let layers = 0..=trainer.L();
    let tensors = layers.flat_map(|l| NAMES.map(|name| trainer.tensor(name, l).ok()));
    tensors.map(|tensor| Some(tensor?.iter().map(|x| x.to_bits()).collect())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn prop_shapes_are_those_of_the_notation(configuration in any_configuration(), m in any_m()) {
        let n = &configuration.layers_dims;
        let mut trainer = trainer(&configuration, examples(n[0], m, 1));
        trainer.step();
        for l in 1..n.len() {
            for name in NAMES {
                let expected = match name {
                    TensorName::W | TensorName::dW => (n[l], n[l - 1]),
                    TensorName::b | TensorName::db => (n[l], 1),
                    TensorName::Y | TensorName::losses if l < trainer.L() => {
                        prop_assert!(trainer.tensor(name, l).is_err());
                        continue;
                    }
                    _ => (n[l], m),
                };
                prop_assert_eq!(trainer.tensor(name, l).expect("computed").dim(), expected);
            }
        }
    }

    #[test]
    fn prop_operations_one_by_one_are_the_whole_iteration(
        configuration in any_configuration(), m in any_m(), iterations in 1usize..4
    ) {
        let data = examples(configuration.layers_dims[0], m, 2);
        let mut whole = trainer(&configuration, data.clone());
        let mut single = trainer(&configuration, data);
        for _ in 0..iterations {
            whole.step();
            for &expected in &single.operations().to_vec() {
                prop_assert_eq!(single.step_operation(), expected);
            }
            prop_assert_eq!(bits(&whole), bits(&single));
        }
        prop_assert_eq!(whole.iteration(), single.iteration());
        prop_assert_eq!(whole.costs(), single.costs());
    }

    #[test]
    fn prop_a_step_completes_the_iteration_under_way(
        configuration in any_configuration(), operations in 0usize..40
    ) {
        let data = examples(configuration.layers_dims[0], 9, 2);
        let mut stepped = trainer(&configuration, data.clone());
        (0..operations).for_each(|_| { stepped.step_operation(); });
        stepped.step();
        let mut whole = trainer(&configuration, data);
        (0..stepped.iteration()).for_each(|_| { whole.step(); });
        prop_assert_eq!(bits(&stepped), bits(&whole));
    }

    #[test]
    fn prop_a_checkpoint_brings_back_every_bit(
        configuration in any_configuration(), operations in 0usize..60, rate in 0.01..1.0
    ) {
        let data = examples(configuration.layers_dims[0], 9, 3);
        let mut original = trainer(&configuration, data.clone());
        (0..operations).for_each(|_| { original.step_operation(); });
        // A learning rate changed since must not reach back.
        original.set_learning_rate(rate).expect("valid");
        let configuration = original.configuration().clone();
        let mut restored =
            Trainer::restore(&configuration, data, &original.checkpoint()).expect("valid");
        for l in 0..=original.L() {
            for name in NAMES {
                if original.status(name, l) == Ok(TensorStatus::Fresh) {
                    prop_assert_eq!(original.tensor(name, l), restored.tensor(name, l));
                }
            }
        }
        original.step();
        restored.step();
        prop_assert_eq!(bits(&original), bits(&restored));
        prop_assert_eq!(original.costs(), restored.costs());
        prop_assert_eq!(original.configuration(), restored.configuration());
    }

    #[test]
    fn prop_z_comes_from_the_parameters_used(
        configuration in any_configuration(), operations in 1usize..60
    ) {
        let data = examples(configuration.layers_dims[0], 9, 3);
        let mut trainer = trainer(&configuration, data);
        (0..operations).for_each(|_| { trainer.step_operation(); });
        for l in 1..=trainer.L() {
            if trainer.status(TensorName::Z, l) != Ok(TensorStatus::Fresh) { continue }
            let (W, b) = trainer.parameters_used(l).expect("a layer");
            let A_prev = trainer.tensor(TensorName::A, l - 1).expect("computed");
            let expected = W.dot(&A_prev) + b;
            let Z = trainer.tensor(TensorName::Z, l).expect("computed");
            assert_close("Z", Z.view(), expected.view(), 1e-12);
        }
    }

    #[test]
    fn prop_parameters_taken_out_and_imported_go_on_as_before(
        configuration in any_configuration(), before in 0usize..5, after in 1usize..5
    ) {
        let data = examples(configuration.layers_dims[0], 9, 3);
        let mut original = trainer(&configuration, data.clone());
        (0..before).for_each(|_| { original.step(); });
        // At the beginning of an iteration: its parameters are those of now.
        let start = nn::Checkpoint { progress: 0, ..original.checkpoint() };
        original = Trainer::restore(&configuration, data.clone(), &start).expect("its own");
        let imported = Configuration { initialization: Initialization::Imported, ..configuration };
        let mut going_on =
            Trainer::from_parameters(&imported, data, start.parameters).expect("as many");
        prop_assert_eq!(going_on.iteration(), 0);
        (0..after).for_each(|_| { original.step(); going_on.step(); });
        prop_assert_eq!(bits(&original), bits(&going_on));
    }

    #[test]
    fn prop_a_restored_run_keeps_its_beginning_and_its_learning_rates(
        configuration in any_configuration(),
        rates in prop::collection::vec(prop::sample::select(vec![0.1, 0.2, 0.3]), 1..12),
        operations in 0usize..9,
    ) {
        let configuration = Configuration { initialization: Initialization::Imported, ..configuration };
        let data = examples(configuration.layers_dims[0], 5, 3);
        let count = nn::parameter_count(&configuration.layers_dims);
        let mut random = RandomState::seed(8);
        let parameters: Vec<_> = (0..count).map(|_| random.randn()).collect();
        let mut trainer =
            Trainer::from_parameters(&configuration, data.clone(), &parameters[..]).expect("valid");
        for &rate in &rates {
            trainer.set_learning_rate(rate).expect("valid");
            trainer.step();
        }
        (0..operations).for_each(|_| { trainer.step_operation(); });
        let configuration = trainer.configuration().clone();
        let restored =
            Trainer::restore(&configuration, data, &trainer.checkpoint()).expect("its own");
        prop_assert_eq!(restored.initial_parameters().map(|p| p.to_vec()), Some(parameters));
        prop_assert_eq!(restored.learning_rates(), trainer.learning_rates());
        // The log says α of every iteration.
        for (iteration, &rate) in rates.iter().enumerate() {
            let log = trainer.learning_rates();
            let last = log.iter().rev().find(|change| change.iteration <= iteration);
            prop_assert_eq!(last.map(|change| change.learning_rate), Some(rate));
        }
    }

    #[test]
    fn prop_the_order_of_examples_does_not_matter(configuration in any_configuration(), m in any_m()) {
        let data = examples(configuration.layers_dims[0], m, 4);
        let order = RandomState::seed(5).permutation(m);
        let permuted = Examples::new(
            data.X().select(Axis(1), &order),
            data.Y().select(Axis(1), &order),
        ).expect("valid");
        same_gradients(&configuration, data, permuted)?;
    }

    // This is the 1/m.
    #[test]
    fn prop_every_example_twice_is_every_example_once(
        configuration in any_configuration(), m in any_m()
    ) {
        let data = examples(configuration.layers_dims[0], m, 6);
        let twice = Examples::new(
            concatenate![Axis(1), data.X(), data.X()],
            concatenate![Axis(1), data.Y(), data.Y()],
        ).expect("valid");
        same_gradients(&configuration, data, twice)?;
    }
}

fn same_gradients(
    configuration: &Configuration,
    a: Examples,
    b: Examples,
) -> Result<(), TestCaseError> {
    let (mut a, mut b) = (trainer(configuration, a), trainer(configuration, b));
    let (cost_a, cost_b) = (a.step(), b.step());
    prop_assert!((cost_a - cost_b).abs() <= 1e-12 * cost_a.abs(), "J: {cost_a}, {cost_b}");
    for l in 1..=a.L() {
        for name in [TensorName::dW, TensorName::db] {
            let (a, b) =
                (a.tensor(name, l).expect("computed"), b.tensor(name, l).expect("computed"));
            for (x, y) in a.iter().zip(&b) {
                // Terms of about 1 may cancel: relative to them, not to their sum.
                prop_assert!((x - y).abs() <= 1e-12 * x.abs().max(1.0), "{name}: {x}, {y}");
            }
        }
    }
    Ok(())
}

#[test]
fn parameters_that_do_not_fit_are_refused() {
    let imported = Configuration {
        layers_dims: vec![2, 1],
        initialization: Initialization::Imported,
        ..Configuration::default()
    };
    let from = |configuration: &Configuration, parameters: &[f64]| {
        Trainer::from_parameters(configuration, examples(2, 5, 1), parameters).map(|_| ())
    };
    assert_eq!(from(&imported, &[1.0, 2.0, 3.0]), Ok(()));
    assert_eq!(from(&imported, &[1.0]), Err(Error::ParameterCount { expected: 3, got: 1 }));
    let infinite = [1.0, f64::INFINITY, 3.0];
    let refused = Error::ParameterNotFinite { index: 1, got: f64::INFINITY };
    assert_eq!(from(&imported, &infinite), Err(refused));
    let drawn = Configuration { initialization: Initialization::He, ..imported.clone() };
    assert_eq!(from(&drawn, &[1.0, 2.0, 3.0]), Err(Error::NotImported));
    let none = Trainer::new(&imported, examples(2, 5, 1)).map(|_| ());
    assert_eq!(none, Err(Error::NothingImported));
}
