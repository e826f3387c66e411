//! An array as float64, whole.

use super::Problem;
use super::array::Array;
use super::limits::{self, MAX_ARRAY_BYTES};

/// The entries of an array as float64, in C order.
#[derive(Clone, Debug, PartialEq)]
pub struct Values {
    /// The length of each axis.
    pub shape: Vec<usize>,
    /// The entries.
    pub entries: Vec<f64>,
}

impl Values {
    pub(super) fn of(array: &Array) -> Result<Self, Problem> {
        if array.dtype().is_text() {
            return Err(Problem::Dtype { got: array.dtype().to_string() });
        }
        let shape = array.shape().to_vec();
        let axes: Vec<u64> = shape.iter().map(|&axis| axis as u64).collect();
        limits::entries(&axes, size_of::<f64>() as u64, MAX_ARRAY_BYTES)?;
        let entries = if array.is_c_order() {
            (0..array.len()).map(|offset| array.number(offset)).collect()
        } else {
            (0..array.len()).map(|position| array.number(array.offset_of(position))).collect()
        };
        Ok(Self { shape, entries })
    }
}
