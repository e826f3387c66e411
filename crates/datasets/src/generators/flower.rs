//! The planar flower.

use numpy_random::RandomState;

use super::linspace::linspace;
use crate::Dataset;

/// The planar flower of the course (`load_planar_dataset`), petals of two classes:
///
/// ```python
/// np.random.seed(seed)                                   # the course: m = 400, noise = 0.2, seed = 1
/// a = 4                                                  # longest ray of the flower
/// for j in 0, 1:                                         # N = m // 2 examples, then m - m // 2
///     t = np.linspace(j*3.12, (j+1)*3.12, N) + np.random.randn(N)*noise   # angle
///     r = a*np.sin(4*t) + np.random.randn(N)*noise                        # radius
///     X[ix] = np.c_[r*np.sin(t), r*np.cos(t)]
///     Y[ix] = j
/// ```
///
/// The course's own code leaves the last example of an odd m at the origin with label 0; here class
/// 1 has it.
pub(crate) fn flower(m: usize, noise: f64, rng: &mut RandomState) -> Dataset {
    const LONGEST_RAY: f64 = 4.0;

    let mut points = Vec::with_capacity(m);
    let mut labels = Vec::with_capacity(m);
    for (j, n) in [(0.0, m / 2), (1.0, m - m / 2)] {
        let mut angles = linspace(j * 3.12, (j + 1.0) * 3.12, n);
        for t in &mut angles {
            *t += rng.randn() * noise;
        }
        for t in angles {
            let r = LONGEST_RAY * libm::sin(4.0 * t) + rng.randn() * noise;
            points.push([r * libm::sin(t), r * libm::cos(t)]);
            labels.push(j);
        }
    }
    Dataset::from_points(&points, labels)
}
