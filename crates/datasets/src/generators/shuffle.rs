//! The end that `make_circles` and `make_moons` share.

use numpy_random::RandomState;

use crate::Dataset;

/// `sklearn.utils.shuffle(X, y)`, which draws one permutation.
pub(super) fn shuffled(
    points: &[[f64; 2]],
    labels: &[f64],
    rng: &mut RandomState,
) -> (Vec<[f64; 2]>, Vec<f64>) {
    rng.permutation(points.len()).into_iter().map(|i| (points[i], labels[i])).unzip()
}

/// `X, y = shuffle(X, y); X += normal(scale=noise, size=X.shape)`
pub(super) fn shuffled_and_noisy(
    points: &[[f64; 2]],
    labels: &[f64],
    noise: f64,
    rng: &mut RandomState,
) -> Dataset {
    let (mut points, labels) = shuffled(points, labels, rng);
    for x in points.as_flattened_mut() {
        *x += rng.normal(0.0, noise);
    }
    Dataset::from_points(&points, labels)
}
