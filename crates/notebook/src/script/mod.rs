//! A training run as Python that learners can read and run: a script, and a notebook of the same cells.
//!
//! A [`RunDescription`] says how the run went; checked, it is a [`Run`], which writes itself. The text
//! of it all is `template.py`, in which `#if NAME … #end` keeps lines for some runs, and `__NAME__`
//! stands for what differs.

mod check;
mod description;
mod ipynb;
mod literals;
mod run;
mod template;

pub use description::{CostStyle, Data, RunDescription};
pub use run::{Form, Run};
