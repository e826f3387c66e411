//! What every generator and reader gives: `X` and `Y`.

// The capitals are the field's own: X and Y are matrices, as in the formulas.
#![allow(non_snake_case)]

use ndarray::Array2;
use serde::{Deserialize, Serialize};

/// m labelled examples, one a column.
#[derive(Clone, Debug, PartialEq)]
pub struct Dataset {
    X: Array2<f64>, // (n[0], m)
    Y: Array2<f64>, // (1, m)
    image: Option<ImageShape>,
}

/// How one column of `X` is laid out as a picture: row by row, the channels of a pixel together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct ImageShape {
    /// Rows of pixels.
    pub height: usize,
    /// Pixels in a row.
    pub width: usize,
    /// Values in a pixel: 1 is grey, 3 is red, green, blue.
    pub channels: usize,
}

impl Dataset {
    /// Examples that the crate has made itself, so that their shapes are known to fit.
    pub(crate) fn new(X: Array2<f64>, labels: Vec<f64>) -> Self {
        let m = labels.len();
        assert_eq!(X.ncols(), m, "one label a column of X");
        let Y = Array2::from_shape_vec((1, m), labels).expect("m labels make a row of m");
        Self { X, Y, image: None }
    }

    /// Points of the plane, in the order of NumPy's (m, 2) rows.
    pub(crate) fn from_points(points: &[[f64; 2]], labels: Vec<f64>) -> Self {
        let X = Array2::from_shape_fn((2, points.len()), |(row, i)| points[i][row]);
        Self::new(X, labels)
    }

    pub(crate) fn with_image(self, image: ImageShape) -> Self {
        Self { image: Some(image), ..self }
    }

    /// The inputs, `A[0]`, of shape (n\[0\], m).
    #[must_use]
    pub fn X(&self) -> &Array2<f64> {
        &self.X
    }

    /// The labels, each 0 or 1, of shape (1, m).
    #[must_use]
    pub fn Y(&self) -> &Array2<f64> {
        &self.Y
    }

    /// The number of examples.
    #[must_use]
    pub fn m(&self) -> usize {
        self.X.ncols()
    }

    /// The picture in a column of `X`, if it is one.
    #[must_use]
    pub fn image(&self) -> Option<ImageShape> {
        self.image
    }

    /// `(X, Y)`, without a copy.
    #[must_use]
    pub fn into_parts(self) -> (Array2<f64>, Array2<f64>) {
        (self.X, self.Y)
    }
}
