//! Two Gaussian blobs.

use numpy_random::RandomState;

use super::shuffle::shuffled;
use crate::Dataset;

/// Two round Gaussian blobs, their centres drawn from the square `[-10, 10)²`:
///
/// ```python
/// sklearn.datasets.make_blobs(n_samples=m, centers=2, cluster_std=noise, random_state=seed)
/// ```
///
/// that is,
///
/// ```python
/// centers = np.random.uniform(-10, 10, size=(2, 2))
/// X[ix] = np.random.normal(loc=centers[j], scale=noise, size=(N, 2))   # for j in 0, 1
/// X, y = shuffle(X, y)
/// ```
///
/// scikit-learn gives the extra example of an odd m to class 0, so this does too.
pub(crate) fn blobs(m: usize, noise: f64, rng: &mut RandomState) -> Dataset {
    // uniform(-10, 10), in NumPy's arithmetic.
    let mut coordinate = || -10.0 + 20.0 * rng.rand();
    let centers = [[coordinate(), coordinate()], [coordinate(), coordinate()]];

    let mut points = Vec::with_capacity(m);
    let mut labels = Vec::with_capacity(m);
    for (label, [x, y], n) in [(0.0, centers[0], m - m / 2), (1.0, centers[1], m / 2)] {
        for _ in 0..n {
            points.push([rng.normal(x, noise), rng.normal(y, noise)]);
            labels.push(label);
        }
    }
    let (points, labels) = shuffled(&points, &labels, rng);
    Dataset::from_points(&points, labels)
}
