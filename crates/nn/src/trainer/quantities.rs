//! Reads matrices that are not kept: those used before an update, and those on an equation's way.

use ndarray::{Array2, s};

use super::Trainer;
use crate::error::Error;
use crate::product::{dot, row};
use crate::quantity::{Averaging, Quantity};
use crate::tensor::{Matrix, TensorName, TensorStatus};

impl Trainer {
    /// A matrix as it is now.
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
        self.status(name, layer)
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
        let layer = self.layer(l);
        if l == self.L() {
            layer.A.mapv(|a| a * (1.0 - a))
        } else {
            self.configuration.activation.slope(&layer.Z, &layer.A)
        }
    }

    fn sum_of_outer_products(&self, l: usize, examples: std::ops::Range<usize>) -> Array2<f64> {
        let (dZ, A_prev) = (&self.layer(l).dZ, self.A(l - 1));
        Array2::from_shape_fn((dZ.nrows(), A_prev.nrows()), |(j, k)| {
            dot(&row(dZ, j)[examples.clone()], &row(A_prev, k)[examples.clone()])
        })
    }

    fn check_quantity(&self, quantity: Quantity) -> Result<(), Error> {
        let m = self.examples.m();
        match quantity {
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
            Self::Slope(layer) => (TensorName::Z, layer),
            Self::OuterProduct { layer, .. } | Self::PartialSum { layer, .. } => {
                (TensorName::dZ, layer)
            }
        }
    }
}
