//! What is counted once, when an array is read.

use super::array::Array;

/// More different values than this are not counted.
pub(super) const MOST_DISTINCT: usize = 20;

/// The range of the finite numbers, and where the first other is.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Statistics {
    pub(super) min: Option<f64>,
    pub(super) max: Option<f64>,
    pub(super) not_finite: usize,
}

impl Statistics {
    pub(super) fn of(numbers: impl Iterator<Item = f64>) -> Self {
        let mut statistics = Self::default();
        for number in numbers {
            statistics.add(number);
        }
        statistics
    }

    pub(super) fn of_array(array: &Array) -> Self {
        if array.dtype().is_text() {
            Self::default()
        } else {
            // In any order: that of the memory is the fastest.
            Self::of((0..array.len()).map(|offset| array.number(offset)))
        }
    }

    pub(super) fn add(&mut self, number: f64) {
        if number.is_finite() {
            self.min = Some(self.min.map_or(number, |min| min.min(number)));
            self.max = Some(self.max.map_or(number, |max| max.max(number)));
        } else {
            self.not_finite += 1;
        }
    }

    pub(super) fn join(&mut self, other: &Self) {
        for number in [other.min, other.max].into_iter().flatten() {
            self.add(number);
        }
        self.not_finite += other.not_finite;
    }
}

/// The different texts, if they are at most [`MOST_DISTINCT`].
pub(super) fn distinct(texts: impl Iterator<Item = String>) -> Option<Vec<String>> {
    let mut different: Vec<String> = Vec::new();
    for text in texts {
        if !different.contains(&text) {
            if different.len() == MOST_DISTINCT {
                return None;
            }
            different.push(text);
        }
    }
    Some(different)
}
