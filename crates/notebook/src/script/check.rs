//! The checks that a description passes once, to be a run.

use nn::{Configuration, Initialization, check_learning_rate};

use super::description::RunDescription;
use super::run::Run;
use crate::error::Error;

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
