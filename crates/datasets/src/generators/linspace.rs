//! `np.linspace`, with its arithmetic: `arange(num) * (delta / div) + start`.

/// `np.linspace(start, stop, num)`: the last value is `stop` itself.
pub(super) fn linspace(start: f64, stop: f64, num: usize) -> Vec<f64> {
    let mut values = spaced(start, stop - start, num, num.saturating_sub(1));
    if num > 1 {
        values[num - 1] = stop;
    }
    values
}

/// `np.linspace(start, stop, num, endpoint=False)`.
pub(super) fn linspace_open(start: f64, stop: f64, num: usize) -> Vec<f64> {
    spaced(start, stop - start, num, num)
}

fn spaced(start: f64, delta: f64, num: usize, div: usize) -> Vec<f64> {
    let step = if div > 0 { delta / div as f64 } else { delta };
    (0..num).map(|i| i as f64 * step + start).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn linspace_ends_at_stop() {
        assert_eq!(linspace(0.0, 3.12, 4), [0.0, 1.04, 2.08, 3.12]);
    }

    #[test]
    fn one_value_is_the_start() {
        assert_eq!(linspace(3.12, 6.24, 1), [3.12]);
    }

    #[test]
    fn open_leaves_stop_out() {
        assert_eq!(linspace_open(0.0, 1.0, 4), [0.0, 0.25, 0.5, 0.75]);
    }
}
