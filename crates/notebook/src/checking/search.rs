//! The search for what was done wrong.

mod costs;
mod found;
mod iterations;
mod last;

use std::collections::BTreeSet;

use nn::TensorName;

use super::diagnosis::{Diagnosis, DiagnosisKind, Since};
use super::fit::{Case, Fit};
use super::hypothesis::Hypothesis;
use super::lines::hypotheses;
use super::order::order;
use super::program::{Step, right_lines};
use super::right_run::RightRun;
use super::simulation::Simulation;
use super::start::Start;
use super::state::{OfTrainer, State};
use super::subject::{CostName, Subject, SubjectName};
use super::work::{BUDGET, Budget, of_lines, of_trainer};
use crate::error::Error;
use crate::names::{COST, variable};

/// Digits that have to speak for a mistake, for each thing that is chosen among many. Some hundred
/// mistakes are tried: fewer digits would fit one of them by chance.
const DIGITS: f64 = 4.0;
/// And for each further choice among a hundred.
const DIGITS_OF_CHOICE: f64 = 1.5;

/// What was found.
pub struct Found {
    /// The diagnoses of each case.
    pub diagnoses: Vec<Vec<Diagnosis>>,
    /// What was not tried from the start.
    pub untried: Vec<DiagnosisKind>,
}

/// A mistake that reproduces some of the pasted arrays.
struct Candidate {
    source: Source,
    since: Since,
    complexity: u32,
    /// The fit of each case.
    fits: Vec<Option<Fit>>,
}

enum Source {
    Lines(Box<Hypothesis>),
    Start(Box<Start>),
    Iteration(usize),
    Print { kind: DiagnosisKind, lines: [String; 2], subject: Subject },
}

/// Looks for the mistakes that made the arrays that differ.
pub fn search(run: &RightRun, cases: &[Case]) -> Result<Found, Error> {
    let mut search = Search::new(run, cases)?;
    search.other_matrices();
    // W of the iteration before is what a missing update makes, too: both are told.
    search.other_iterations();
    search.last_iteration();
    if search.is_done() {
        search.untried.clear();
    } else {
        search.starts(Start::simple(run));
        search.costs_alone();
        search.starts(Start::seeds(run));
    }
    if !search.is_done() {
        search.budget = Budget::new(BUDGET);
        search.all_iterations();
    }
    if !search.is_done() {
        search.budget = Budget::new(BUDGET / 4);
        search.starts(Start::seeds_and_draws(run));
    }
    Ok(search.found())
}

struct Search<'a> {
    run: &'a RightRun,
    cases: &'a [Case],
    right: Vec<Step>,
    hypotheses: Vec<Hypothesis>,
    /// The variables that the pasted arrays may be.
    wanted: BTreeSet<String>,
    budget: Budget,
    candidates: Vec<Candidate>,
    untried: Vec<DiagnosisKind>,
}

impl<'a> Search<'a> {
    fn new(run: &'a RightRun, cases: &'a [Case]) -> Result<Self, Error> {
        let L = run.network().L();
        let subjects = cases.iter().flat_map(|case| &case.subjects);
        let mut wanted = BTreeSet::new();
        wanted.extend(subjects.map(|subject| match subject.name {
            SubjectName::Tensor(TensorName::losses) => variable(TensorName::A, L),
            SubjectName::Cost(_) => COST.to_owned(),
            SubjectName::Tensor(_) => subject.variable(),
        }));
        Ok(Self {
            run,
            cases,
            right: right_lines(run.network())?,
            hypotheses: hypotheses(run.network())?,
            wanted,
            budget: Budget::new(BUDGET),
            candidates: vec![],
            untried: vec![],
        })
    }

    /// Whether there is one mistake that made everything.
    fn is_done(&self) -> bool {
        self.candidates.iter().any(|candidate| {
            let explains = |(case, fit): (&Case, &Option<Fit>)| !case.differs || fit.is_some();
            self.cases.iter().zip(&candidate.fits).all(explains)
        })
    }

    /// Keeps a mistake, if enough digits speak for it.
    fn consider(
        &mut self,
        state: &dyn State,
        since: Since,
        [complexity, choices]: [u32; 2],
        source: impl FnOnce() -> Source,
    ) {
        let fits: Vec<_> = self.cases.iter().map(|case| case.fit(state, self.run)).collect();
        let explained = self.cases.iter().zip(&fits).filter(|(case, _)| case.differs);
        let digits: f64 = explained.filter_map(|(_, fit)| fit.as_ref()).map(|fit| fit.digits).sum();
        if digits >= DIGITS + DIGITS_OF_CHOICE * f64::from(choices.saturating_sub(1)) {
            self.candidates.push(Candidate { source: source(), since, complexity, fits });
        }
    }

