//! The functions g and g', each backward under its forward.

use ndarray::{Array2, Zip};
use serde::{Deserialize, Serialize};

use crate::elementary::exp_of_negative;

/// The activation g of the hidden layers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Activation {
    /// `g(z) = max(0, z)`, `g'(z) = 1 if z > 0 else 0`.
    #[default]
    Relu,
    /// `g(z) = tanh(z)`, `g'(z) = 1 - g(z)²`.
    Tanh,
}

impl Activation {
    /// `A = g(Z)`.
    pub(crate) fn forward(self, Z: &Array2<f64>, A: &mut Array2<f64>) {
        match self {
            // Written so that NaN stays NaN, as in np.maximum(0, Z).
            Self::Relu => Zip::from(A).and(Z).for_each(|a, &z| *a = if z <= 0.0 { 0.0 } else { z }),
            Self::Tanh => Zip::from(A).and(Z).for_each(|a, &z| *a = libm::tanh(z)),
        }
    }

    /// `dZ = dA * g'(Z)`.
    pub(crate) fn backward(
        self,
        dA: &Array2<f64>,
        Z: &Array2<f64>,
        A: &Array2<f64>,
        dZ: &mut Array2<f64>,
    ) {
        match self {
            Self::Relu => Zip::from(dZ)
                .and(dA)
                .and(Z)
                .for_each(|dz, &da, &z| *dz = if z <= 0.0 { 0.0 } else { da }),
            Self::Tanh => {
                Zip::from(dZ).and(dA).and(A).for_each(|dz, &da, &a| *dz = da * (1.0 - a * a));
            }
        }
    }

    /// `g'(z)`, where `a = g(z)`.
    pub(crate) fn slope_at(self, z: f64, a: f64) -> f64 {
        match self {
            // As in `backward`: where z is NaN, dZ is dA.
            Self::Relu => {
                if z <= 0.0 {
                    0.0
                } else {
                    1.0
                }
            }
            Self::Tanh => 1.0 - a * a,
        }
    }
}

/// `σ(z) = 1 / (1 + e⁻ᶻ)`, the activation of the output layer.
#[must_use]
pub fn sigmoid(z: f64) -> f64 {
    sigmoid_with(z, decay(z))
}

/// `e^-|z|`, from which both σ and the loss follow: it never overflows, and is the costly part.
#[inline(always)]
pub(crate) fn decay(z: f64) -> f64 {
    exp_of_negative(-z.abs())
}

/// `σ(z)` where `decay` is `e^-|z|`.
#[inline(always)]
pub(crate) fn sigmoid_with(z: f64, decay: f64) -> f64 {
    (if z < 0.0 { decay } else { 1.0 }) / (1.0 + decay)
}
