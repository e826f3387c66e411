//! Microseconds an iteration, natively: `cargo bench -p nn --bench iteration`.

#![allow(non_snake_case, reason = "the formulas' capitals")]

use std::hint::black_box;
use std::time::Instant;

use ndarray::Array2;
use nn::{Configuration, Examples, Trainer};
use numpy_random::RandomState;

/// A network and how many iterations make one repetition, a few hundredths of a second.
struct Network {
    name: &'static str,
    layers_dims: &'static [usize],
    m: usize,
    iterations: usize,
}

const NETWORKS: [Network; 4] = [
    Network { name: "S", layers_dims: &[2, 4, 3, 1], m: 300, iterations: 3000 },
    Network { name: "M", layers_dims: &[2, 8, 8, 8, 1], m: 500, iterations: 1000 },
    Network { name: "D", layers_dims: &[64, 32, 16, 1], m: 1797, iterations: 100 },
    Network { name: "C", layers_dims: &[12288, 20, 7, 5, 1], m: 209, iterations: 2 },
];

const REPETITIONS: usize = 15;

fn main() {
    for network in &NETWORKS {
        let Network { name, layers_dims, m, .. } = network;
        let median = median(repetitions(network));
        println!(
            "{name} {layers_dims:?} m={m}: {median:.3} µs an iteration, median of {REPETITIONS}"
        );
    }
}

/// Microseconds an iteration in each repetition; one more before them warms up.
fn repetitions(&Network { layers_dims, m, iterations, .. }: &Network) -> Vec<f64> {
    let configuration =
        Configuration { layers_dims: layers_dims.to_vec(), ..Configuration::default() };
    let mut trainer =
        Trainer::new(&configuration, examples(layers_dims[0], m)).expect("a valid network");
    let mut repetition = || {
        let start = Instant::now();
        for _ in 0..iterations {
            black_box(trainer.step());
        }
        start.elapsed().as_secs_f64() * 1e6 / iterations as f64
    };
    repetition();
    (0..REPETITIONS).map(|_| repetition()).collect()
}

/// X normal, Y by coin.
fn examples(n0: usize, m: usize) -> Examples {
    let mut random = RandomState::seed(1);
    let X = Array2::from_shape_simple_fn((n0, m), || random.randn());
    let Y = Array2::from_shape_simple_fn((1, m), || f64::from(random.rand() < 0.5));
    Examples::new(X, Y).expect("valid examples")
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
