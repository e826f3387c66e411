//! What holds for every seed and every argument.

use numpy_random::{Error, RandomState};
use proptest::prelude::*;
use rand::{Rng, SeedableRng};

/// A state somewhere in its stream, with or without a kept Gaussian.
fn any_state() -> impl Strategy<Value = RandomState> {
    (any::<u32>(), 0..700_usize, 0..3_usize).prop_map(|(seed, outputs, gaussians)| {
        let mut rs = RandomState::seed(seed);
        for _ in 0..outputs {
            rs.next_u32();
        }
        for _ in 0..gaussians {
            rs.randn();
        }
        rs
    })
}

/// A few draws of every kind, as bits.
fn draws(rs: &mut RandomState) -> Vec<u64> {
    let mut bits = Vec::new();
    for _ in 0..3 {
        bits.push(rs.randn().to_bits());
        bits.push(rs.rand().to_bits());
        bits.push(rs.randint(-9, 9).expect("low < high").cast_unsigned());
        bits.extend(rs.permutation(5).iter().map(|&i| i as u64));
    }
    bits
}

proptest! {
    #[test]
    fn prop_clone_continues_identically(mut rs in any_state()) {
        let mut clone = rs.clone();
        prop_assert_eq!(&clone, &rs);
        prop_assert_eq!(draws(&mut clone), draws(&mut rs));
        prop_assert_eq!(clone, rs);
    }

    #[test]
    fn prop_a_draw_changes_the_state(rs in any_state()) {
        let mut drawn = rs.clone();
        drawn.randn();
        prop_assert_ne!(drawn, rs);
    }

    #[test]
    fn prop_other_seed_is_other_stream(a: u32, b: u32) {
        prop_assume!(a != b);
        prop_assert_ne!(draws(&mut RandomState::seed(a)), draws(&mut RandomState::seed(b)));
    }

    #[test]
    fn prop_rand_is_a_multiple_of_two_to_the_minus_53_below_one(mut rs in any_state()) {
        let u = rs.rand();
        prop_assert!((0.0..1.0).contains(&u));
        prop_assert_eq!((u * 2_f64.powi(53)).fract(), 0.0);
    }

    // The difference of two i32 is exact, so rounding cannot lead out of the bounds.
    #[test]
    fn prop_uniform_is_between_its_bounds_in_either_order(mut rs in any_state(), a: i32, b: i32) {
        let x = rs.uniform(a.into(), b.into())?;
        prop_assert!((f64::from(a.min(b))..=f64::from(a.max(b))).contains(&x));
    }

    #[test]
    fn prop_normal_is_randn_scaled_and_moved(
        mut rs in any_state(), mean in -1e3..1e3, scale in 0.0..1e3,
    ) {
        let gaussian = rs.clone().randn();
        prop_assert_eq!(rs.normal(mean, scale), mean + scale * gaussian);
    }

    #[test]
    fn prop_gaussians_come_in_pairs_from_one_point_of_the_disc(seed: u32) {
        let mut rs = RandomState::seed(seed);
        let (second, first) = (rs.randn(), rs.randn());
        // The squared radius of the pair is -2 ln r2, so r2 is back in (0, 1).
        let r2 = ((first * first + second * second) / -2.0).exp();
        prop_assert!(r2 > 0.0 && r2 < 1.0);
        // The stream stood still for the kept one.
        let mut once = RandomState::seed(seed);
        once.randn();
        prop_assert_eq!(once.rand(), rs.rand());
    }

    #[test]
    fn prop_randint_is_in_range(mut rs in any_state(), a: i64, b: i64) {
        prop_assume!(a != b);
        let (low, high) = (a.min(b), a.max(b));
        prop_assert!((low..high).contains(&rs.randint(low, high)?));
    }

    #[test]
    fn prop_small_randint_reaches_both_ends(seed: u32, low in -50..50_i64, width in 1..9_i64) {
        let mut rs = RandomState::seed(seed);
        let values: Result<Vec<i64>, Error> = (0..500).map(|_| rs.randint(low, low + width)).collect();
        let values = values?;
        prop_assert_eq!(values.iter().min(), Some(&low));
        prop_assert_eq!(values.iter().max(), Some(&(low + width - 1)));
    }

    #[test]
    fn prop_permutation_is_a_permutation(mut rs in any_state(), n in 0..500_usize) {
        let mut numbers = rs.permutation(n);
        numbers.sort_unstable();
        prop_assert_eq!(numbers, (0..n).collect::<Vec<_>>());
    }

    #[test]
    fn prop_shuffle_orders_items_as_permutation_does(
        mut rs in any_state(), items in prop::collection::vec(any::<u8>(), 0..100),
    ) {
        let order = rs.clone().permutation(items.len());
        let mut shuffled = items.clone();
        rs.shuffle(&mut shuffled);
        prop_assert_eq!(shuffled, order.iter().map(|&i| items[i]).collect::<Vec<_>>());
    }

    #[test]
    fn prop_refused_call_draws_nothing(rs in any_state(), low: i64, below in 0..i64::MAX) {
        let mut refused = rs.clone();
        let high = low.saturating_sub(below);
        prop_assert_eq!(refused.randint(low, high), Err(Error::EmptyRange { low, high }));
        for (low, high) in [(f64::MIN, f64::MAX), (0.0, f64::INFINITY), (f64::NEG_INFINITY, 0.0)] {
            let error = Error::RangeNotFinite { low, high };
            prop_assert_eq!(refused.uniform(low, high), Err(error));
        }
        prop_assert!(refused.uniform(f64::NAN, 1.0).is_err());
        prop_assert_eq!(refused, rs);
    }

    #[test]
    fn prop_seed_bytes_are_the_little_endian_seed(seed: u32) {
        prop_assert_eq!(RandomState::from_seed(seed.to_le_bytes()), RandomState::seed(seed));
    }

    #[test]
    fn prop_rand_is_made_of_two_raw_outputs(mut rs in any_state()) {
        let bits = rs.clone().next_u64();
        // 27 high bits of the first output and 26 of the second.
        let numerator = ((bits >> 37) << 26) | ((bits & 0xffff_ffff) >> 6);
        prop_assert_eq!(rs.rand(), numerator as f64 / 2_f64.powi(53));
    }
}

#[test]
fn messages_say_what_was_wanted_and_what_came() {
    let mut rs = RandomState::seed(0);
    assert_eq!(
        rs.randint(5, -5).unwrap_err().to_string(),
        "randint: expected low < high, got low = 5 and high = -5"
    );
    assert_eq!(
        rs.uniform(0.0, f64::INFINITY).unwrap_err().to_string(),
        "uniform: expected high - low to be finite, got low = 0.0 and high = inf"
    );
}
