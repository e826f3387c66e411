//! `tests/fixtures/numpy_random.json` as Rust values, and its calls as calls of [`RandomState`].

use std::sync::LazyLock;

use numpy_random::RandomState;
use serde::Deserialize;
use serde_json::Number;

pub static FIXTURE: LazyLock<Fixture> = LazyLock::new(|| {
    let text = include_str!("../../../../tests/fixtures/numpy_random.json");
    serde_json::from_str(text).expect("numpy_random.json has the form that its script writes")
});

#[derive(Deserialize)]
pub struct Fixture {
    pub raw_outputs: Vec<RawOutputs>,
    pub series: Vec<Series>,
    pub interleaved: Vec<Interleaved>,
    pub arrays: Vec<Arrays>,
}

#[derive(Deserialize)]
pub struct RawOutputs {
    pub seed: u32,
    pub values: Vec<u32>,
}

/// Equal calls from a fresh seed, and one `rand()` after them.
#[derive(Debug, Deserialize)]
pub struct Series {
    pub seed: u32,
    pub call: String,
    pub args: Vec<Number>,
    pub values: Vec<Drawn>,
    pub then_rand: f64,
}

/// Calls of all kinds from a fresh seed, and one `rand()` after them.
#[derive(Deserialize)]
pub struct Interleaved {
    pub seed: u32,
    pub calls: Vec<(String, Vec<Number>, Drawn)>,
    pub then_rand: f64,
}

/// Whole arrays drawn one after the other.
#[derive(Deserialize)]
pub struct Arrays {
    pub seed: u32,
    pub randn: Vec<Vec<f64>>,
    pub rand: Vec<Vec<f64>>,
    pub randint: Vec<Vec<i64>>,
    pub randn_again: Vec<Vec<f64>>,
    pub then_rand: f64,
}

/// What a call gives. In the file an integer has no point and a float always has one, or an
/// exponent, so the order of the variants decides rightly.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(untagged)]
pub enum Drawn {
    Integer(i64),
    Float(f64),
    Order(Vec<usize>),
}

impl Drawn {
    pub fn float(&self) -> f64 {
        match self {
            Self::Float(value) => *value,
            other => panic!("expected a float, got {other:?}"),
        }
    }
}

impl Series {
    pub fn float_args(&self) -> Vec<f64> {
        self.args.iter().map(float).collect()
    }
}

/// One call by its name in the fixture. A shuffle is given the numbers `0..n`.
pub fn draw(rs: &mut RandomState, call: &str, args: &[Number]) -> Drawn {
    match (call, args) {
        ("rand", []) => Drawn::Float(rs.rand()),
        ("randn", []) => Drawn::Float(rs.randn()),
        ("uniform", [low, high]) => {
            Drawn::Float(rs.uniform(float(low), float(high)).expect("finite bounds"))
        }
        ("normal", [mean, scale]) => Drawn::Float(rs.normal(float(mean), float(scale))),
        ("randint", [low, high]) => {
            Drawn::Integer(rs.randint(integer(low), integer(high)).expect("low < high"))
        }
        ("permutation", [n]) => Drawn::Order(rs.permutation(length(n))),
        ("shuffle", [n]) => {
            let mut items: Vec<usize> = (0..length(n)).collect();
            rs.shuffle(&mut items);
            Drawn::Order(items)
        }
        _ => panic!("the fixture has a call that is not known here: {call}{args:?}"),
    }
}

pub fn float(number: &Number) -> f64 {
    number.as_f64().expect("a float")
}

fn integer(number: &Number) -> i64 {
    number.as_i64().expect("an integer of 64 bits")
}

fn length(number: &Number) -> usize {
    usize::try_from(integer(number)).expect("a length")
}
