//! Running lines with a mistake in them.

use std::collections::{BTreeMap, BTreeSet};

use ndarray::{ArrayD, arr0};
use nn::TensorName;
use numpy_expressions::Arrays;

use super::program::{Step, affected};
use super::right_run::RightRun;
use super::state::{Numbers, State, of_iterations};
use super::subject::{CostName, Subject, SubjectName};
use crate::line::losses;
use crate::names::{ALPHA, COST, Symbols, variable};

/// The state after an iteration of mistaken lines.
///
/// Only what a mistake changes is computed: the rest is that of the right run, where all iterations
/// before were right.
pub struct Simulation<'a> {
    run: &'a RightRun,
    /// What the lines made.
    made: BTreeMap<String, ArrayD<f64>>,
    /// W and b before the updates, where they are not the right ones.
    before: BTreeMap<String, ArrayD<f64>>,
    /// What no line made, as NumPy had refused one.
    lost: BTreeSet<String>,
    /// The costs of all iterations, where they are not the right ones.
    costs: Option<Vec<f64>>,
    /// Whether nothing is left of the right run.
    is_from_the_start: bool,
}

impl<'a> Simulation<'a> {
    /// The mistake in the last iteration alone. Of its matrices, those are made that are wanted.
    pub fn of_last_iteration(
        run: &'a RightRun,
        base: &Arrays<'_>,
        program: &[Step],
        wanted: &BTreeSet<String>,
    ) -> Self {
        let mut simulation = Self {
            run,
            made: BTreeMap::new(),
            before: BTreeMap::new(),
            lost: BTreeSet::new(),
            costs: None,
            is_from_the_start: false,
        };
        let runs = affected(program, wanted);
        let mut env = base.clone();
        let mut has_failed = false;
        for (step, runs) in program.iter().zip(runs) {
            let target = &step.statement.target;
            if has_failed {
                simulation.lost.insert(target.clone());
                continue;
            }
            if !runs {
                continue;
            }
            match step.statement.evaluate(&env) {
                Ok(values) => {
                    env.insert(target.clone(), values.clone().into());
                    simulation.made.insert(target.clone(), values);
                }
                Err(_) => {
                    simulation.lost.insert(target.clone());
                    has_failed = true;
                }
            }
        }
        simulation
    }

    /// The mistake in all iterations. None where NumPy refuses before the last, and where `go_on`,
    /// asked after each with its number and the costs so far, says no.
    pub fn from_the_start(
        run: &'a RightRun,
        program: &[Step],
        mut go_on: impl FnMut(usize, &[f64]) -> bool,
    ) -> Option<Self> {
        let mut env = run.data();
        for (name, values) in run.initial_parameters() {
            env.insert(name, values.into());
        }
        let last = run.iterations().checked_sub(1)?;
        let mut costs = vec![];
        let mut before = BTreeMap::new();
        let mut lost = BTreeSet::new();
        for iteration in 0..=last {
            let alpha = arr0(run.learning_rate(iteration)).into_dyn();
            env.insert(ALPHA.to_owned(), alpha.into());
            if iteration == last {
                before = run.parameters_in(&env);
            }
            for step in program {
                let target = &step.statement.target;
                if !lost.is_empty() {
                    lost.insert(target.clone());
                    continue;
                }
                match step.statement.evaluate(&env) {
                    Ok(values) => {
                        env.insert(target.clone(), values.into());
                    }
                    Err(_) if iteration == last => {
                        lost.insert(target.clone());
                    }
                    Err(_) => return None,
                }
            }
            let cost = env.get(COST).filter(|cost| cost.len() == 1);
            costs.push(cost.and_then(|cost| cost.first().copied()).unwrap_or(f64::NAN));
            if !go_on(iteration, &costs) {
                return None;
            }
        }
        let mut made = BTreeMap::new();
        made.extend(env.into_iter().map(|(name, values)| (name, values.into_owned())));
        Some(Self { run, made, before, lost, costs: Some(costs), is_from_the_start: true })
    }

    /// What the lines made of a variable, where they did. Nothing is made of one after a refusal.
    pub fn made(&self, variable: &str) -> Option<&ArrayD<f64>> {
        self.made.get(variable)
    }

    /// The mistake in the line of the cost, of all iterations.
    pub fn with_costs(self, costs: Vec<f64>) -> Self {
        Self { costs: Some(costs), ..self }
    }

    fn parameter(&self, name: TensorName, layer: usize) -> Option<Numbers<'_>> {
        let subject = Subject::tensor(name, layer);
        let variable = subject.variable();
        if self.run.phase().is_updated(name, layer) {
            return match self.made.get(&variable) {
                Some(values) => Some(values.view().into()),
                None => self.run.right(subject, &[]),
            };
        }
        if self.is_from_the_start {
            return self.before.get(&variable).map(|values| values.view().into());
        }
        self.run.right(subject, &[])
    }

    /// The losses are the cost's line before its sum.
    fn losses(&self) -> Option<Numbers<'_>> {
        let L = self.run.network().L();
        let output = variable(TensorName::A, L);
        let subject = Subject::tensor(TensorName::losses, L);
        if self.lost.contains(&output) {
            return None;
        }
        let Some(values) = self.made.get(&output) else {
            return self.run.right(subject, &[]);
        };
        let mut env = self.run.data();
        env.insert(output, values.view().into());
        Some((-losses(Symbols { l: L })).evaluate(&env).ok()?.into())
    }
}

impl State for Simulation<'_> {
    fn numbers(&self, subject: Subject, iterations: &[usize]) -> Option<Numbers<'_>> {
        let Subject { name, layer } = subject;
        let variable = subject.variable();
        if self.lost.contains(&variable) {
            return None;
        }
        match name {
            SubjectName::Tensor(name @ (TensorName::W | TensorName::b)) => {
                self.parameter(name, layer)
            }
            SubjectName::Tensor(TensorName::losses) => self.losses(),
            SubjectName::Cost(CostName::costs) => match (&self.costs, self.made.get(COST)) {
                (Some(costs), _) => of_iterations(costs, iterations),
                (None, Some(cost)) => {
                    let last = cost.first().copied().filter(|_| cost.len() == 1)?;
                    let mut costs = self.run.costs().to_vec();
                    *costs.last_mut()? = last;
                    of_iterations(&costs, iterations)
                }
                (None, None) => of_iterations(self.run.costs(), iterations),
            },
            _ => match self.made.get(&variable) {
                Some(values) => Some(values.view().into()),
                None if self.is_from_the_start => None,
                None => self.run.right(subject, iterations),
            },
        }
    }
}
