//! The learning rate, and when it was changed.

use serde::{Deserialize, Serialize};

use crate::error::Error;

/// α of the updates from an iteration on, until the next change.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct LearningRate {
    /// The iteration, counted from 0 as in the list of costs.
    pub iteration: usize,
    /// α.
    pub learning_rate: f64,
}

/// # Errors
///
/// A learning rate that is not finite and greater than 0.
pub fn check_learning_rate(learning_rate: f64) -> Result<(), Error> {
    if learning_rate.is_finite() && learning_rate > 0.0 {
        Ok(())
    } else {
        Err(Error::LearningRate(learning_rate))
    }
}

/// Notes α of an iteration where it is another than that of the one before.
pub fn note(log: &mut Vec<LearningRate>, iteration: usize, learning_rate: f64) {
    if log.last().is_none_or(|last| last.learning_rate != learning_rate) {
        log.push(LearningRate { iteration, learning_rate });
    }
}
