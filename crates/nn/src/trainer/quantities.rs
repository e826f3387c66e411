//! Reads matrices that are not kept: those used before an update, and those on an equation's way.

use std::ops::Range;

use ndarray::{Array2, s};

use super::Trainer;
use crate::error::Error;
use crate::product::{dot, row};
use crate::quantity::{Averaging, Quantity};
use crate::tensor::{Matrix, TensorName, TensorStatus};

impl Trainer {
    /// A matrix of now, from before its update, or from an equation's way.
    ///
    /// # Errors
    ///
    /// No such layer or example, a matrix that has never been computed, or one without an update asked for
    /// as it was before it.
    pub fn quantity(&self, quantity: Quantity, averaging: Averaging) -> Result<Matrix<'_>, Error> {
        if self.quantity_status(quantity)? == TensorStatus::Absent {
            let (name, layer) = quantity.made_from();
            return Err(Error::NotComputed { name, layer });
        }
        let divisor = self.divisor(quantity, averaging);
        let matrix = match quantity {
            Quantity::Tensor(name, layer) => self.tensor(name, layer)?,
            Quantity::Used(TensorName::b, layer) => self.parameters_used(layer)?.1,
            Quantity::Used(_, layer) => self.parameters_used(layer)?.0,
            Quantity::Slope(layer) => self.slope(layer).into(),
            Quantity::Column { name, layer, example } => {
                self.tensor(name, layer)?.slice(s![.., example..=example]).to_owned().into()
            }
            Quantity::OuterProduct { layer, example } => {
                self.sum_of_outer_products(layer, example..example + 1).into()
            }
            Quantity::PartialSum { layer, examples } => {
                self.sum_of_outer_products(layer, 0..examples).into()
            }
        };
        Ok(if divisor == 1.0 { matrix } else { matrix.mapv(|entry| entry / divisor).into() })
    }

    /// The shape of a quantity, computed or not.
    ///
    /// # Errors
    ///
    /// No such layer or example, no update.
    pub fn quantity_shape(&self, quantity: Quantity) -> Result<(usize, usize), Error> {
        self.check_quantity(quantity)?;
        match quantity {
            Quantity::Tensor(name, layer) | Quantity::Used(name, layer) => self.shape(name, layer),
            Quantity::Slope(layer) => self.shape(TensorName::Z, layer),
            Quantity::Column { name, layer, .. } => {
                self.shape(name, layer).map(|(rows, _)| (rows, 1))
            }
            Quantity::OuterProduct { layer, .. } | Quantity::PartialSum { layer, .. } => {
                self.shape(TensorName::dW, layer)
            }
        }
    }

    /// Whether the iteration under way has what a quantity is made from.
    ///
    /// # Errors
    ///
    /// No such layer or example, no update.
    pub fn quantity_status(&self, quantity: Quantity) -> Result<TensorStatus, Error> {
        self.check_quantity(quantity)?;
        let (name, layer) = quantity.made_from();
        let status = self.status(name, layer)?;
        Ok(match quantity {
            // With A of this iteration and dZ of the one before they would be of neither.
            Quantity::OuterProduct { .. } | Quantity::PartialSum { .. }
                if status == TensorStatus::Stale =>
            {
                TensorStatus::Absent
            }
            _ => status,
        })
    }

    /// One entry of a quantity, without the others; None where it has no such entry or is not computed.
    #[must_use]
    pub fn quantity_entry(
        &self,
        quantity: Quantity,
        averaging: Averaging,
        (row, column): (usize, usize),
    ) -> Option<f64> {
        let (rows, columns) = self.quantity_shape(quantity).ok()?;
        let status = self.quantity_status(quantity).ok()?;
        if row >= rows || column >= columns || status == TensorStatus::Absent {
            return None;
        }
        let entry = match quantity {
            Quantity::Slope(layer) => self.slope_at(layer, (row, column)),
            Quantity::Tensor(name, layer) => self.tensor(name, layer).ok()?[[row, column]],
            Quantity::Column { name, layer, example } => {
                self.tensor(name, layer).ok()?[[row, example]]
            }
            Quantity::OuterProduct { layer, example } => {
                self.sum_over(layer, (row, column), &(example..example + 1))
            }
            Quantity::PartialSum { layer, examples } => {
                self.sum_over(layer, (row, column), &(0..examples))
            }
            Quantity::Used(..) => self.quantity(quantity, averaging).ok()?[[row, column]],
        };
        Some(entry / self.divisor(quantity, averaging))
    }

    /// By what a quantity is divided where the 1/m stands in dZ.
    pub(super) fn divisor(&self, quantity: Quantity, averaging: Averaging) -> f64 {
        match (averaging, quantity) {
            (
                Averaging::InActivationGradients,
                Quantity::Tensor(TensorName::dA | TensorName::dZ, _)
                | Quantity::Column { name: TensorName::dA | TensorName::dZ, .. }
                | Quantity::OuterProduct { .. }
                | Quantity::PartialSum { .. },
            ) => self.examples.m() as f64,
            _ => 1.0,
        }
    }

    fn slope(&self, l: usize) -> Array2<f64> {
        Array2::from_shape_fn(self.layer(l).A.dim(), |entry| self.slope_at(l, entry))
    }

    fn slope_at(&self, l: usize, entry: (usize, usize)) -> f64 {
        let (z, a) = (self.layer(l).Z[entry], self.layer(l).A[entry]);
        if l == self.L() { a * (1.0 - a) } else { self.configuration.activation.slope_at(z, a) }
    }

    fn sum_of_outer_products(&self, l: usize, examples: Range<usize>) -> Array2<f64> {
        let shape = (self.layer(l).dZ.nrows(), self.A(l - 1).nrows());
        Array2::from_shape_fn(shape, |entry| self.sum_over(l, entry, &examples))
    }

    /// `Σ dz_j⁽ⁱ⁾ a_k⁽ⁱ⁾` over some examples.
    fn sum_over(&self, l: usize, (j, k): (usize, usize), examples: &Range<usize>) -> f64 {
        let (dz, a) = (row(&self.layer(l).dZ, j), row(self.A(l - 1), k));
        dot(&dz[examples.clone()], &a[examples.clone()])
    }

    fn check_quantity(&self, quantity: Quantity) -> Result<(), Error> {
        let m = self.examples.m();
        match quantity {
            Quantity::Slope(layer) => self.check_layer(TensorName::Z, layer), // A[0] has no Z
            Quantity::Used(TensorName::W | TensorName::b, _) => Ok(()),
            Quantity::Used(name, layer) => Err(Error::NoUpdate { name, layer }),
            Quantity::OuterProduct { example: got, .. } if got >= m => {
                Err(Error::NoSuchExample { last: m - 1, got })
            }
            Quantity::Column { name, layer, example: got } => {
                let (_, columns) = self.shape(name, layer)?;
                if got < columns {
                    Ok(())
                } else {
                    Err(Error::NoSuchExample { last: columns - 1, got })
                }
            }
            Quantity::PartialSum { examples: got, .. } if got > m => {
                Err(Error::NoSuchExample { last: m, got })
            }
            _ => Ok(()),
        }
    }
}

impl Quantity {
    /// The matrix that has to be there.
    fn made_from(self) -> (TensorName, usize) {
        match self {
            Self::Tensor(name, layer)
            | Self::Used(name, layer)
            | Self::Column { name, layer, .. } => (name, layer),
            Self::Slope(layer) => (TensorName::A, layer), // of σ and tanh it is made from A
            Self::OuterProduct { layer, .. } | Self::PartialSum { layer, .. } => {
                (TensorName::dZ, layer)
            }
        }
    }
}
