//! Where training starts from.

use ndarray::Array2;
use numpy_random::RandomState;
use serde::{Deserialize, Serialize};

/// How `W[l]` is drawn; `b[l]` is always 0. The draws are in the notebook's order: one `RandomState`
/// from the seed, `W[1]` first, each matrix row by row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Initialization {
    /// `W[l] = np.random.randn(n[l], n[l-1]) / np.sqrt(n[l-1])`, as `initialize_parameters_deep`.
    #[default]
    Course,
    /// `W[l] = np.random.randn(n[l], n[l-1]) * np.sqrt(2 / n[l-1])` (He et al. 2015, arXiv:1502.01852).
    He,
    /// `W[l] = np.random.randn(n[l], n[l-1]) * 0.01`.
    Small,
    /// `W[l] = 0`: every unit of a layer then stays equal to the others.
    Zeros,
    /// `W[l]` and `b[l]` are given ([`Trainer::from_parameters`](crate::Trainer::from_parameters)), the
    /// seed has no part in them.
    Imported,
}

impl Initialization {
    /// `W[1], …, W[L]`, with `W[l]` of shape `(n[l], n[l-1])`; zeros where they are imported.
    pub(crate) fn weights(self, layers_dims: &[usize], seed: u32) -> Vec<Array2<f64>> {
        let mut random = RandomState::seed(seed);
        let draw = |(n_prev, n): (usize, usize)| match self {
            Self::Zeros | Self::Imported => Array2::zeros((n, n_prev)),
            _ => {
                let fan_in = n_prev as f64;
                Array2::from_shape_simple_fn((n, n_prev), || match self {
                    Self::Course => random.randn() / fan_in.sqrt(),
                    Self::He => random.randn() * (2.0 / fan_in).sqrt(),
                    _ => random.randn() * 0.01,
                })
            }
        };
        layers_dims.windows(2).map(|pair| (pair[0], pair[1])).map(draw).collect()
    }
}
