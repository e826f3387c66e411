//! A circle within a circle.

use std::f64::consts::TAU;

use numpy_random::RandomState;

use super::linspace::linspace_open;
use super::shuffle::shuffled_and_noisy;
use crate::Dataset;

/// A circle of radius 0.5 (class 1) within one of radius 1 (class 0), which no line can separate:
///
/// ```python
/// sklearn.datasets.make_circles(n_samples=m, noise=noise, factor=0.5, random_state=seed)
/// ```
///
/// that is, with N = m // 2 for the outer circle and m - m // 2 for the inner one,
///
/// ```python
/// t = np.linspace(0, 2*np.pi, N, endpoint=False)
/// X = np.c_[np.cos(t), np.sin(t)] * radius
/// X, y = shuffle(X, y)
/// X += np.random.normal(scale=noise, size=X.shape)
/// ```
pub(crate) fn circles(m: usize, noise: f64, rng: &mut RandomState) -> Dataset {
    let mut points = Vec::with_capacity(m);
    let mut labels = Vec::with_capacity(m);
    for (label, radius, n) in [(0.0, 1.0, m / 2), (1.0, 0.5, m - m / 2)] {
        for t in linspace_open(0.0, TAU, n) {
            points.push([libm::cos(t) * radius, libm::sin(t) * radius]);
            labels.push(label);
        }
    }
    shuffled_and_noisy(&points, &labels, noise, rng)
}
