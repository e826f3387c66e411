//! Pasted entries beside others, at the printed digits.

use ndarray::{ArrayView2, ArrayViewD, Axis};
use numpy_text::{Array, Number};

use super::layout::Layout;

/// What the numbers of two machines may differ by, as a share of the largest in the array: sums in
/// another order, through thousands of iterations.
const MARGIN: f64 = 1e-9;

/// Entries that were printed, beside what they may be.
pub struct Comparison {
    pub agreeing: usize,
    /// |pasted − expected| where it is largest; NaN where one of the two is NaN.
    pub largest: Option<f64>,
}

/// What pasted entries are judged by.
#[derive(Clone, Copy)]
pub struct Tolerance {
    margin: f64,
}

impl Tolerance {
    /// For numbers that should be these.
    pub fn of(expected: ArrayView2<'_, f64>) -> Self {
        let finite = expected.iter().map(|x| x.abs()).filter(|x| x.is_finite());
        Self { margin: MARGIN * finite.fold(0.0, f64::max) }
    }

    /// For numbers that are a part of those that should be these, of which others may be larger.
    pub fn generous(part: ArrayView2<'_, f64>) -> Self {
        Self { margin: 1e4 * Self::of(part).margin }
    }

    pub fn at(self, pasted: Number) -> f64 {
        pasted.half_unit() * (1.0 + MARGIN) + self.margin
    }

    pub fn agree(self, pasted: Number, expected: f64) -> bool {
        let value = pasted.value;
        value == expected
            || (value.is_nan() && expected.is_nan())
            || (value - expected).abs() <= self.at(pasted)
    }
}

/// The array as rows and columns.
pub fn matrix(values: ArrayViewD<'_, f64>) -> ArrayView2<'_, f64> {
    let mut values = values;
    while values.ndim() < 2 {
        values.insert_axis_inplace(Axis(0));
    }
    // An array of more axes is made by no line of a notebook with matrices.
    values.into_dimensionality().unwrap_or_else(|_| ArrayView2::from(&[[0.0; 0]; 0]))
}

impl Comparison {
    pub fn new(pasted: &Array, layout: &Layout, expected: ArrayView2<'_, f64>) -> Self {
        let tolerance = Tolerance::of(expected);
        let mut comparison = Self { agreeing: 0, largest: None };
        for &(row, column, entry) in &layout.places {
            let (pasted, expected) = (pasted.entries[entry], expected[[row, column]]);
            comparison.agreeing += usize::from(tolerance.agree(pasted, expected));
            let difference = difference(pasted.value, expected).abs();
            let largest = comparison.largest.unwrap_or(0.0);
            let is_larger = difference > largest || difference.is_nan();
            comparison.largest = Some(if is_larger { difference } else { largest });
        }
        comparison
    }
}

/// 0 where both are the same infinity, or both NaN.
pub fn difference(pasted: f64, expected: f64) -> f64 {
    if pasted == expected || (pasted.is_nan() && expected.is_nan()) {
        0.0
    } else {
        pasted - expected
    }
}
