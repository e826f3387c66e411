//! What NumPy makes of every mistake in several networks, compared with what the crate says of it.

use std::path::Path;

use nn::{Activation, Operation};
use notebook::{Mistake, Network, Outcome, Verdict, line, mistakes};
use serde::Deserialize;

#[derive(Deserialize)]
struct Fixture {
    networks: Vec<Checked>,
}

#[derive(Deserialize)]
struct Checked {
    layers_dims: Vec<usize>,
    m: usize,
    activation: Activation,
    lines: Vec<Line>,
}

#[derive(Deserialize)]
struct Line {
    operation: Operation,
    line: String,
    shape: Vec<usize>,
    mistakes: Vec<Wrong>,
}

#[derive(Deserialize)]
struct Wrong {
    setup: Option<String>,
    statement: String,
    outcome: Numpys,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Numpys {
    Error { exception: String, message: String },
    Shape { shape: Vec<usize>, same: bool },
}

fn fixture() -> Vec<Checked> {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures").join("mistakes.json");
    let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let fixture: Fixture =
        serde_json::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    fixture.networks
}

impl Checked {
    fn network(&self) -> Network {
        let Self { layers_dims, m, activation, .. } = self;
        Network { layers_dims: layers_dims.clone(), m: *m, activation: *activation }
    }

    /// Each line with the mistakes that the crate makes in it.
    fn lines(&self) -> impl Iterator<Item = (&Line, Vec<Mistake>)> {
        let network = self.network();
        self.lines.iter().map(move |line| {
            let mistakes = mistakes(line.operation, &network).expect("an operation of the network");
            (line, mistakes)
        })
    }
}

#[test]
fn the_fixture_has_every_operation_and_every_mistake() {
    let mut count = 0;
    for checked in fixture() {
        let operations: Vec<_> = checked.lines.iter().map(|line| line.operation).collect();
        assert_eq!(operations, nn::operations(checked.layers_dims.len() - 1));
        for (line, mistakes) in checked.lines() {
            let told =
                line.mistakes.iter().map(|wrong| (wrong.setup.clone(), wrong.statement.clone()));
            let made = mistakes.iter().map(|mistake| {
                (mistake.setup.as_ref().map(ToString::to_string), mistake.statement.to_string())
            });
            assert_eq!(made.collect::<Vec<_>>(), told.collect::<Vec<_>>());
            count += mistakes.len();
        }
    }
    assert!(count >= 500, "{count}");
}

#[test]
fn the_right_lines_have_the_right_shapes() {
    for checked in fixture() {
        let network = checked.network();
        for told in &checked.lines {
            let right = line(told.operation, network.L(), network.activation).expect("exists");
            assert_eq!(right.to_string(), told.line);
            let shape = right.shape(&network.shapes()).expect("right");
            assert_eq!(shape.axes(), told.shape, "{right}");
        }
    }
}

#[test]
fn every_outcome_is_numpys() {
    for checked in fixture() {
        for (line, mistakes) in checked.lines() {
            for (wrong, mistake) in line.mistakes.iter().zip(mistakes) {
                let title =
                    format!("{:?}, {:?}: {}", checked.layers_dims, wrong.setup, wrong.statement);
                match (&wrong.outcome, &mistake.outcome) {
                    (
                        Numpys::Error { exception, message },
                        Outcome::Error { exception: got_exception, message: got_message },
                    ) => {
                        assert_eq!(
                            (got_exception, got_message),
                            (&&exception[..], message),
                            "{title}"
                        );
                    }
                    (
                        Numpys::Shape { shape, same },
                        Outcome::Shape { shape: got, expected, verdict },
                    ) => {
                        assert_eq!(got.axes(), shape, "{title}");
                        assert_eq!(expected.axes(), line.shape, "{title}");
                        let right = match (got == expected, same) {
                            (false, _) => Verdict::WrongShape,
                            (true, false) => Verdict::WrongValues,
                            (true, true) => Verdict::Harmless,
                        };
                        assert_eq!(*verdict, right, "{title}");
                    }
                    (_, got) => panic!("{title}: NumPy does not agree with {got:?}"),
                }
            }
        }
    }
}

/// The operands of an operation that fails clash, each in an axis that it has or, where it would have
/// to grow, lacks.
#[test]
fn a_failure_names_the_axes_that_clash() {
    for checked in fixture() {
        for mistake in checked.lines().flat_map(|(_, mistakes)| mistakes) {
            let clashes: Vec<_> = mistake.at.operands.iter().map(|operand| operand.clash).collect();
            if let Outcome::Error { .. } = mistake.outcome {
                assert!(clashes.len() == 2 && clashes[1].is_some(), "{}", mistake.statement);
                let lengths: Vec<_> = mistake
                    .at
                    .operands
                    .iter()
                    .map(|operand| operand.clash.map(|axis| operand.shape.axes()[axis]))
                    .collect();
                assert_ne!(lengths[0], lengths[1], "{}", mistake.statement);
            } else {
                assert!(clashes.iter().all(Option::is_none), "{}", mistake.statement);
            }
        }
    }
}
