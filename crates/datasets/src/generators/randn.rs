//! Noise of any shape.

// The capital is the field's own: X is a matrix, as in the formulas.
#![allow(non_snake_case)]

use ndarray::Array2;
use numpy_random::RandomState;

use crate::Dataset;

/// Gaussian inputs with labels that have nothing to do with them, for experiments with shapes:
///
/// ```python
/// np.random.seed(seed)
/// X = np.random.randn(n0, m)
/// Y = np.random.randint(0, 2, size=(1, m))
/// ```
pub(crate) fn randn(n0: usize, m: usize, rng: &mut RandomState) -> Dataset {
    // from_shape_simple_fn fills row by row, as NumPy does.
    let X = Array2::from_shape_simple_fn((n0, m), || rng.randn());
    let labels = (0..m).map(|_| rng.randint(0, 2).expect("0 < 2") as f64).collect();
    Dataset::new(X, labels)
}
