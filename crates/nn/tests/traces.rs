//! Every entry comes to what its trace says, in every equation.

#![allow(non_snake_case)]

mod common;

use common::examples;
use nn::{
    Activation, Averaging, Configuration, Operation, OperationName, Quantity, TensorName,
    TensorStatus, Trainer, Working,
};
use proptest::prelude::*;

const AVERAGINGS: [Averaging; 2] = [Averaging::InWeightGradients, Averaging::InActivationGradients];

/// A network of 2 inputs after some operations.
fn trained(hidden: &[usize], m: usize, tanh: bool, operations: usize) -> Trainer {
    let configuration = Configuration {
        layers_dims: [&[2], hidden, &[1]].concat(),
        activation: if tanh { Activation::Tanh } else { Activation::Relu },
        ..Configuration::default()
    };
    let mut trainer = Trainer::new(&configuration, examples(2, m, 1)).expect("valid");
    for _ in 0..operations {
        trainer.step_operation();
    }
    trainer
}

fn close(got: f64, expected: f64) -> Result<(), TestCaseError> {
    let tolerance = 1e-12 * expected.abs().max(1.0);
    prop_assert!((got - expected).abs() <= tolerance, "expected {expected:e}, got {got:e}");
    Ok(())
}

/// What the numbers of a trace come to, worked out anew and plainly.
fn by_hand(trainer: &Trainer, operation: Operation, working: &Working) -> f64 {
    let over = |divisor: &Option<usize>| divisor.map_or(1.0, |m| m as f64);
    let is_output = operation.layer == trainer.L();
    match working {
        Working::Product { terms, added, divisor, .. } => {
            let sum: f64 = terms.iter().map(|[left, right]| left * right).sum();
            (sum + added.unwrap_or(0.0)) / over(divisor)
        }
        Working::Sum { terms, divisor, .. } => terms.iter().sum::<f64>() / over(divisor),
        Working::Entry { operands, divisor } => match (operation.operation, &operands[..]) {
            (OperationName::A, &[z]) if is_output => 1.0 / (1.0 + (-z).exp()),
            (OperationName::A, &[z]) => match trainer.configuration().activation {
                Activation::Relu => z.max(0.0),
                Activation::Tanh => z.tanh(),
            },
            (OperationName::cost, &[y, a]) => -(y * a.ln() + (1.0 - y) * (1.0 - a).ln()),
            (OperationName::dA, &[y, a, _, _]) => -(y / a - (1.0 - y) / (1.0 - a)) / over(divisor),
            (OperationName::dZ, &[da, slope] | &[da, slope, _, _]) => da * slope,
            (OperationName::W | OperationName::b, &[theta, dtheta, alpha]) => {
                theta - alpha * dtheta
            }
            other => panic!("unexpected operands {other:?}"),
        },
    }
}

