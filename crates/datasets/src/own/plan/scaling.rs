//! The scaling of X.

use serde::Serialize;

use super::ScalingKind;
use super::inputs::Inputs;

/// Entries that are read at a time.
const PIECE: usize = 1 << 18;

/// How the inputs are scaled, as data for one example more.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind")]
pub enum Scaling {
    /// As they are.
    #[serde(rename = "none")]
    None,
    /// `x / 255`.
    #[serde(rename = "/255")]
    Bytes,
    /// `(x - mean) / deviation`, feature by feature. The deviation is the population's (`np.std`), and 1
    /// for a feature that is the same in every example of the training set.
    #[serde(rename = "standardise")]
    Standardise {
        /// Of each feature, over the training set.
        mean: Vec<f64>,
        /// Of each feature, over the training set.
        deviation: Vec<f64>,
    },
}

impl Scaling {
    /// Of the first `m` examples of the training set.
    pub(super) fn of(kind: ScalingKind, train: &Inputs, m: usize) -> Self {
        match kind {
            ScalingKind::None => Self::None,
            ScalingKind::Bytes => Self::Bytes,
            ScalingKind::Standardise => {
                let (mut mean, mut deviation) = (Vec::new(), Vec::new());
                each_feature(train, m, |row| {
                    let (center, spread) = moments(row);
                    mean.push(center);
                    deviation.push(spread);
                });
                Self::Standardise { mean, deviation }
            }
        }
    }

    /// Scales entries of one feature.
    pub(super) fn apply(&self, feature: usize, row: &mut [f64]) {
        match self {
            Self::None => {}
            Self::Bytes => row.iter_mut().for_each(|x| *x /= 255.0),
            Self::Standardise { mean, deviation } => {
                let (mean, deviation) = (mean[feature], deviation[feature]);
                row.iter_mut().for_each(|x| *x = (*x - mean) / deviation);
            }
        }
    }
}

/// Features that are the same in all of the first `m` examples.
pub(super) fn constant_features(train: &Inputs, m: usize) -> usize {
    let mut count = 0;
    each_feature(train, m, |row| count += usize::from(is_constant(row)));
    count
}

fn each_feature(inputs: &Inputs, m: usize, mut take: impl FnMut(&[f64])) {
    let step = (PIECE / m.max(1)).max(1);
    let n0 = inputs.n0();
    for from in (0..n0).step_by(step) {
        let rows = inputs.read(from..(from + step).min(n0), m);
        rows.chunks(m.max(1)).for_each(&mut take);
    }
}

fn is_constant(row: &[f64]) -> bool {
    row.iter().all(|x| *x == row[0])
}

/// The mean and the population's standard deviation, in two passes as NumPy does.
fn moments(row: &[f64]) -> (f64, f64) {
    if is_constant(row) {
        // The rounding of a mean would make a small deviation of it, and a large number of that.
        return (row[0], 1.0);
    }
    let m = row.len() as f64;
    let mean = row.iter().sum::<f64>() / m;
    let square = row.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / m;
    (mean, square.sqrt())
}
