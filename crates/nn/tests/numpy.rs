//! Every matrix of several networks against NumPy's, and a notebook's whole run.

#![allow(non_snake_case)]

mod common;

use std::collections::HashMap;

use common::{Rows, assert_close, fixture};
use nn::{Configuration, Examples, TensorName, Trainer};
use serde::Deserialize;

#[derive(Deserialize)]
struct Fixture {
    networks: Vec<Network>,
    flower_run: FlowerRun,
}

#[derive(Deserialize)]
struct Network {
    configuration: Configuration,
    X: Rows,
    Y: Rows,
    initial: HashMap<String, Rows>,
    snapshots: Vec<Snapshot>,
    costs: Vec<f64>,
}

#[derive(Deserialize)]
struct Snapshot {
    iteration: usize,
    matrices: HashMap<String, Rows>,
}

#[derive(Deserialize)]
struct FlowerRun {
    configuration: Configuration,
    X: Rows,
    Y: Rows,
    every: usize,
    costs: Vec<f64>,
    accuracy: f64,
}

/// The notebook's name of a matrix, "dW2" for dW of layer 2.
fn notebook_name(name: TensorName, l: usize) -> String {
    match name {
        TensorName::losses => "losses".to_owned(),
        _ => format!("{name}{l}"),
    }
}

fn assert_matrices(trainer: &Trainer, expected: &HashMap<String, Rows>, names: &[TensorName]) {
    let mut compared = 0;
    for l in 1..=trainer.L() {
        for &name in names {
            let Ok(got) = trainer.tensor(name, l) else { continue };
            let name = notebook_name(name, l);
            assert_close(&name, got.view(), expected[&name].array().view(), 1e-12);
            compared += 1;
        }
    }
    assert_eq!(compared, expected.len(), "matrices compared");
}

#[test]
fn every_matrix_is_numpys() {
    use TensorName::{A, W, Z, b, dA, dW, dZ, db, losses};
    for network in fixture::<Fixture>("networks.json").networks {
        let examples = Examples::new(network.X.array(), network.Y.array()).expect("valid");
        let mut trainer = Trainer::new(&network.configuration, examples).expect("valid");
        assert_matrices(&trainer, &network.initial, &[W, b]);
        for snapshot in network.snapshots {
            while trainer.iteration() <= snapshot.iteration {
                trainer.step();
            }
            assert_matrices(&trainer, &snapshot.matrices, &[W, b, Z, A, losses, dA, dZ, dW, db]);
        }
        assert_eq!(trainer.costs().len(), network.costs.len());
        for (k, (got, expected)) in trainer.costs().iter().zip(&network.costs).enumerate() {
            assert!((got / expected - 1.0).abs() < 1e-12, "cost {k}: {got} for {expected}");
        }
    }
}

#[test]
fn the_planar_flower_trains_as_in_the_notebook() {
    let run = fixture::<Fixture>("networks.json").flower_run;
    let examples = Examples::new(run.X.array(), run.Y.array()).expect("valid");
    let mut trainer = Trainer::new(&run.configuration, examples).expect("valid");
    for _ in 0..10_000 {
        trainer.step();
    }
    let printed: Vec<_> = (0..8).map(|k| format!("{:.6}", trainer.costs()[1000 * k])).collect();
    let notebook = [
        "0.693048", "0.288083", "0.254385", "0.233864", "0.226792", "0.222644", "0.219731",
        "0.217504",
    ];
    assert_eq!(printed, notebook);
    // Past iteration 7000 this run is chaotic: rounding in the last bit decides, and two machines with
    // NumPy differ in the third digit.
    for (k, expected) in run.costs.iter().enumerate().take(8) {
        let got = trainer.costs()[k * run.every];
        assert!((got / expected - 1.0).abs() < 1e-9, "cost {}: {got}", k * run.every);
    }
    let accuracy = trainer.evaluate().accuracy();
    assert!(accuracy >= 0.905, "accuracy {accuracy}");
    assert!(run.accuracy >= 0.905, "NumPy's accuracy {}", run.accuracy);
}
