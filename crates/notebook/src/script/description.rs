//! How a run went, as a caller tells it.

use nn::{Configuration, LearningRate};
use serde::Deserialize;

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
