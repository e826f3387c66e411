//! Two half moons.

use std::f64::consts::PI;

use numpy_random::RandomState;

use super::linspace::linspace;
use super::shuffle::shuffled_and_noisy;
use crate::Dataset;

/// Two interleaving half circles:
///
/// ```python
/// sklearn.datasets.make_moons(n_samples=m, noise=noise, random_state=seed)
/// ```
///
/// that is, with N = m // 2 for the upper moon (class 0) and m - m // 2 for the lower one,
///
/// ```python
/// t = np.linspace(0, np.pi, N)
/// upper = np.c_[np.cos(t), np.sin(t)]
/// lower = np.c_[1 - np.cos(t), 1 - np.sin(t) - 0.5]
/// X, y = shuffle(X, y)
/// X += np.random.normal(scale=noise, size=X.shape)
/// ```
pub(crate) fn moons(m: usize, noise: f64, rng: &mut RandomState) -> Dataset {
    let upper = linspace(0.0, PI, m / 2).into_iter().map(|t| [libm::cos(t), libm::sin(t)]);
    let lower = linspace(0.0, PI, m - m / 2)
        .into_iter()
        .map(|t| [1.0 - libm::cos(t), 1.0 - libm::sin(t) - 0.5]);

    let points: Vec<_> = upper.chain(lower).collect();
    let labels: Vec<_> = (0..m).map(|i| if i < m / 2 { 0.0 } else { 1.0 }).collect();
    shuffled_and_noisy(&points, &labels, noise, rng)
}
