//! Times checks: of a small network after 100 iterations, and of one with wide inputs.
//!
//! ```text
//! cargo run --release -p notebook --example checking
//! ```

#![allow(non_snake_case, reason = "the field's own capitals")]

use std::error::Error;
use std::sync::Arc;
use std::time::Instant;

use ndarray::Array2;
use nn::{Configuration, Examples, TensorName, Trainer};
use notebook::Checker;
use numpy_random::RandomState;

fn main() -> Result<(), Box<dyn Error>> {
    time(vec![2, 4, 3, 1], 400, 100, TensorName::dW, 2)?;
    time(vec![2, 4, 3, 1], 400, 2500, TensorName::dW, 2)?;
    time(vec![12288, 20, 7, 5, 1], 209, 100, TensorName::dW, 2)?;
    time(vec![12288, 20, 7, 5, 1], 209, 1, TensorName::dW, 1)?;
    Ok(())
}

fn time(
    layers_dims: Vec<usize>,
    m: usize,
    iterations: usize,
    name: TensorName,
    layer: usize,
) -> Result<(), Box<dyn Error>> {
    let mut random = RandomState::seed(1);
    let X = Array2::from_shape_simple_fn((layers_dims[0], m), || random.rand());
    let Y = Array2::from_shape_simple_fn((1, m), || f64::from(random.rand() < 0.5));
    let configuration =
        Configuration { layers_dims, learning_rate: 0.0075, ..Configuration::default() };
    let mut trainer = Trainer::new(&configuration, Examples::new(X, Y)?)?;
    for _ in 0..iterations {
        trainer.step();
    }
    let start = Instant::now();
    let examples = Arc::clone(trainer.examples());
    let checker = Checker::new(&configuration, examples, &trainer.checkpoint())?;
    let restored = start.elapsed();
    let right = trainer.tensor(name, layer)?.to_owned();
    let shape = right.shape().to_vec();
    let label = format!("{name}{layer}");
    for (title, factor) in [("right", 1.0), ("without 1/m", m as f64), ("noise", 1.234_567)] {
        let values: Vec<f64> = right.iter().map(|x| x * factor).collect();
        let start = Instant::now();
        let checks = checker.check_arrays(&[(&label, &shape, &values)])?;
        let kinds: Vec<_> = checks[0].diagnoses.iter().map(|found| found.kind).collect();
        println!(
            "{:?} m={m} after {iterations}, {label} {title}: {:?} (restored in {restored:?}) {:?} {kinds:?}, not tried: {:?}",
            configuration.layers_dims,
            start.elapsed(),
            checks[0].status,
            checks[0].untried.len(),
        );
    }
    Ok(())
}
