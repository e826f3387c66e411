//! What real notebooks printed, right and with every known mistake in them, checked.

#![allow(non_snake_case, reason = "the field's own capitals")]

use std::path::Path;
use std::sync::Arc;

use ndarray::Array2;
use nn::{Activation, Configuration, Examples, Initialization, Trainer};
use notebook::{Check, Checker, Diagnosis, Since, Status};
use serde::Deserialize;

#[derive(Deserialize)]
struct Fixture {
    networks: Vec<Network>,
    mistaken: Vec<Mistaken>,
    last_only: Vec<LastOnly>,
    costs: Vec<Costs>,
    right: Vec<Right>,
    undiagnosed: Vec<Undiagnosed>,
}

#[derive(Deserialize)]
struct Network {
    layers_dims: Vec<usize>,
    activation: Activation,
    seed: u32,
    X: Vec<Vec<f64>>,
    Y: Vec<Vec<f64>>,
    learning_rate: f64,
}

#[derive(Deserialize)]
struct Mistaken {
    kind: String,
    also: Vec<String>,
    layers: Option<Vec<usize>>,
    network: usize,
    iterations: usize,
    target: String,
    text: String,
}

#[derive(Deserialize)]
struct LastOnly {
    kind: String,
    network: usize,
    iterations: usize,
    target: String,
    text: String,
}

#[derive(Deserialize)]
struct Costs {
    kind: Option<String>,
    network: usize,
    iterations: usize,
    texts: Vec<String>,
}

#[derive(Deserialize)]
struct Right {
    network: usize,
    iterations: usize,
    texts: Vec<(String, String, String)>,
}

#[derive(Deserialize)]
struct Undiagnosed {
    network: usize,
    iterations: usize,
    text: String,
}

fn fixture() -> Fixture {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures").join("checking.json");
    let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

fn matrix(rows: &[Vec<f64>]) -> Array2<f64> {
    Array2::from_shape_fn((rows.len(), rows[0].len()), |(i, j)| rows[i][j])
}

impl Network {
    fn trainer(&self, iterations: usize) -> Trainer {
        let configuration = Configuration {
            layers_dims: self.layers_dims.clone(),
            learning_rate: self.learning_rate,
            seed: self.seed,
            initialization: Initialization::Course,
            activation: self.activation,
        };
        let examples = Examples::new(matrix(&self.X), matrix(&self.Y)).expect("data");
        let mut trainer = Trainer::new(&configuration, examples).expect("a network");
        for _ in 0..iterations {
            trainer.step();
        }
        trainer
    }

    fn checker(&self, iterations: usize) -> Checker {
        checker(&self.trainer(iterations))
    }
}

fn checker(trainer: &Trainer) -> Checker {
    let examples = Arc::clone(trainer.examples());
    Checker::new(trainer.configuration(), examples, &trainer.checkpoint()).expect("a run")
}

/// The name of a kind as the page has it.
fn kind(diagnosis: &Diagnosis) -> String {
    serde_json::to_value(diagnosis.kind).expect("a name").as_str().expect("a text").to_owned()
}

fn told(check: &Check) -> Vec<String> {
    let told = |d: &Diagnosis| format!("{} {:?} {:?}: {}", kind(d), d.since, d.layers, d.wrong);
    check.diagnoses.iter().map(told).collect()
}

fn find<'a>(checks: &'a [Check], name: &str) -> &'a Check {
    checks.iter().find(|check| check.name.as_deref() == Some(name)).expect(name)
}

#[test]
fn every_mistake_is_named() {
    let fixture = fixture();
    let mut wrong = vec![];
    for case in &fixture.mistaken {
        let network = &fixture.networks[case.network];
        let checks = network.checker(case.iterations).check(&case.text).expect(&case.text);
        let check = find(&checks, &case.target);
        let fits = |d: &&Diagnosis| {
            kind(d) == case.kind
                && case
                    .layers
                    .as_ref()
                    .is_none_or(|layers| layers.iter().all(|l| d.layers.contains(l)))
                && d.since != Since::Iteration
        };
        let found = check.diagnoses.iter().find(fits);
        let others = check.diagnoses.iter().map(kind);
        let surplus: Vec<_> =
            others.filter(|other| *other != case.kind && !case.also.contains(other)).collect();
        if found.is_none() || !surplus.is_empty() {
            wrong.push(format!(
                "network {} after {}, {} in {}: {:?} {:?}",
                case.network,
                case.iterations,
                case.kind,
                case.target,
                check.status,
                told(check)
            ));
        }
    }
    assert!(fixture.mistaken.len() > 400, "{}", fixture.mistaken.len());
    assert!(
        wrong.is_empty(),
        "{} of {}:\n{}",
        wrong.len(),
        fixture.mistaken.len(),
        wrong.join("\n")
    );
}

#[test]
fn every_kind_has_a_mistake_of_numpys() {
    let fixture = fixture();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www/protocol/checking.ts");
    let protocol =
        std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let (_, union) = protocol.split_once("export type DiagnosisKind =").expect("the kinds");
    let (union, _) = union.split_once(';').expect("their end");
    let kinds: Vec<&str> = union.split('"').skip(1).step_by(2).collect();
    assert!(kinds.len() > 40, "{kinds:?}");
    for kind in kinds {
        assert!(fixture.mistaken.iter().any(|case| case.kind == kind), "{kind}");
    }
}

