//! Mistakes in the line of the cost, seen in a list of costs.

use std::collections::BTreeSet;

use nn::{OperationName, TensorName};

use super::{Search, Source};
use crate::checking::diagnosis::{DiagnosisKind, Since};
use crate::checking::program::Step;
use crate::checking::simulation::Simulation;
use crate::checking::start::Start;
use crate::checking::work::of_trainer;
use crate::names::variable;

impl Search<'_> {
    /// Mistakes in the line of the cost, seen in a list of costs: all else is right.
    pub(super) fn costs_alone(&mut self) {
        let run = self.run;
        let iterations = self.cases.iter().flat_map(|case| case.iterations.iter().copied());
        let mut asked = BTreeSet::new();
        asked.extend(iterations);
        let last = run.iterations().saturating_sub(1);
        if asked.iter().all(|&iteration| iteration == last) {
            return;
        }
        let work = of_trainer(run.network()).saturating_mul(run.iterations() as u64);
        let start = Start::same();
        let Some(mut trainer) = start.trainer(run).filter(|_| self.budget.take(work)) else {
            self.leave(DiagnosisKind::LogBase);
            return;
        };
        let hypotheses: Vec<_> = self
            .hypotheses
            .iter()
            .filter(|hypothesis| hypothesis.is_of_cost_alone())
            .cloned()
            .collect();
        let mut costs = vec![run.costs().to_vec(); hypotheses.len()];
        let L = run.network().L();
        for iteration in 0..run.iterations() {
            let _ = trainer.set_learning_rate(run.learning_rate(iteration));
            trainer.step();
            if !asked.contains(&iteration) {
                continue;
            }
            let mut env = run.data();
            if let Ok(output) = trainer.tensor(TensorName::A, L) {
                env.insert(variable(TensorName::A, L), output.into_dyn());
            }
            for (hypothesis, costs) in hypotheses.iter().zip(&mut costs) {
                let is_cost = |step: &&Step| step.operation.operation == OperationName::cost;
                let line = hypothesis.program.iter().find(is_cost);
                let cost = line.and_then(|line| line.statement.evaluate(&env).ok());
                let cost =
                    cost.filter(|cost| cost.len() == 1).and_then(|cost| cost.first().copied());
                if let Some(entry) = costs.get_mut(iteration) {
                    *entry = cost.unwrap_or(f64::NAN);
                }
            }
        }
        let base = run.variables();
        for (hypothesis, costs) in hypotheses.into_iter().zip(costs) {
            let program = &hypothesis.program;
            let state = Simulation::of_last_iteration(run, &base, program, &self.wanted);
            let state = state.with_costs(costs);
            let complexity = hypothesis.complexity;
            self.consider(&state, Since::Start, [complexity, 1], || {
                Source::Lines(hypothesis.into())
            });
        }
    }
}
