//! The data that a network is trained on.

use ndarray::{Array2, ArrayView2};

use crate::error::Error;

/// m examples in columns: `X (n[0], m)` and `Y (1, m)`, checked once.
#[derive(Debug, Clone, PartialEq)]
pub struct Examples {
    X: Array2<f64>, // (n[0], m)
    Y: Array2<f64>, // (1, m), each 0 or 1
}

impl Examples {
    /// Takes `X (n[0], m)` and `Y (1, m)`.
    ///
    /// # Errors
    ///
    /// X empty or not finite everywhere; Y of another shape than `(1, m)` or with an entry that is
    /// neither 0 nor 1.
    pub fn new(X: Array2<f64>, Y: Array2<f64>) -> Result<Self, Error> {
        let (n0, m) = X.dim();
        if n0 == 0 || m == 0 {
            return Err(Error::EmptyX { got: (n0, m) });
        }
        if Y.dim() != (1, m) {
            return Err(Error::LabelShape { m, got: Y.dim() });
        }
        if let Some(((row, column), &got)) = X.indexed_iter().find(|(_, x)| !x.is_finite()) {
            return Err(Error::NotFinite { row, column, got });
        }
        if let Some(((_, column), &got)) = Y.indexed_iter().find(|&(_, &y)| y != 0.0 && y != 1.0) {
            return Err(Error::Label { column, got });
        }
        Ok(Self { X: row_major(X), Y: row_major(Y) })
    }

    /// `X (n[0], m)`, that is `A[0]`.
    #[must_use]
    pub fn X(&self) -> ArrayView2<'_, f64> {
        self.X.view()
    }

    /// `Y (1, m)`.
    #[must_use]
    pub fn Y(&self) -> ArrayView2<'_, f64> {
        self.Y.view()
    }

    /// The number of inputs of an example.
    #[must_use]
    pub fn n0(&self) -> usize {
        self.X.nrows()
    }

    /// The number of examples.
    #[must_use]
    pub fn m(&self) -> usize {
        self.X.ncols()
    }

    pub(crate) fn X_array(&self) -> &Array2<f64> {
        &self.X
    }

    pub(crate) fn Y_array(&self) -> &Array2<f64> {
        &self.Y
    }
}

/// The products read rows as slices.
fn row_major(matrix: Array2<f64>) -> Array2<f64> {
    if matrix.is_standard_layout() { matrix } else { matrix.as_standard_layout().into_owned() }
}
