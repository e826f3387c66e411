//! The two elementary functions of the output layer, in a form that the compiler turns into SIMD: with
//! those of `libm`, one number at a time, they would take half of an iteration of a small network.
//!
//! Only IEEE 754's own operations are used, in one order, so that the bits are the same natively and in
//! every browser. `libm` is the oracle in the tests.

use std::f64::consts::{LN_2, LOG2_E, SQRT_2};

/// Adding it rounds to a whole number, which then stands in the lowest bits.
const ROUND: f64 = 1.5 * (1_u64 << 52) as f64;

/// ln 2 in two parts, the first with zeros at its end, so that its multiples are exact.
const LN_2_HIGH: f64 = f64::from_bits(LN_2.to_bits() & !0xff_ffff);
const LN_2_LOW: f64 = 1.820_635_998_504_146_2e-9;

/// Below it `e^x` is no normal number any more.
const SMALLEST: f64 = -708.0;

/// `e^x` for `x ≤ 0`, to 1 unit in the last place; 0 below −708, where a float64 runs out of digits.
///
/// `x = k ln 2 + r` with `|r| ≤ ln 2 / 2`; `e^r` by its Taylor series.
#[inline(always)]
pub fn exp_of_negative(x: f64) -> f64 {
    let rounded = x * LOG2_E + ROUND;
    let k = rounded - ROUND;
    let r = (x - k * LN_2_HIGH) - k * LN_2_LOW;
    let mut series = 1.0 / 6_227_020_800.0; // 1/13!
    for factorial in [
        479_001_600.0,
        39_916_800.0,
        3_628_800.0,
        362_880.0,
        40_320.0,
        5_040.0,
        720.0,
        120.0,
        24.0,
        6.0,
        2.0,
        1.0,
        1.0,
    ] {
        series = series * r + 1.0 / factorial;
    }
    let two_to_k = f64::from_bits(rounded.to_bits().wrapping_add(1023) << 52);
    // NaN is not below anything, and stays NaN.
    if x < SMALLEST { 0.0 } else { series * two_to_k }
}

/// `ln(1 + x)` for `0 ≤ x ≤ 1`, to 2 units in the last place.
///
/// `ln(1 + w) = 2 (s + s³/3 + s⁵/5 + …)` with `s = w / (2 + w)`, for `w = x` or, where x is large,
/// `1 + x = 2 (1 + w)`.
#[inline(always)]
pub fn ln_1p_of_unit(x: f64) -> f64 {
    let halved = x > SQRT_2 - 1.0;
    let w = if halved { 0.5 * (x - 1.0) } else { x };
    let s = w / (2.0 + w);
    let square = s * s;
    let mut series = 1.0 / 21.0;
    for odd in [19.0, 17.0, 15.0, 13.0, 11.0, 9.0, 7.0, 5.0, 3.0] {
        series = series * square + 1.0 / odd;
    }
    // 2s + 2s·s²·series, the small part first
    let double = 2.0 * s;
    let logarithm = double * square * series + double;
    if halved { logarithm + LN_2 } else { logarithm }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Distance in units in the last place.
    fn ulps(a: f64, b: f64) -> u64 {
        a.to_bits().abs_diff(b.to_bits())
    }

    #[test]
    fn the_parts_of_ln_2_add_up() {
        assert_eq!(LN_2_HIGH + LN_2_LOW, LN_2);
        assert_eq!(LN_2_HIGH * 1023.0 / 1023.0, LN_2_HIGH);
    }

    #[test]
    fn ends_and_not_a_number() {
        assert_eq!(exp_of_negative(0.0), 1.0);
        assert_eq!(exp_of_negative(-1e300), 0.0);
        assert_eq!(exp_of_negative(f64::NEG_INFINITY), 0.0);
        assert!(exp_of_negative(f64::NAN).is_nan());
        assert_eq!(ln_1p_of_unit(0.0), 0.0);
        assert_eq!(ln_1p_of_unit(1.0), LN_2);
        assert_eq!(ln_1p_of_unit(1e-300), 1e-300);
        assert!(ln_1p_of_unit(f64::NAN).is_nan());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(20_000))]

        #[test]
        fn prop_exp_is_that_of_libm(x in prop_oneof![-1.0..0.0, -40.0..0.0, -708.0..0.0]) {
            let (got, expected) = (exp_of_negative(x), libm::exp(x));
            prop_assert!(ulps(got, expected) <= 2, "e^{x}: {got:e} for {expected:e}");
        }

        #[test]
        fn prop_ln_1p_is_that_of_libm(x in prop_oneof![0.0..1.0, 0.0..1e-3, 0.0..1e-12]) {
            let (got, expected) = (ln_1p_of_unit(x), libm::log1p(x));
            prop_assert!(ulps(got, expected) <= 3, "ln(1 + {x}): {got:e} for {expected:e}");
        }
    }
}
