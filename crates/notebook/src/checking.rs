//! The numbers that a notebook printed, beside those of a run; and what was done wrong where they differ.
//!
//! A notebook is a program of lines, one an operation. A hypothesis changes lines, or how the
//! parameters were drawn, or how often the program ran; it is run, and the one whose numbers are those
//! that were pasted, to the digits that were printed, is named.

mod check;
mod checker;
mod comparison;
mod diagnosis;
mod draw;
mod fit;
mod hypothesis;
mod layout;
mod lines;
mod order;
mod pasted;
mod program;
mod report;
mod right_run;
mod search;
mod simulation;
mod start;
mod state;
mod subject;
mod thin;
mod work;

pub use check::{Arrangement, Candidate, Cells, Check, Difference, FoundBy, Status};
pub use checker::Checker;
pub use diagnosis::{Diagnosis, DiagnosisKind, Since};
pub use subject::{CostName, Subject, SubjectName};
pub use work::BUDGET;
