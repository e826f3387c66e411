//! Whether a state has the numbers that were pasted.

use ndarray::ArrayView2;

use super::check::Arrangement;
use super::comparison::{Tolerance, matrix};
use super::layout::{Layout, layouts};
use super::pasted::Pasted;
use super::right_run::RightRun;
use super::state::State;
use super::subject::Subject;

/// A pasted array, as the search for a mistake sees it.
pub struct Case {
    pub pasted: Pasted,
    /// What it may be.
    pub subjects: Vec<Subject>,
    /// Of costs: their iterations.
    pub iterations: Vec<usize>,
    /// Whether it is not what it should be.
    pub differs: bool,
}

/// That a pasted array is what a state has.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fit {
    pub subject: Subject,
    /// How many digits speak for it: those in which it is the pasted number, and the right one is not.
    pub digits: f64,
}

impl Case {
    /// The fit of a state, if it has what was pasted to the last printed digit.
    pub fn fit(&self, state: &dyn State, run: &RightRun) -> Option<Fit> {
        self.subjects.iter().find_map(|&subject| self.fit_to(subject, subject, state, run))
    }

    /// The same for a matrix of the state, where another one of the run was meant.
    pub fn fit_to(
        &self,
        subject: Subject,
        meant: Subject,
        state: &dyn State,
        run: &RightRun,
    ) -> Option<Fit> {
        let values = state.numbers(subject, &self.iterations)?;
        let layout = self.same(values.shape())?;
        let got = matrix(values.view());
        let tolerance = Tolerance::of(got);
        let entries = &self.pasted.array.entries;
        let mut places = layout.places.iter();
        if !places.all(|&(row, column, entry)| tolerance.agree(entries[entry], got[[row, column]]))
        {
            return None;
        }
        let right = run.right(meant, &self.iterations);
        let right = right.as_ref().filter(|right| right.shape() == values.shape());
        let right = right.map(|right| matrix(right.view()));
        let digits = self.digits(&layout, tolerance, got, right);
        Some(Fit { subject, digits })
    }

    /// That the transpose of what is right was pasted.
    pub fn fit_to_transpose(&self, subject: Subject, run: &RightRun) -> Option<Fit> {
        let values = run.right(subject, &self.iterations)?;
        let of_transpose = |layout: &Layout| layout.arrangement == Arrangement::Transposed;
        let layout = layouts(&self.pasted.array, values.shape()).into_iter().find(of_transpose)?;
        let got = matrix(values.view());
        let tolerance = Tolerance::of(got);
        let entries = &self.pasted.array.entries;
        let mut places = layout.places.iter();
        let agree =
            places.all(|&(row, column, entry)| tolerance.agree(entries[entry], got[[row, column]]));
        let digits = self.digits(&layout, tolerance, got, None);
        agree.then_some(Fit { subject, digits })
    }

    /// Each entry on its counterpart, in an array of the same shape; one entry has only one shape.
    fn same(&self, shape: &[usize]) -> Option<Layout> {
        let is_same = |layout: &Layout| {
            layout.arrangement == Arrangement::Same
                || (layout.places.len() == 1 && shape.iter().product::<usize>() == 1)
        };
        layouts(&self.pasted.array, shape).into_iter().find(is_same)
    }

    fn digits(
        &self,
        layout: &Layout,
        tolerance: Tolerance,
        got: ArrayView2<'_, f64>,
        right: Option<ArrayView2<'_, f64>>,
    ) -> f64 {
        let of_place = |&(row, column, entry): &(usize, usize, usize)| {
            let got = got[[row, column]];
            let right = right.map_or(0.0, |right| right[[row, column]]);
            let share = (got - right).abs() / tolerance.at(self.pasted.array.entries[entry]);
            if share.is_finite() { share.max(1.0).log10().min(16.0) } else { 0.0 }
        };
        layout.places.iter().map(of_place).sum()
    }
}
