//! What the network says of points, with the parameters of now.

use ndarray::{Array2, ArrayView2};
use serde::Serialize;

use super::Trainer;
use crate::activation::sigmoid;
use crate::error::Error;
use crate::examples::Examples;
use crate::product::affine;

impl Trainer {
    /// `A[L] (1, k)` for the points `X (n[0], k)`: the probability of label 1.
    ///
    /// # Errors
    ///
    /// Points of another size than `layers_dims[0]`.
    pub fn predict(&self, X: ArrayView2<'_, f64>) -> Result<Array2<f64>, Error> {
        let n0 = self.examples.n0();
        if X.nrows() != n0 {
            return Err(Error::PointShape { n0, got: X.dim() });
        }
        let X = X.as_standard_layout();
        let mut A = Array2::zeros((0, 0));
        for (index, layer) in self.layers.iter().enumerate() {
            let A_prev = if index == 0 { X.view() } else { A.view() };
            let mut Z = Array2::zeros((layer.W.nrows(), X.ncols()));
            affine(&layer.W, A_prev, &layer.b, &mut Z);
            A = Z.clone();
            if index + 1 == self.layers.len() {
                A.mapv_inplace(sigmoid);
            } else {
                self.configuration.activation.forward(&Z, &mut A);
            }
        }
        Ok(A)
    }

    /// What the network says of its own examples.
    #[must_use]
    pub fn evaluate(&self) -> Evaluation<'_> {
        self.evaluate_on(&self.examples).expect("X has the network's input size")
    }

    /// What the network says of other examples.
    ///
    /// # Errors
    ///
    /// Examples of another size than `layers_dims[0]`.
    pub fn evaluate_on<'a>(&self, examples: &'a Examples) -> Result<Evaluation<'a>, Error> {
        Ok(Evaluation { A: self.predict(examples.X())?, Y: examples.Y() })
    }
}

/// The predictions for examples, beside their labels.
#[derive(Debug, Clone)]
pub struct Evaluation<'a> {
    A: Array2<f64>,         // (1, m)
    Y: ArrayView2<'a, f64>, // (1, m)
}

/// An example of which the network says the wrong label.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Mislabelled {
    /// Its column, counted from 0.
    pub example: usize,
    /// `A[L]`: above 0.5 the network says 1.
    pub a: f64,
    /// Its label.
    pub y: u8,
}

impl Evaluation<'_> {
    /// The share of the examples for which `A[L] > 0.5` says the label.
    #[must_use]
    pub fn accuracy(&self) -> f64 {
        let m = self.Y.len();
        (m - self.mislabelled().count()) as f64 / m as f64
    }

    /// The examples for which `A[L] > 0.5` does not say the label, in their order.
    pub fn mislabelled(&self) -> impl Iterator<Item = Mislabelled> {
        let predictions = self.A.iter().zip(self.Y).enumerate();
        predictions
            .filter(|&(_, (&a, &y))| (a > 0.5) != (y == 1.0))
            .map(|(example, (&a, &y))| Mislabelled { example, a, y: u8::from(y == 1.0) })
    }

    /// How `A[L]` is spread over [0, 1]: for label 0 and for label 1 the number of examples in each of
    /// `bins` intervals of equal width.
    #[must_use]
    pub fn histogram(&self, bins: usize) -> [Vec<u32>; 2] {
        let mut counts = [vec![0; bins], vec![0; bins]];
        for (&a, &y) in self.A.iter().zip(self.Y) {
            // The cast takes NaN to 0, and a = 1 belongs to the last interval.
            let bin = ((a * bins as f64) as usize).min(bins - 1);
            counts[usize::from(y == 1.0)][bin] += 1;
        }
        counts
    }
}