    /// Right numbers of something else than was meant.
    fn other_matrices(&mut self) {
        let (run, L) = (self.run, self.run.network().L());
        for (index, case) in self.cases.iter().enumerate().filter(|(_, case)| case.differs) {
            let &[meant] = &case.subjects[..] else { continue };
            let is_another = |subject: &Subject| *subject != meant;
            let mut add = |kind, wrong: String, fit: Option<Fit>| {
                let Some(fit) = fit.filter(|fit| fit.digits >= DIGITS) else { return };
                let mut fits = vec![None; self.cases.len()];
                fits[index] = Some(fit);
                let lines = [wrong, format!("print({})", meant.variable())];
                let source = Source::Print { kind, lines, subject: fit.subject };
                self.candidates.push(Candidate {
                    source,
                    since: Since::Nowhere,
                    complexity: 2,
                    fits,
                });
            };
            for other in Subject::all(L).into_iter().filter(is_another) {
                let kind = if other.name == meant.name {
                    DiagnosisKind::AnotherLayer
                } else {
                    DiagnosisKind::AnotherTensor
                };
                let wrong = format!("print({})", other.variable());
                add(kind, wrong, case.fit_to(other, meant, &run.state(), run));
            }
            let wrong = format!("print({}.T)", meant.variable());
            add(DiagnosisKind::Transposed, wrong, case.fit_to_transpose(meant, run));
        }
    }

    /// Right lines from another beginning.
    fn starts(&mut self, starts: Vec<Start>) {
        let run = self.run;
        let work = of_trainer(run.network()).saturating_mul(run.iterations() as u64);
        for start in starts {
            let work = work.saturating_add(run.initial().len() as u64 * 20);
            if !self.budget.take(work) {
                self.leave(start.kind);
                continue;
            }
            let Some(mut trainer) = start.trainer(run) else { continue };
            let mut goes_on = true;
            for iteration in 0..run.iterations() {
                let own = run.learning_rate(iteration);
                // Both are learning rates of trainers.
                let _ = trainer.set_learning_rate(start.learning_rate.unwrap_or(own));
                trainer.step();
                goes_on = self.may_fit(iteration, trainer.costs());
                if !goes_on {
                    break;
                }
            }
            if goes_on {
                let state = OfTrainer { trainer: &trainer, phase: run.phase() };
                let weights = [start.complexity, start.choices()];
                self.consider(&state, Since::Start, weights, || Source::Start(start.into()));
            }
        }
    }

    /// Mistakes in all iterations.
    fn all_iterations(&mut self) {
        let run = self.run;
        if run.iterations() < 2 {
            return;
        }
        let work = of_lines(run.network()).saturating_mul(run.iterations() as u64);
        // Where not all can be tried, the simplest.
        let keys = self.hypotheses.iter().map(|hypothesis| [hypothesis.complexity.into(), 0, 0]);
        for index in order(keys) {
            let hypothesis = self.hypotheses[index].clone();
            if hypothesis.is_of_cost_alone() {
                continue;
            }
            if !self.budget.take(work) {
                self.leave(hypothesis.kind);
                continue;
            }
            let go_on = |iteration, costs: &[f64]| self.may_fit(iteration, costs);
            let state = Simulation::from_the_start(run, &hypothesis.program, go_on);
            let Some(state) = state else { continue };
            let complexity = hypothesis.complexity;
            self.consider(&state, Since::Start, [complexity, 1], || {
                Source::Lines(hypothesis.into())
            });
        }
    }

    /// Whether an array that differs can still be explained, with these costs up to an iteration: not
    /// where all are lists of costs, and each has one that is another.
    fn may_fit(&self, iteration: usize, costs: &[f64]) -> bool {
        let is_refuted = |case: &Case| {
            let is_costs = case
                .subjects
                .iter()
                .all(|subject| subject.name == SubjectName::Cost(CostName::costs));
            let place = case.iterations.iter().position(|&k| k == iteration);
            let (true, Some(place), Some(&cost)) = (is_costs, place, costs.last()) else {
                return false;
            };
            let pasted = case.pasted.array.entries.get(place);
            // The margin of the check itself is a share of the largest cost; here of this one and 1.
            pasted.is_some_and(|pasted| {
                let margin = pasted.half_unit() * 1.001 + 1e-6 * cost.abs().max(1.0);
                (pasted.value - cost).abs() > margin
            })
        };
        let mut differing = self.cases.iter().filter(|case| case.differs);
        !differing.all(is_refuted)
    }

    fn leave(&mut self, kind: DiagnosisKind) {
        if !self.untried.contains(&kind) {
            self.untried.push(kind);
        }
    }
}