/// Every entry of every result that this iteration has computed.
fn entries(trainer: &Trainer) -> Vec<(Operation, (usize, usize))> {
    let done = &trainer.operations()[..trainer.progress()];
    let of = |&operation: &Operation| {
        let (rows, columns) =
            trainer.shape(operation.operation.result(), operation.layer).expect("it exists");
        (0..rows * columns).map(move |entry| (operation, (entry / columns, entry % columns)))
    };
    done.iter().flat_map(of).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn prop_a_trace_comes_to_its_entry(
        hidden in prop::collection::vec(1usize..5, 0..3), m in 1usize..20,
        tanh in any::<bool>(), steps in 0usize..60,
    ) {
        let trainer = trained(&hidden, m, tanh, steps);
        for (operation, entry) in entries(&trainer) {
            for averaging in AVERAGINGS {
                let trace = trainer.trace(operation, entry, averaging, usize::MAX).expect("done");
                if averaging == Averaging::default() {
                    prop_assert_eq!(trace.total.to_bits(), trace.value.to_bits(), "{:?}", operation);
                }
                close(trace.total, trace.value)?;
                close(by_hand(&trainer, operation, &trace.working), trace.value)?;
            }
        }
        if let Some(trace) = trainer.trace_cost(usize::MAX) {
            prop_assert_eq!(trace.total.to_bits(), trace.value.to_bits());
            let cost = Operation { operation: OperationName::cost, layer: trainer.L() };
            close(by_hand(&trainer, cost, &trace.working), trace.value)?;
        }
    }

    #[test]
    fn prop_outer_products_add_up_to_m_times_dW(
        hidden in prop::collection::vec(1usize..5, 0..3), m in 1usize..20, tanh in any::<bool>(),
    ) {
        let mut trainer = trained(&hidden, m, tanh, 0);
        trainer.step();
        for layer in 1..=trainer.L() {
            let read = |quantity| {
                trainer.quantity(quantity, Averaging::default()).expect("computed").into_owned()
            };
            let dW = read(Quantity::Tensor(TensorName::dW, layer));
            let all = read(Quantity::PartialSum { layer, examples: m });
            prop_assert_eq!(all / m as f64, dW.clone(), "the division lands exactly on dW");
            let mut sum = dW * 0.0;
            for example in 0..m {
                sum += &read(Quantity::OuterProduct { layer, example });
                let partial = read(Quantity::PartialSum { layer, examples: example + 1 });
                for (&sum, &partial) in sum.iter().zip(&partial) {
                    close(sum, partial)?;
                }
            }
        }
    }

    #[test]
    fn prop_moving_the_1_over_m_shrinks_dA_and_dZ_and_nothing_else(
        hidden in prop::collection::vec(1usize..5, 0..3), m in 1usize..20,
    ) {
        use TensorName::{A, W, Z, b, dA, dW, dZ, db};
        let mut trainer = trained(&hidden, m, false, 0);
        trainer.step();
        for name in [W, b, Z, A, dA, dZ, dW, db] {
            let quantity = Quantity::Tensor(name, 1);
            let [averaged, moved] = AVERAGINGS.map(|averaging| {
                trainer.quantity(quantity, averaging).expect("computed").into_owned()
            });
            let factor = if matches!(name, dA | dZ) { m as f64 } else { 1.0 };
            for (&averaged, &moved) in averaged.iter().zip(&moved) {
                close(averaged, moved * factor)?;
            }
        }
    }
}

#[test]
fn a_trace_writes_out_the_first_terms_and_counts_all() {
    let mut trainer = trained(&[3], 10, false, 0);
    trainer.step();
    let operation = Operation { operation: OperationName::dW, layer: 1 };
    let trace = trainer.trace(operation, (2, 1), Averaging::default(), 3).unwrap();
    let Working::Product { terms, count, divisor, .. } = trace.working else {
        panic!("dW is a product")
    };
    assert_eq!((terms.len(), count, divisor), (3, 10, Some(10)));
    let dZ = trainer.tensor(TensorName::dZ, 1).unwrap();
    let X = trainer.tensor(TensorName::A, 0).unwrap();
    assert_eq!(terms[1], [dZ[[2, 1]], X[[1, 1]]]);
}

#[test]
fn only_what_this_iteration_has_computed_can_be_traced() {
    let mut trainer = trained(&[3], 10, false, 0);
    let trace = |trainer: &Trainer, operation, entry| {
        trainer.trace(Operation { operation, layer: 1 }, entry, Averaging::default(), 3)
    };
    assert_eq!(trace(&trainer, OperationName::Z, (0, 0)), None);
    trainer.step();
    assert!(trace(&trainer, OperationName::dW, (0, 0)).is_some());
    assert_eq!(trace(&trainer, OperationName::dW, (3, 0)), None, "no such row");
    trainer.step_operation(); // Z[1] of the next iteration
    assert!(trace(&trainer, OperationName::Z, (0, 0)).is_some());
    assert_eq!(trace(&trainer, OperationName::dW, (0, 0)), None, "its operands are going");
    assert_eq!(trainer.trace_cost(3), None);
}

