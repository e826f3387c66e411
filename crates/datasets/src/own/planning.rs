//! The files and a plan for them, together.

use super::files::Files;
use super::plan::{self, Loaded, Plan, Preview};
use super::{FileError, python};

impl Files {
    /// What looks like X and Y, by names, shapes and types.
    #[must_use]
    pub fn propose(&self) -> Plan {
        plan::propose(self.files())
    }

    /// What a plan gives, without converting anything.
    ///
    /// # Errors
    ///
    /// A plan that does not fit the files, and anything in them that can be no X or Y.
    pub fn check(&self, plan: &Plan) -> Result<Preview, FileError> {
        plan::check(plan, self)
    }

    /// The data of a plan, in pieces.
    ///
    /// # Errors
    ///
    /// Those of [`check`](Self::check).
    pub fn load(&self, plan: &Plan) -> Result<Loaded, FileError> {
        plan::load(plan, self)
    }

    /// Statements of Python that load the same X and Y (and X_test and Y_test) from the same files, with
    /// their imports.
    ///
    /// # Errors
    ///
    /// Those of [`check`](Self::check).
    pub fn python(&self, plan: &Plan) -> Result<String, FileError> {
        python::of_plan(plan, self)
    }
}
