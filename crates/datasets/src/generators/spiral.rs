//! Two interleaved spiral arms.

use std::f64::consts::PI;

use numpy_random::RandomState;

use super::linspace::linspace;
use crate::Dataset;

/// Two interleaved arms of an Archimedean spiral, one a class, one and a half turns out to radius 4.
/// Own definition:
///
/// ```python
/// np.random.seed(seed)
/// for j in 0, 1:                                       # N = m // 2 examples, then m - m // 2
///     s = np.sqrt(np.linspace(0.01, 1, N))             # the root spreads them evenly along the arm
///     t = 3*np.pi*s + np.pi*j                          # angle
///     r = 4*s                                          # radius
///     X[ix] = np.c_[r*np.sin(t), r*np.cos(t)] + np.random.normal(scale=noise, size=(N, 2))
///     Y[ix] = j
/// ```
pub(crate) fn spiral(m: usize, noise: f64, rng: &mut RandomState) -> Dataset {
    let mut points = Vec::with_capacity(m);
    let mut labels = Vec::with_capacity(m);
    for (j, n) in [(0.0, m / 2), (1.0, m - m / 2)] {
        for u in linspace(0.01, 1.0, n) {
            let s = u.sqrt();
            let t = 3.0 * PI * s + PI * j;
            let r = 4.0 * s;
            let x = r * libm::sin(t) + rng.normal(0.0, noise);
            let y = r * libm::cos(t) + rng.normal(0.0, noise);
            points.push([x, y]);
            labels.push(j);
        }
    }
    Dataset::from_points(&points, labels)
}
