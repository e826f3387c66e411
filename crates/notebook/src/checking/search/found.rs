//! Which of the mistakes that fit are told.

use nn::Initialization;

use super::{Candidate, Found, Search, Source};
use crate::checking::diagnosis::{Diagnosis, DiagnosisKind};
use crate::checking::fit::{Case, Fit};
use crate::checking::order::order;

impl Search<'_> {
    /// The mistakes that reproduce most arrays, then those that reproduce most of the others, and so on.
    pub(super) fn found(self) -> Found {
        let mut diagnoses: Vec<Vec<Diagnosis>> = self.cases.iter().map(|_| vec![]).collect();
        let mut open: Vec<usize> =
            (0..self.cases.len()).filter(|&index| self.cases[index].differs).collect();
        let differing = open.len();
        loop {
            let rank = |candidate: &Candidate| {
                let explained =
                    open.iter().filter(|&&index| candidate.fits[index].is_some()).count();
                (explained, self.is_consistent(candidate))
            };
            let Some(best) = self.candidates.iter().map(rank).max() else { break };
            if best.0 == 0 {
                break;
            }
            let equal: Vec<_> =
                self.candidates.iter().filter(|candidate| rank(candidate) == best).collect();
            let complexity = |candidate: &Candidate| u64::from(candidate.complexity);
            let Some(simplest) = equal.iter().min_by_key(|candidate| complexity(candidate)) else {
                break;
            };
            let explained: Vec<usize> =
                open.iter().copied().filter(|&index| simplest.fits[index].is_some()).collect();
            for &index in &explained {
                // Of two, the one in the line that makes the very matrix.
                let keys = equal.iter().map(|candidate| {
                    [complexity(candidate), u64::from(!candidate.is_of_line(index)), 0]
                });
                for candidate in order(keys).into_iter().map(|place| equal[place]) {
                    let Some(fit) = candidate.fits[index] else { continue };
                    let diagnosis = self.diagnosis(candidate, fit, differing);
                    let lines = |d: &Diagnosis| (d.kind, d.wrong.clone(), d.since);
                    let of_case = &mut diagnoses[index];
                    if of_case.iter().all(|other| lines(other) != lines(&diagnosis)) {
                        of_case.push(diagnosis);
                    }
                }
            }
            open.retain(|index| !explained.contains(index));
        }
        Found { diagnoses, untried: self.untried }
    }

    /// Whether the arrays that are right are so with the mistake too.
    fn is_consistent(&self, candidate: &Candidate) -> bool {
        let is_print = matches!(candidate.source, Source::Print { .. });
        let agrees = |(case, fit): (&Case, &Option<Fit>)| case.differs || fit.is_some();
        is_print || self.cases.iter().zip(&candidate.fits).all(agrees)
    }

    fn diagnosis(&self, candidate: &Candidate, fit: Fit, differing: usize) -> Diagnosis {
        let explains = |(case, fit): &(&Case, &Option<Fit>)| case.differs && fit.is_some();
        let explained = self.cases.iter().zip(&candidate.fits).filter(explains).count();
        let consistent = self.is_consistent(candidate);
        let mut diagnosis = Diagnosis {
            kind: DiagnosisKind::AnotherIteration,
            operation: None,
            layers: vec![],
            wrong: String::new(),
            right: String::new(),
            since: candidate.since,
            seed: None,
            initialization: None,
            iteration: None,
            subject: None,
            learning_rate: None,
            explained,
            differing,
            consistent,
        };
        match &candidate.source {
            Source::Lines(hypothesis) => {
                diagnosis.kind = hypothesis.kind;
                diagnosis.layers = hypothesis.layers();
                diagnosis.operation = hypothesis.operation(fit.subject.layer);
                [diagnosis.wrong, diagnosis.right] =
                    hypothesis.texts(&self.right, fit.subject.layer);
            }
            Source::Start(start) => {
                diagnosis.kind = start.kind;
                diagnosis.wrong.clone_from(&start.wrong);
                diagnosis.right.clone_from(&start.right);
                let own = self.run.configuration();
                diagnosis.seed =
                    start.draw.map(|(_, seed, _)| seed).filter(|&seed| seed != own.seed);
                let draw = start.draw.and_then(|(draw, ..)| draw.preset());
                let is_another = |preset: &Initialization| *preset != own.initialization;
                diagnosis.initialization = draw.filter(is_another);
                let is_rate = start.kind == DiagnosisKind::AnotherLearningRate;
                diagnosis.learning_rate = start.learning_rate.filter(|_| is_rate);
            }
            Source::Iteration(iteration) => {
                let line = |count: usize| format!("for i in range(0, {count}):");
                let own = self.run.iterations() - usize::from(self.run.is_under_way());
                diagnosis.wrong = line(*iteration);
                diagnosis.right = line(own);
                diagnosis.iteration = Some(*iteration);
            }
            Source::Print { kind, lines, subject } => {
                diagnosis.kind = *kind;
                [diagnosis.wrong, diagnosis.right] = lines.clone();
                diagnosis.subject = Some(*subject);
            }
        }
        diagnosis
    }
}

impl Candidate {
    /// Whether it is in the line that makes what was pasted.
    fn is_of_line(&self, index: usize) -> bool {
        let (Source::Lines(hypothesis), Some(Some(fit))) = (&self.source, self.fits.get(index))
        else {
            return false;
        };
        let operation = fit.subject.operation();
        operation.is_some() && operation == hypothesis.operation(fit.subject.layer)
    }
}
