//! What becomes X and Y, and how: proposed, checked, loaded.

// The field's own capitals: X and Y are matrices, as in the formulas.
#![allow(non_snake_case)]

mod candidates;
mod check;
mod inputs;
mod labels;
mod load;
mod names;
mod propose;
mod resolve;
mod scaling;

use serde::{Deserialize, Serialize};

use super::source::Source;

pub use check::{Preview, PreviewClass, PreviewMemory};
pub use load::{Loaded, Set};
pub use scaling::Scaling;

pub(super) use check::check;
pub(super) use inputs::Inputs;
pub(super) use labels::Class;
pub(super) use load::load;
pub(super) use propose::propose;
pub(super) use resolve::{Resolved, resolve};

/// What becomes X and Y.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// The inputs of the training set. `None` where nothing looks like them.
    pub X: Option<Source>,
    /// Its labels.
    pub Y: Option<Source>,
    /// The inputs of the test set.
    #[serde(default)]
    pub test_X: Option<Source>,
    /// Its labels.
    #[serde(default)]
    pub test_Y: Option<Source>,
    /// Where the examples of X are.
    pub examples: Examples,
    /// `(m, h, w, c)` → `(h·w·c, m)`, in the order of `reshape(m, -1).T`.
    pub flatten: bool,
    /// How X is scaled.
    pub scaling: ScalingKind,
    /// The class that becomes 1; without it the second of two.
    #[serde(default)]
    pub positive: Option<String>,
    /// Only the first so many examples of the training set.
    #[serde(default)]
    pub first: Option<usize>,
}

/// Where the examples of X are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Examples {
    /// Along the first axis: X is (m, …).
    #[default]
    Rows,
    /// Along the last axis: X is (…, m), as the formulas have it.
    Columns,
}

/// How X is scaled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ScalingKind {
    /// As it is.
    #[default]
    #[serde(rename = "none")]
    None,
    /// Divided by 255.
    #[serde(rename = "/255")]
    Bytes,
    /// Each feature less its mean, divided by its deviation, both over the training set.
    #[serde(rename = "standardise")]
    Standardise,
}