#[test]
fn the_operands_of_Z_are_the_parameters_before_the_update() {
    let mut trainer = trained(&[3], 10, false, 0);
    let before = trainer.tensor(TensorName::W, 1).unwrap().into_owned();
    trainer.step();
    let used = trainer.quantity(Quantity::Used(TensorName::W, 1), Averaging::default()).unwrap();
    assert_eq!(used, before);
    assert_ne!(trainer.tensor(TensorName::W, 1).unwrap(), before);
}

#[test]
fn one_entry_is_that_of_the_whole_matrix() {
    let mut trainer = trained(&[3], 10, true, 0);
    trainer.step();
    let layer = 1;
    for quantity in [
        Quantity::Tensor(TensorName::dZ, layer),
        Quantity::Used(TensorName::W, layer),
        Quantity::Slope(layer),
        Quantity::Slope(2),
        Quantity::Column { name: TensorName::A, layer, example: 4 },
        Quantity::OuterProduct { layer, example: 4 },
        Quantity::PartialSum { layer, examples: 7 },
    ] {
        for averaging in AVERAGINGS {
            let whole = trainer.quantity(quantity, averaging).unwrap();
            for (entry, &expected) in whole.indexed_iter() {
                assert_eq!(trainer.quantity_entry(quantity, averaging, entry), Some(expected));
            }
            let (rows, columns) = whole.dim();
            assert_eq!(trainer.quantity_entry(quantity, averaging, (rows, 0)), None);
            assert_eq!(trainer.quantity_entry(quantity, averaging, (0, columns)), None);
        }
    }
}

#[test]
fn what_would_mix_two_iterations_is_absent() {
    let mut trainer = trained(&[3], 10, true, 0);
    let status = |trainer: &Trainer, quantity| trainer.quantity_status(quantity).unwrap();
    let slope = Quantity::Slope(1);
    let outer = Quantity::OuterProduct { layer: 2, example: 0 };
    trainer.step_operation(); // Z[1], but not A[1] yet
    assert_eq!(status(&trainer, slope), TensorStatus::Absent);
    trainer.step();
    assert_eq!(status(&trainer, outer), TensorStatus::Fresh);
    trainer.step_operation();
    trainer.step_operation(); // A[1] is new, dZ[2] is not
    assert_eq!(status(&trainer, slope), TensorStatus::Fresh);
    assert_eq!(status(&trainer, outer), TensorStatus::Absent);
}

#[test]
fn the_column_of_an_example_is_that_of_the_matrix() {
    let mut trainer = trained(&[3], 10, false, 0);
    trainer.step();
    let (name, layer) = (TensorName::dZ, 1);
    let column = Quantity::Column { name, layer, example: 7 };
    for averaging in AVERAGINGS {
        let read = |quantity| trainer.quantity(quantity, averaging).unwrap().into_owned();
        let whole = read(Quantity::Tensor(name, layer));
        assert_eq!(read(column).column(0), whole.column(7));
    }
    assert_eq!(trainer.quantity_shape(column), Ok((3, 1)));
}

#[test]
fn examples_that_are_not_there_are_refused() {
    let mut trainer = trained(&[], 10, false, 0);
    trainer.step();
    let read = |quantity| {
        trainer.quantity(quantity, Averaging::default()).map(|_| ()).map_err(|e| e.to_string())
    };
    assert_eq!(
        read(Quantity::OuterProduct { layer: 1, example: 10 }).unwrap_err(),
        "example: expected a whole number from 0 to 9, got 10"
    );
    assert_eq!(read(Quantity::PartialSum { layer: 1, examples: 10 }), Ok(()));
    assert!(read(Quantity::PartialSum { layer: 1, examples: 11 }).is_err());
    assert!(read(Quantity::Slope(0)).is_err(), "X comes from no Z");
    assert!(read(Quantity::OuterProduct { layer: 0, example: 0 }).is_err());
    assert!(read(Quantity::PartialSum { layer: 2, examples: 1 }).is_err());
    assert!(read(Quantity::Column { name: TensorName::A, layer: 0, example: 10 }).is_err());
    assert!(read(Quantity::Column { name: TensorName::W, layer: 1, example: 2 }).is_err());
}
