//! A run that writes itself.

use nn::{Activation, Initialization, LearningRate};
use serde::Deserialize;

use super::description::{CostStyle, RunDescription};
use super::{ipynb, literals, template};

/// What the template has done where the statements of the data begin.
const IMPORTED: &str = "import numpy as np\n";

/// A run that was checked.
#[derive(Debug, Clone, PartialEq)]
pub struct Run(RunDescription);

/// What a run is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Form {
    /// A Python script.
    Py,
    /// A Jupyter notebook, nbformat 4.
    Ipynb,
}

impl Run {
    /// Of a description that was checked.
    pub(super) fn of(description: RunDescription) -> Self {
        Self(description)
    }

    /// The text of a file that does the run once more: `X`, `Y`, the final `parameters`, `costs` (of
    /// every iteration) and `accuracy` are there at its end.
    #[must_use]
    pub fn write(&self, form: Form) -> String {
        match form {
            Form::Py => self.py(),
            Form::Ipynb => self.ipynb(),
        }
    }

    fn py(&self) -> String {
        let sections = template::sections(template::RUN, &self.flags(), |name| self.value(name));
        let sections: Vec<String> = sections.iter().map(ToString::to_string).collect();
        sections.join("\n\n")
    }

    fn ipynb(&self) -> String {
        let flags = self.flags();
        let sections = [template::RUN, template::PLOT]
            .into_iter()
            .flat_map(|text| template::sections(text, &flags, |name| self.value(name)));
        ipynb::notebook(&sections.collect::<Vec<_>>())
    }

    /// Which lines of the template this run has.
    fn flags(&self) -> Vec<&'static str> {
        let RunDescription { configuration, style, data, .. } = &self.0;
        let mut flags = match configuration.initialization {
            Initialization::Course => vec!["course", "drawn"],
            Initialization::Small => vec!["small", "drawn"],
            Initialization::He => vec!["he", "drawn"],
            Initialization::Zeros => vec!["zeros"],
            Initialization::Imported => vec!["imported"],
        };
        match (configuration.layers_dims.len(), configuration.activation) {
            (2, _) => flags.push("one_layer"),
            (_, Activation::Relu) => flags.extend(["hidden", "relu"]),
            (_, Activation::Tanh) => flags.extend(["hidden", "tanh"]),
        }
        flags.push(if self.learning_rates().len() > 1 { "schedule" } else { "constant" });
        flags.push(match style {
            CostStyle::Full => "full",
            CostStyle::Six => "six",
        });
        flags.extend(data.has_test.then_some("test"));
        flags.extend((!self.files().is_empty()).then_some("files"));
        flags
    }

    /// What stands in the place of a name in the template.
    fn value(&self, name: &str) -> Option<String> {
        let RunDescription { configuration, iterations, every, data, parameters_file, .. } =
            &self.0;
        Some(match name {
            "TITLE" => literals::line(&data.title),
            "DATA" => {
                let code = data.code.trim();
                code.strip_prefix(IMPORTED).unwrap_or(code).trim_start().to_owned()
            }
            "FILES" => {
                let names = self.files().into_iter();
                names
                    .map(|name| format!("`{}`", literals::line(name)))
                    .collect::<Vec<_>>()
                    .join(", ")
            }
            "LAYERS_DIMS" => format!("{:?}", configuration.layers_dims),
            "SEED" => configuration.seed.to_string(),
            "LEARNING_RATE" => {
                let first = self.learning_rates().first();
                literals::float(
                    first.map_or(configuration.learning_rate, |rate| rate.learning_rate),
                )
            }
            "LEARNING_RATES" => {
                let entry = |rate: &LearningRate| {
                    format!("{}: {}", rate.iteration, literals::float(rate.learning_rate))
                };
                self.learning_rates().iter().map(entry).collect::<Vec<_>>().join(", ")
            }
            "ITERATIONS" => iterations.to_string(),
            "EVERY" => every.to_string(),
            "PARAMETERS_FILE" => literals::string(parameters_file.as_deref()?),
            _ => return None,
        })
    }

    /// Those that an update was done with.
    fn learning_rates(&self) -> &[LearningRate] {
        let RunDescription { learning_rates, iterations, .. } = &self.0;
        let used = learning_rates.partition_point(|rate| rate.iteration < *iterations);
        &learning_rates[..used]
    }

    /// All that the run reads.
    fn files(&self) -> Vec<&str> {
        let RunDescription { data, parameters_file, .. } = &self.0;
        data.files.iter().chain(parameters_file).map(String::as_str).collect()
    }
}
