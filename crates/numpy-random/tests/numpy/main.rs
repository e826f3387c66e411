//! The same seeds and calls as `tests/fixtures/numpy_random.py` give the numbers that NumPy gave.

mod fixture;
mod ulp;

use fixture::{Drawn, FIXTURE, draw, float};
use numpy_random::RandomState;
use rand::Rng;
use ulp::{ulp_of, ulps_apart};

/// Our logarithm and NumPy's may differ in the last bit. Divided by r2, rooted and multiplied,
/// that bit can become three; twenty million Gaussians show none that is further off.
const GAUSSIAN_ULPS: u64 = 1;

/// Draws each value of the series of `call` and gives it to `check(args, ours, numpy's)`; then
/// looks whether the stream has come as far as NumPy's. Returns how many values that were.
fn for_each_draw(call: &str, mut check: impl FnMut(&[f64], Drawn, Drawn)) -> usize {
    let mut count = 0;
    for series in FIXTURE.series.iter().filter(|series| series.call == call) {
        let mut rs = RandomState::seed(series.seed);
        for value in &series.values {
            check(&series.float_args(), draw(&mut rs, call, &series.args), value.clone());
            count += 1;
        }
        assert_eq!(rs.rand(), series.then_rand, "the stream after {series:?}");
    }
    count
}

fn assert_same_bits(call: &str, values_in_fixture: usize) {
    let count = for_each_draw(call, |args, ours, numpy| {
        assert_eq!(ours, numpy, "{call}{args:?}");
    });
    assert_eq!(count, values_in_fixture, "values of {call} in the fixture");
}

#[test]
fn raw_outputs_have_the_same_bits() {
    assert_eq!(FIXTURE.raw_outputs.len(), 5);
    for raw in &FIXTURE.raw_outputs {
        let mut rs = RandomState::seed(raw.seed);
        let ours: Vec<u32> = raw.values.iter().map(|_| rs.next_u32()).collect();
        assert_eq!(ours, raw.values, "seed {}", raw.seed);
        assert!(ours.len() > 2 * 624, "the state is renewed twice");
    }
}

#[test]
fn rand_has_the_same_bits() {
    assert_same_bits("rand", 5 * 800);
}

#[test]
fn uniform_has_the_same_bits() {
    assert_same_bits("uniform", 5 * 6 * 120);
}

#[test]
fn randint_has_the_same_bits() {
    assert_same_bits("randint", 5 * 12 * 120);
}

#[test]
fn permutation_is_the_same() {
    assert_same_bits("permutation", 5 * 8 * 2);
}

#[test]
fn shuffle_is_the_same() {
    assert_same_bits("shuffle", 5 * 8 * 2);
}

#[test]
fn randn_agrees_to_the_last_place() {
    let mut counts = [0; GAUSSIAN_ULPS as usize + 1]; // counts[k]: values k ulps away
    let count = for_each_draw("randn", |_, ours, numpy| {
        let apart = ulps_apart(ours.float(), numpy.float());
        assert!(apart <= GAUSSIAN_ULPS, "{ours:?} and {numpy:?} are {apart} ulps apart");
        counts[apart as usize] += 1;
    });
    assert_eq!(count, 5 * 800);
    assert!(1000 * counts[0] >= 999 * count, "999 in 1000 have the same bits: {counts:?}");
}

#[test]
fn normal_agrees_to_the_last_place() {
    let count = for_each_draw("normal", |args, ours, numpy| {
        assert_normal_agrees(args[0], ours.float(), numpy.float());
    });
    assert_eq!(count, 5 * 5 * 120);
}

/// Where the Gaussian nearly cancels the mean, the last place is that of the mean.
fn assert_normal_agrees(mean: f64, ours: f64, numpy: f64) {
    let unit = ulp_of(numpy.abs().max(mean.abs()));
    let apart = (ours - numpy).abs() / unit;
    assert!(apart <= GAUSSIAN_ULPS as f64, "{ours:?} and {numpy:?} are {apart} ulps apart");
}

/// The kept Gaussian survives every other call, and is given to whoever asks next.
#[test]
fn interleaved_calls_agree() {
    assert_eq!(FIXTURE.interleaved.len(), 5);
    for series in &FIXTURE.interleaved {
        let mut rs = RandomState::seed(series.seed);
        assert_eq!(series.calls.len(), 25 * 13);
        for (at, (call, args, numpy)) in series.calls.iter().enumerate() {
            let ours = draw(&mut rs, call, args);
            match call.as_str() {
                "randn" => assert_normal_agrees(0.0, ours.float(), numpy.float()),
                "normal" => assert_normal_agrees(float(&args[0]), ours.float(), numpy.float()),
                _ => assert_eq!(&ours, numpy, "call {at}, {call}"),
            }
        }
        assert_eq!(rs.rand(), series.then_rand, "the stream after seed {}", series.seed);
    }
}

/// `randn(3, 5)` is fifteen calls of `randn()`, row by row, and so for the others.
#[test]
fn arrays_are_the_same_stream_as_single_calls() {
    assert_eq!(FIXTURE.arrays.len(), 5);
    for arrays in &FIXTURE.arrays {
        let mut rs = RandomState::seed(arrays.seed);
        for &numpy in arrays.randn.iter().flatten() {
            assert!(ulps_apart(rs.randn(), numpy) <= GAUSSIAN_ULPS);
        }
        for &numpy in arrays.rand.iter().flatten() {
            assert_eq!(rs.rand(), numpy);
        }
        for &numpy in arrays.randint.iter().flatten() {
            assert_eq!(rs.randint(-5, 20), Ok(numpy));
        }
        for &numpy in arrays.randn_again.iter().flatten() {
            assert!(ulps_apart(rs.randn(), numpy) <= GAUSSIAN_ULPS);
        }
        assert_eq!(rs.rand(), arrays.then_rand);
    }
}
