//! Mistakes in the last iteration.

use std::collections::BTreeSet;

use nn::TensorName;
use numpy_expressions::Arrays;

use super::{Search, Source};
use crate::checking::diagnosis::Since;
use crate::checking::order::order;
use crate::checking::program::{Step, affected, right_lines};
use crate::checking::right_run::RightRun;
use crate::checking::simulation::Simulation;
use crate::checking::thin::Thin;
use crate::checking::work::of_line;
use crate::names::variable;

impl Search<'_> {
    /// Mistakes in the last iteration alone; in the first one there is no difference.
    pub(super) fn last_iteration(&mut self) {
        let run = self.run;
        let base = run.variables();
        let thin = Thin::new(run, self.cases, &base);
        let since = if run.iterations() == 1 { Since::Start } else { Since::Iteration };
        let planned = self.hypotheses.iter().map(|hypothesis| {
            let runs = affected(&hypothesis.program, &self.wanted);
            let is_thin =
                thin.as_ref().is_some_and(|thin| thin.is_fit_for(&hypothesis.program, &runs));
            let steps = hypothesis.program.iter().zip(runs).filter(|(_, runs)| *runs);
            let work = steps.map(|(step, _)| of_line(run.network(), step.operation));
            (!is_thin, work.fold(1000, u64::saturating_add), hypothesis.clone())
        });
        // Where not all can be tried, those that take least.
        let planned: Vec<_> = planned.collect();
        let keys = planned.iter().map(|&(is_whole, work, _)| [u64::from(is_whole), work, 0]);
        for index in order(keys) {
            let (is_whole, work, hypothesis) = planned[index].clone();
            if let Some(thin) = thin.as_ref().filter(|_| !is_whole) {
                let (base, program) = (&thin.base, &hypothesis.program);
                let state = Simulation::of_last_iteration(run, base, program, &self.wanted);
                if !thin.may_fit(self.cases, &state, run) {
                    continue;
                }
            }
            if !self.budget.take(work) {
                self.leave(hypothesis.kind);
                continue;
            }
            let program = &hypothesis.program;
            let state = Simulation::of_last_iteration(run, &base, program, &self.wanted);
            let complexity = hypothesis.complexity;
            let before = self.candidates.len();
            self.consider(&state, since, [complexity, 1], || {
                Source::Lines(hypothesis.clone().into())
            });
            if let Some(candidate) = self.candidates.get_mut(before)
                && updates_rightly(run, &base, program)
            {
                candidate.since = Since::Start; // it would have changed nothing before
            }
        }
    }
}

/// Whether an iteration with a mistake leaves the right parameters behind.
fn updates_rightly(run: &RightRun, base: &Arrays<'_>, program: &[Step]) -> bool {
    let layers = 1..=run.network().L();
    let parameters: Vec<_> =
        layers.flat_map(|l| [TensorName::W, TensorName::b].map(|name| variable(name, l))).collect();
    let right = match right_lines(run.network()) {
        Ok(right) => right,
        Err(_) => return false,
    };
    let mut wanted = BTreeSet::new();
    wanted.extend(parameters.iter().cloned());
    let state = Simulation::of_last_iteration(run, base, program, &wanted);
    parameters.iter().all(|parameter| {
        let Some(got) = state.made(parameter) else { return true };
        let line = right.iter().find(|step| step.statement.target == *parameter);
        let expected = line.and_then(|line| line.statement.evaluate(base).ok());
        expected.is_some_and(|expected| {
            let scale = expected.iter().fold(0.0_f64, |scale, x| scale.max(x.abs()));
            let same = |(a, b): (&f64, &f64)| (a - b).abs() <= 1e-12 * scale;
            got.shape() == expected.shape() && got.iter().zip(&expected).all(same)
        })
    })
}