#[test]
fn without_a_name_the_matrix_and_the_mistake_are_found_by_value() {
    let fixture = fixture();
    let first = |case: &&Mistaken| case.iterations == 1 && case.network == 0;
    let mut found = 0;
    for case in fixture.mistaken.iter().filter(first) {
        let (_, nameless) = case.text.split_once("= ").expect("a name");
        let checks = fixture.networks[0].checker(1).check(nameless).expect(nameless);
        assert_eq!(checks.len(), 1, "{nameless}");
        assert_eq!(checks[0].name, None);
        found += usize::from(checks[0].diagnoses.iter().any(|d| kind(d) == case.kind));
    }
    // The numbers of another matrix are right ones without a name, as are those of a transpose.
    assert!(found > 60, "{found}");
}

#[test]
fn a_mistake_of_the_last_iteration_alone_is_told_from_one_of_all() {
    let fixture = fixture();
    for case in &fixture.last_only {
        let checker = fixture.networks[case.network].checker(case.iterations);
        let checks = checker.check(&case.text).expect(&case.text);
        let check = find(&checks, &case.target);
        let first =
            check.diagnoses.first().unwrap_or_else(|| panic!("{}: {:?}", case.kind, told(check)));
        assert_eq!(kind(first), case.kind, "{:?}", told(check));
        assert_eq!(first.since, Since::Iteration, "{:?}", told(check));
        assert!(first.consistent, "dW1 is right all the same");
        assert_eq!(find(&checks, "dW1").status, Status::Agrees);
    }
}

#[test]
fn lists_of_costs_are_checked_in_both_ways_of_printing() {
    let fixture = fixture();
    for case in &fixture.costs {
        let checker = fixture.networks[case.network].checker(case.iterations);
        for text in &case.texts {
            let checks = checker.check(text).expect(text);
            assert_eq!(checks.len(), 1, "{text}");
            let check = &checks[0];
            assert_eq!(check.iterations.as_deref(), Some(&[0, 10, 20, 30][..]), "{text}");
            match &case.kind {
                None => assert_eq!(check.status, Status::Agrees, "{text}"),
                Some(wanted) => {
                    assert_eq!(check.status, Status::Differs, "{text}");
                    let kinds: Vec<_> = check.diagnoses.iter().map(kind).collect();
                    assert!(kinds.contains(wanted), "{wanted}: {:?}", told(check));
                }
            }
        }
    }
}

#[test]
fn right_numbers_agree_in_all_forms() {
    let fixture = fixture();
    let mut count = 0;
    for case in &fixture.right {
        let checker = fixture.networks[case.network].checker(case.iterations);
        for (name, form, text) in &case.texts {
            let checks = checker.check(text).unwrap_or_else(|e| panic!("{form} {text}: {e}"));
            let [check] = &checks[..] else { panic!("one array in {text}") };
            assert_eq!(check.status, Status::Agrees, "{name}, {form}: {text}{check:?}");
            assert!(check.diagnoses.is_empty());
            assert_eq!(check.agreeing, check.entries);
            count += 1;
            let Some(said) = &check.name else { continue };
            assert_eq!(said, name);
            let subject = check.subject.expect("a matrix");
            let told = serde_json::to_value(subject).expect("a subject");
            if name == "cost" {
                assert_eq!(told["name"], "cost");
            } else {
                let expected =
                    format!("{}{}", told["name"].as_str().expect("a name"), told["layer"]);
                assert_eq!(expected, *name);
            }
        }
    }
    assert!(count > 500, "{count}");
}

#[test]
fn what_no_mistake_makes_has_no_diagnosis() {
    let fixture = fixture();
    for case in &fixture.undiagnosed {
        let checks = fixture.networks[case.network]
            .checker(case.iterations)
            .check(&case.text)
            .expect("text");
        let check = &checks[0];
        assert_eq!(check.status, Status::Differs, "{}", case.text);
        assert!(check.diagnoses.is_empty(), "{:?}", told(check));
        assert!(check.untried.is_empty());
        let first = check.differences[0];
        assert!((first.difference - (first.pasted - first.expected)).abs() < 1e-15);
        assert!(check.operation.is_some());
    }
}

#[test]
fn a_matrix_that_the_network_does_not_have_is_not_taken_for_another() {
    let fixture = fixture();
    let case = &fixture.undiagnosed[0]; // any state of a network will do
    let network = &fixture.networks[case.network];
    let checker = network.checker(case.iterations);
    let right: Vec<Check> = checker.check(&case.text).expect("text");
    let [rows, columns] = right[0].expected_shape[..] else { panic!("a matrix") };
    let row = format!("[{}]", vec!["0.123456"; columns].join(" "));
    let matrix = format!("[{}]", vec![row; rows].join("\n "));
    for name in ["dA0", "W9", "dZ_8"] {
        let checks = checker.check(&format!("{name} = {matrix}")).expect("text");
        assert_eq!(checks[0].status, Status::Unrecognised, "{name}");
    }
    // A name of one's own says nothing: there the shape decides.
    let checks = checker.check(&format!("gradient = {matrix}")).expect("text");
    assert_eq!(checks[0].status, Status::Differs);
}
