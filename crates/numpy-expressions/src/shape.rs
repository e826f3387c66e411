//! The shape of an array.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The lengths of an array's axes; none for a number. Displays as NumPy's errors spell it: `(3,400)`,
/// `(4,)`, `()`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Shape(Vec<usize>);

impl Shape {
    /// The lengths of the axes.
    #[must_use]
    pub fn axes(&self) -> &[usize] {
        &self.0
    }

    /// The number of axes.
    #[must_use]
    pub fn ndim(&self) -> usize {
        self.0.len()
    }

    /// The number of entries, at most `u128::MAX`.
    #[must_use]
    pub fn entries(&self) -> u128 {
        if self.0.contains(&0) {
            return 0;
        }
        self.0.iter().fold(1, |entries: u128, &length| entries.saturating_mul(length as u128))
    }

    /// The axes in reverse, as `.T` has them.
    #[must_use]
    pub fn transposed(&self) -> Self {
        Self(self.0.iter().rev().copied().collect())
    }

    /// The bytes that its entries would take if no axis had length 0.
    pub(crate) fn bytes(&self) -> u128 {
        let lengths = self.0.iter().filter(|&&length| length > 0);
        lengths
            .fold(size_of::<f64>() as u128, |bytes, &length| bytes.saturating_mul(length as u128))
    }

    /// The length of the axis that far from the last one; 1 where there is none.
    pub(crate) fn length_from_end(&self, index: usize) -> usize {
        self.0.iter().rev().nth(index).copied().unwrap_or(1)
    }
}

impl From<Vec<usize>> for Shape {
    fn from(axes: Vec<usize>) -> Self {
        Self(axes)
    }
}

impl From<&[usize]> for Shape {
    fn from(axes: &[usize]) -> Self {
        Self(axes.to_vec())
    }
}

impl<const N: usize> From<[usize; N]> for Shape {
    fn from(axes: [usize; N]) -> Self {
        Self(axes.to_vec())
    }
}

impl fmt::Display for Shape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let axes = self.0.iter().map(ToString::to_string).collect::<Vec<_>>().join(",");
        let comma = if self.ndim() == 1 { "," } else { "" };
        write!(f, "({axes}{comma})")
    }
}
