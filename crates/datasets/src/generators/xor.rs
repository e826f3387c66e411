//! Exclusive or, in the plane.

use numpy_random::RandomState;

use crate::Dataset;

/// Exclusive or: class 1 where exactly one coordinate is negative, in a square of side 4.4 with a
/// gap of 0.4 along the axes. Own definition:
///
/// ```python
/// np.random.seed(seed)
/// X = np.random.uniform(-2, 2, size=(m, 2))
/// Y = (X[:, 0] < 0) != (X[:, 1] < 0)
/// X += np.where(X < 0, -0.2, 0.2)                      # the gap
/// X += np.random.normal(scale=noise, size=(m, 2))
/// ```
///
/// The quadrants are drawn, so the classes are about equal, not exactly.
pub(crate) fn xor(m: usize, noise: f64, rng: &mut RandomState) -> Dataset {
    const GAP: f64 = 0.2;

    let mut points: Vec<[f64; 2]> = Vec::with_capacity(m);
    for _ in 0..m {
        // uniform(-2, 2), in NumPy's arithmetic.
        points.push([-2.0 + 4.0 * rng.rand(), -2.0 + 4.0 * rng.rand()]);
    }
    let labels = points.iter().map(|[x, y]| f64::from((*x < 0.0) != (*y < 0.0))).collect();
    for x in points.as_flattened_mut() {
        *x += if *x < 0.0 { -GAP } else { GAP };
        // Two sums, as the two lines above are.
        *x += rng.normal(0.0, noise);
    }
    Dataset::from_points(&points, labels)
}
