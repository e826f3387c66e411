//! Backward against central differences of the cost, for every entry of every W and b.

#![allow(non_snake_case)]

mod common;

use common::{configuration, examples};
use nn::{Activation, Checkpoint, Configuration, Initialization, TensorName, Trainer};

const EPSILON: f64 = 1e-6;

fn cost_with(configuration: &Configuration, checkpoint: &Checkpoint) -> f64 {
    let data = examples(configuration.layers_dims[0], 12, 7);
    Trainer::restore(configuration, data, checkpoint).expect("valid").step()
}

fn check(configuration: &Configuration) {
    let data = examples(configuration.layers_dims[0], 12, 7);
    let mut trainer = Trainer::new(configuration, data).expect("valid");
    trainer.step(); // so that no b is 0
    trainer.step();
    let start = Checkpoint { progress: 0, ..trainer.checkpoint() };
    let mut gradients: Vec<f64> = Vec::new();
    for l in 1..=trainer.L() {
        gradients.extend(trainer.tensor(TensorName::dW, l).expect("computed").iter());
        gradients.extend(trainer.tensor(TensorName::db, l).expect("computed").iter());
    }
    assert_eq!(gradients.len(), start.parameters.len());
    for (entry, analytic) in gradients.into_iter().enumerate() {
        let shifted = |epsilon: f64| {
            let mut checkpoint = start.clone();
            checkpoint.parameters[entry] += epsilon;
            cost_with(configuration, &checkpoint)
        };
        let numeric = (shifted(EPSILON) - shifted(-EPSILON)) / (2.0 * EPSILON);
        let difference = (analytic - numeric).abs();
        assert!(
            difference < 1e-8 * analytic.abs().max(1.0),
            "{configuration:?}, parameter {entry}: backward says {analytic}, the cost {numeric}"
        );
    }
}

#[test]
fn backward_is_the_slope_of_the_cost() {
    for layers_dims in [&[2, 1][..], &[2, 4, 3, 1], &[5, 3, 3, 2, 1]] {
        for activation in [Activation::Relu, Activation::Tanh] {
            for initialization in [Initialization::Course, Initialization::He] {
                let base = configuration(layers_dims);
                check(&Configuration { activation, initialization, ..base });
            }
        }
    }
}
