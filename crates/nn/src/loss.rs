//! The loss of each example, the cost, and the derivative that starts the way back.

use ndarray::{Array2, Zip};

use crate::elementary::ln_1p_of_unit;
use crate::product::sum;

/// The losses `L⁽ⁱ⁾ = -(y log a + (1-y) log(1-a))` from the logits `Z[L]` and their `e^-|z|`, all of
/// shape `(1, m)`.
///
/// With `a = σ(z)` this is `max(z, 0) - y z + log(1 + e^-|z|)`, in which `log(0)` never appears.
pub fn losses(Z: &Array2<f64>, decays: &Array2<f64>, Y: &Array2<f64>, losses: &mut Array2<f64>) {
    Zip::from(losses).and(Z).and(decays).and(Y).for_each(|loss, &z, &decay, &y| {
        // A comparison and not f64::max, which would hide a NaN.
        let positive_part = if z <= 0.0 { 0.0 } else { z };
        *loss = positive_part - y * z + ln_1p_of_unit(decay);
    });
}

/// `dA[L] = -(Y/A[L] - (1-Y)/(1-A[L]))`, of shape `(1, m)`: the backward of [`losses`] for `A[L]`.
///
/// The label picks the one term that is not 0. Where a is exactly 0 or 1 the textbook form would
/// divide by zero; the same derivative from the logit, `-(1 + e^-z)` or `1 + e^z`, is used there. It
/// is infinite only where no float64 can hold it.
pub fn output_gradient(A: &Array2<f64>, Z: &Array2<f64>, Y: &Array2<f64>, dA: &mut Array2<f64>) {
    let mut saturated = false;
    Zip::from(&mut *dA).and(A).and(Y).for_each(|da, &a, &y| {
        let (sign, divisor) = if y == 1.0 { (-1.0, a) } else { (1.0, 1.0 - a) };
        saturated |= divisor == 0.0;
        *da = sign / divisor;
    });
    if saturated {
        Zip::from(dA).and(Z).and(Y).for_each(|da, &z, &y| {
            if da.is_infinite() {
                *da = if y == 1.0 { -(1.0 + libm::exp(-z)) } else { 1.0 + libm::exp(z) };
            }
        });
    }
}

/// `dZ[L] = A[L] - Y`: what `dA[L] * A[L](1-A[L])` comes to, without a division.
pub fn output_logit_gradient(A: &Array2<f64>, Y: &Array2<f64>, dZ: &mut Array2<f64>) {
    Zip::from(dZ).and(A).and(Y).for_each(|dz, &a, &y| *dz = a - y);
}

/// `J = 1/m · Σᵢ L⁽ⁱ⁾`.
pub fn cost(losses: &Array2<f64>) -> f64 {
    let entries = losses.as_slice().expect("matrices are stored row by row");
    sum(entries) / entries.len() as f64
}
