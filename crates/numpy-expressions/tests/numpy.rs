//! What NumPy made of several hundred expressions, compared with what the crate makes of them.

use std::collections::BTreeMap;
use std::path::Path;

use ndarray::{ArrayD, IxDyn};
use numpy_expressions::{Arrays, Shape, Shapes, Statement};
use serde::Deserialize;

#[derive(Deserialize)]
struct Case {
    code: String,
    statement: Statement,
    env: BTreeMap<String, Variable>,
    outcome: Outcome,
}

#[derive(Deserialize)]
struct Variable {
    shape: Vec<usize>,
    /// Absent where they are many.
    values: Option<Vec<f64>>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Outcome {
    Error { exception: String, message: String },
    Array { shape: Vec<usize>, values: Option<Vec<Number>> },
}

/// JSON has no NaN and no infinity.
#[derive(Deserialize)]
#[serde(untagged)]
enum Number {
    Finite(f64),
    Other(String),
}

impl Number {
    fn value(&self) -> f64 {
        match self {
            Self::Finite(value) => *value,
            Self::Other(text) => text.parse().expect("nan, inf or -inf"),
        }
    }
}

fn cases() -> Vec<Case> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../tests/fixtures")
        .join("numpy_expressions.json");
    let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let groups: BTreeMap<String, Vec<Case>> =
        serde_json::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    groups.into_values().flatten().collect()
}

impl Case {
    fn shapes(&self) -> Shapes {
        let shape = |variable: &Variable| variable.shape[..].into();
        self.env.iter().map(|(name, variable)| (name.clone(), shape(variable))).collect()
    }

    /// None where the fixture leaves them out.
    fn arrays(&self) -> Option<Arrays<'static>> {
        let array = |Variable { shape, values }: &Variable| {
            let values = values.clone()?;
            Some(ArrayD::from_shape_vec(IxDyn(shape), values).expect("as many as the shape has"))
        };
        let arrays =
            self.env.iter().map(|(name, variable)| Some((name.clone(), array(variable)?.into())));
        arrays.collect()
    }

    /// The case in words, for a test that fails.
    fn title(&self) -> String {
        let shapes = self.shapes();
        let shapes = shapes.iter().map(|(name, shape)| format!("{name} {shape}"));
        format!("{} with {}", self.code, shapes.collect::<Vec<_>>().join(", "))
    }
}

#[test]
fn there_are_hundreds_of_cases() {
    let cases = cases();
    assert!(cases.len() >= 300, "{}", cases.len());
    let refused = cases.iter().filter(|case| matches!(case.outcome, Outcome::Error { .. })).count();
    assert!(refused >= 100, "{refused}");
    let valued = cases.iter().filter(|case| case.arrays().is_some()).count();
    assert!(valued >= 300, "{valued}");
}

#[test]
fn the_text_is_the_one_that_was_executed() {
    for case in cases() {
        assert_eq!(case.statement.to_string(), case.code);
    }
}

#[test]
fn shapes_and_errors_are_numpys() {
    for case in cases() {
        let got = case.statement.shape(&case.shapes());
        match (&case.outcome, got) {
            (Outcome::Array { shape, .. }, Ok(got)) => {
                assert_eq!(got, Shape::from(&shape[..]), "{}", case.title());
            }
            (Outcome::Error { exception, message }, Err(failure)) => {
                assert_eq!(failure.error.exception(), exception, "{}", case.title());
                assert_eq!(failure.error.to_string(), *message, "{}", case.title());
            }
            (_, got) => panic!("{}: NumPy does not agree with {got:?}", case.title()),
        }
    }
}

#[test]
fn values_are_numpys() {
    for case in cases() {
        let Some(arrays) = case.arrays() else { continue };
        match (&case.outcome, case.statement.evaluate(&arrays)) {
            (Outcome::Array { shape, values: Some(values) }, Ok(got)) => {
                assert_eq!(got.shape(), shape, "{}", case.title());
                let expected: Vec<_> = values.iter().map(Number::value).collect();
                let scale =
                    expected.iter().filter(|x| x.is_finite()).fold(0.0, |s: f64, x| s.max(x.abs()));
                for (&got, &expected) in got.iter().zip(&expected) {
                    let agree = got == expected
                        || (got.is_nan() && expected.is_nan())
                        || (got - expected).abs() <= 1e-12 * scale;
                    assert!(agree, "{}: {got} is not NumPy's {expected}", case.title());
                }
            }
            (Outcome::Error { .. }, Err(failure)) => {
                assert_eq!(Err(failure), case.statement.shape(&case.shapes()), "{}", case.title());
            }
            (_, got) => panic!("{}: NumPy does not agree with {got:?}", case.title()),
        }
    }
}

/// Where NumPy names two lengths or two shapes that do not fit, the clash is between them.
#[test]
fn a_clash_is_between_axes_that_do_not_fit() {
    let mut clashes = 0;
    for case in cases() {
        let Err(failure) = case.statement.shape(&case.shapes()) else { continue };
        let [Some(left), Some(right)] = failure.error.clash() else { continue };
        let operands = &failure.node.operands;
        let lengths = [(&operands[0], left), (&operands[1], right)]
            .map(|(operand, axis)| operand.shape.axes()[axis]);
        assert_ne!(lengths[0], lengths[1], "{}", case.title());
        clashes += 1;
    }
    assert!(clashes >= 100, "{clashes}");
}
