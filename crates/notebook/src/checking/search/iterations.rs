//! Right numbers of another iteration.

use super::{Search, Source};
use crate::checking::diagnosis::{DiagnosisKind, Since};
use crate::checking::right_run::RightRun;
use crate::checking::start::Start;
use crate::checking::state::{Numbers, OfTrainer, State, of_iterations};
use crate::checking::subject::{CostName, Subject, SubjectName};
use crate::checking::work::of_trainer;

/// The iterations after the last one that a notebook may have gone on to.
const FURTHER: usize = 3;

impl Search<'_> {
    /// The right run, fewer or more iterations of it.
    pub(super) fn other_iterations(&mut self) {
        let run = self.run;
        let own = run.iterations();
        let last = own + FURTHER;
        let start = Start::same();
        let work = of_trainer(run.network()).saturating_mul(last as u64);
        let Some(mut trainer) = start.trainer(run).filter(|_| self.budget.take(work)) else {
            self.leave(DiagnosisKind::AnotherIteration);
            return;
        };
        for iteration in 0..=last {
            if iteration > 0 {
                // It was a learning rate before.
                let _ = trainer.set_learning_rate(run.learning_rate(iteration - 1));
                trainer.step();
            }
            if iteration == own && !run.is_under_way() {
                continue;
            }
            let distance = iteration.abs_diff(own);
            let complexity = if distance <= 1 { [2, 1] } else { [4, 2] };
            let phase = run.end();
            // A list of costs is checked as a whole: it is there from the first iteration that has it.
            let state = OfTrainer { trainer: &trainer, phase };
            let state = WithCosts { state, costs: run.costs() };
            self.consider(&state, Since::Nowhere, complexity, || Source::Iteration(iteration));
        }
        for shift in [-1, 1] {
            let state = Shifted { run, shift };
            let shown =
                own.saturating_sub(usize::from(run.is_under_way())).checked_add_signed(shift);
            let Some(iteration) = shown else { continue };
            self.consider(&state, Since::Nowhere, [3, 1], || Source::Iteration(iteration));
        }
    }
}

/// A state whose list of costs is that of the run, which may be the longer one.
struct WithCosts<'a> {
    state: OfTrainer<'a>,
    costs: &'a [f64],
}

impl State for WithCosts<'_> {
    fn numbers(&self, subject: Subject, iterations: &[usize]) -> Option<Numbers<'_>> {
        match subject.name {
            SubjectName::Cost(CostName::costs) => of_iterations(self.costs, iterations),
            _ => self.state.numbers(subject, iterations),
        }
    }
}

/// The right numbers, with each cost counted as that of the iteration before or after.
struct Shifted<'a> {
    run: &'a RightRun,
    shift: isize,
}

impl State for Shifted<'_> {
    fn numbers(&self, subject: Subject, iterations: &[usize]) -> Option<Numbers<'_>> {
        if subject.name != SubjectName::Cost(CostName::costs) {
            return self.run.right(subject, iterations);
        }
        let shifted: Option<Vec<usize>> =
            iterations.iter().map(|k| k.checked_add_signed(self.shift)).collect();
        of_iterations(self.run.costs(), &shifted?)
    }
}
