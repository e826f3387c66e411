//! Distances in units in the last place.

/// How many steps of `f64::next_up` lead from the smaller of two numbers to the larger; the two
/// zeros are one number.
pub fn ulps_apart(a: f64, b: f64) -> u64 {
    assert!(!a.is_nan() && !b.is_nan(), "NaN has no place in the order: {a}, {b}");
    place(a).abs_diff(place(b))
}

/// The distance from `|x|` to the next number above it.
pub fn ulp_of(x: f64) -> f64 {
    x.abs().next_up() - x.abs()
}

/// The number's place in the order of all floats, counted from zero. The bits of a float without
/// its sign are already in order.
fn place(x: f64) -> i64 {
    let magnitude = x.abs().to_bits().cast_signed();
    if x.is_sign_negative() { -magnitude } else { magnitude }
}

#[test]
fn ulps_are_counted_across_binades_and_zero() {
    assert_eq!(ulps_apart(1.5, 1.5), 0);
    assert_eq!(ulps_apart(1.0, 1.0 + f64::EPSILON), 1);
    assert_eq!(ulps_apart(1.0, 1.0 - f64::EPSILON), 2); // half the step below a power of two
    assert_eq!(ulps_apart(-1.0, -1.0 - 3.0 * f64::EPSILON), 3);
    assert_eq!(ulps_apart(-0.0, 0.0), 0);
    assert_eq!(ulps_apart(0.0_f64.next_down(), 0.0_f64.next_up()), 2);
    assert!(ulps_apart(1e-3, -1e-3) > 1 << 60);
    assert_eq!(ulp_of(-5.0), 4.0 * f64::EPSILON);
}
