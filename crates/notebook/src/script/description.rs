//! How a run went, as a caller tells it, and the checks that it passes once.

use nn::{Configuration, Initialization, LearningRate, check_learning_rate};
use serde::Deserialize;

use super::run::Run;
use crate::error::Error;

/// How a run went, unchecked.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct RunDescription {
    /// What the run was made from.
    pub configuration: Configuration,
    /// α of the updates from an iteration on, the first from iteration 0. Empty: that of the
    /// configuration.
    #[serde(default)]
    pub learning_rates: Vec<LearningRate>,
    /// How many iterations were done.
    pub iterations: usize,
    /// The cost is printed every so many iterations.
    pub every: usize,
    /// How it is printed.
    pub style: CostStyle,
    /// Where the examples come from.
    pub data: Data,
    /// The `.npz` file of the initial parameters `W1, b1, …`, where these were imported.
    #[serde(default)]
    pub parameters_file: Option<String>,
}

/// How the cost is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CostStyle {
    /// `Cost after iteration 0: 0.6930497356599891`.
    Full,
    /// `Cost after iteration 0: 0.693050`.
    Six,
}

/// Where the examples come from.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Data {
    /// A few words for a heading.
    pub title: String,
    /// Python statements after which there are `X (n[0], m)` and `Y (1, m)`.
    pub code: String,
    /// Whether there are `X_test` and `Y_test` too.
    #[serde(default)]
    pub has_test: bool,
    /// The names of the files that the statements read.
    #[serde(default)]
    pub files: Vec<String>,
}

impl RunDescription {
    /// The run, if it can have been one.
    ///
    /// # Errors
    ///
    /// A configuration that no network can have; learning rates that do not begin with iteration 0, are
    /// not in order, or are not finite numbers greater than 0; `every` of 0; statements without text;
    /// imported parameters without their file, or a file of parameters that were not imported.
    pub fn check(self) -> Result<Run, Error> {
        let Configuration { layers_dims, initialization, .. } = &self.configuration;
        self.configuration.check(layers_dims.first().copied().unwrap_or(0), 1)?;
        self.learning_rates.iter().try_for_each(|rate| check_learning_rate(rate.learning_rate))?;
        let changes: Vec<usize> = self.learning_rates.iter().map(|rate| rate.iteration).collect();
        if changes.first().is_some_and(|&first| first != 0) || !changes.is_sorted_by(|a, b| a < b) {
            let wanted = "iterations in ascending order, the first 0";
            return Err(wrong("learning_rates", wanted, format!("{changes:?}")));
        }
        if self.every == 0 {
            return Err(wrong("every", "a whole number of at least 1", "0".into()));
        }
        if self.data.code.trim().is_empty() {
            return Err(wrong("data.code", "Python statements that make X and Y", "none".into()));
        }
        match (&self.parameters_file, *initialization == Initialization::Imported) {
            (None, true) => {
                let wanted = "the name of the file of the imported parameters";
                Err(wrong("parameters_file", wanted, "none".into()))
            }
            (Some(file), false) => {
                let wanted = "none, as the parameters were not imported";
                Err(wrong("parameters_file", wanted, file.clone()))
            }
            _ => Ok(Run::of(self)),
        }
    }
}

fn wrong(field: &'static str, wanted: &'static str, got: String) -> Error {
    Error::Run { field, wanted, got }
}
