//! A number as it was printed.

/// A number, and how exactly it was printed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Number {
    /// Its value.
    pub value: f64,
    /// The power of ten of the last printed place: -2 for 0.41, -3 for 2.e-3. None where the number is
    /// exact as it stands: an integer without a point, `True`, nan and inf.
    pub place: Option<i32>,
    /// The power of ten of the exponent, where one was written.
    pub(crate) exponent: Option<i32>,
}

impl Number {
    /// Half a unit of the last printed place: how far the number may be from what was printed.
    #[must_use]
    pub fn half_unit(&self) -> f64 {
        self.place.map_or(0.0, |place| 0.5 * 10f64.powi(place.clamp(-400, 400)))
    }

    /// A number that is exact as it stands.
    #[must_use]
    pub fn exact(value: f64) -> Self {
        Self { value, place: None, exponent: None }
    }

    /// A number, perhaps wrapped: `np.float64(0.5)`, `array(0.5)`.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let mut text = text;
        // No notebook wraps a number more than twice.
        for _ in 0..3 {
            let Some((wrapper, inner)) = text.split_once('(') else { break };
            if !is_wrapper(wrapper.trim()) {
                return None;
            }
            let inner = inner.trim_end().strip_suffix(')')?;
            let (first, _options) = match inner.find(", dtype=").or(inner.find(",dtype=")) {
                Some(comma) => inner.split_at(comma),
                None => (inner, ""),
            };
            text = first.trim();
        }
        Self::bare(text)
    }

    fn bare(text: &str) -> Option<Self> {
        let (sign, digits) = match text.strip_prefix(['-', '\u{2212}', '\u{2013}']) {
            Some(rest) => (-1.0, rest),
            None => (1.0, text.strip_prefix('+').unwrap_or(text)),
        };
        match digits {
            "nan" | "NaN" => return Some(Self::exact(f64::NAN)),
            "inf" | "Infinity" => return Some(Self::exact(sign * f64::INFINITY)),
            "True" => return Some(Self::exact(1.0)),
            "False" => return Some(Self::exact(0.0)),
            _ => {}
        }
        let (mantissa, exponent) = match digits.find(['e', 'E']) {
            Some(e) => (&digits[..e], Some(exponent(&digits[e + 1..])?)),
            None => (digits, None),
        };
        let (whole, fraction) = match mantissa.split_once('.') {
            Some((whole, fraction)) => (whole, Some(fraction)),
            None => (mantissa, None),
        };
        let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let decimals = fraction.map_or(0, str::len);
        if !all_digits(whole) || !fraction.is_none_or(all_digits) || whole.len() + decimals == 0 {
            return None;
        }
        let value = sign * digits.parse::<f64>().ok()?;
        let is_exact = fraction.is_none() && exponent.is_none();
        let decimals = i32::try_from(decimals).unwrap_or(i32::MAX / 2);
        let place = (!is_exact).then(|| exponent.unwrap_or(0).saturating_sub(decimals));
        Some(Self { value, place, exponent })
    }

    /// Digits after the point of the mantissa.
    pub(crate) fn decimals(&self) -> i32 {
        self.place.map_or(0, |place| self.exponent.unwrap_or(0).saturating_sub(place))
    }
}

fn exponent(text: &str) -> Option<i32> {
    let (sign, digits) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (-1, rest),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    let are_digits = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    // More digits than fit are an exponent at which every number is 0 or infinite.
    are_digits.then(|| sign * digits.parse::<i32>().map_or(100_000, |e| e.min(100_000)))
}

/// Whether a call is one that Python's `repr` writes around a number.
pub(crate) fn is_wrapper(name: &str) -> bool {
    if !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._".contains(&byte)) {
        return false;
    }
    let last = name.rsplit('.').next().unwrap_or(name);
    matches!(
        last,
        "float64" | "float32" | "float16" | "float" | "longdouble" | "array" | "tensor" | "bool"
    ) || matches!(last, "int64" | "int32" | "int16" | "int8" | "uint8" | "int" | "bool_" | "True_")
}

/// Digits after the point that NumPy prints where nothing else was asked for.
const PRECISION: i32 = 8;

/// NumPy gives all numbers of an array the same number of digits, and then writes blanks for zeros at
/// the end: the digits of one are those of the one that has most. Where none has any (`[0. 1. 0.]`), all
/// of NumPy's usual digits were zeros.
pub(crate) fn align(numbers: &mut [Number]) {
    let most = |with_exponent: bool, numbers: &[Number]| {
        let has_place = |number: &&Number| number.place.is_some();
        let alike = numbers.iter().filter(has_place);
        let alike = alike.filter(|number| number.exponent.is_some() == with_exponent);
        let decimals = alike.clone().map(Number::decimals).max().unwrap_or(0);
        // Python writes 0.0 for 0.
        let is_whole = |number: &Number| number.exponent.is_some() || number.value.fract() == 0.0;
        let none = if with_exponent { decimals == 0 } else { decimals <= 1 };
        if none && alike.clone().all(is_whole) { PRECISION } else { decimals }
    };
    let [positional, scientific] = [most(false, numbers), most(true, numbers)];
    for number in numbers.iter_mut().filter(|number| number.place.is_some()) {
        number.place = Some(match number.exponent {
            Some(exponent) => exponent.saturating_sub(scientific),
            None => -positional,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_those_of_the_last_digit() {
        let cases = [
            ("0.41", 0.41, Some(-2)),
            ("2.e-3", 0.002, Some(-3)),
            ("-1.", -1.0, Some(0)),
            ("1.50e+10", 1.5e10, Some(8)),
            (".5", 0.5, Some(-1)),
            ("12", 12.0, None),
            ("\u{2212}0.5", -0.5, Some(-1)),
            ("np.float64(0.25)", 0.25, Some(-2)),
            ("array(0.25, dtype=float32)", 0.25, Some(-2)),
            ("True", 1.0, None),
            ("-inf", f64::NEG_INFINITY, None),
        ];
        for (text, value, place) in cases {
            let number = Number::read(text).expect(text);
            assert_eq!((number.value, number.place), (value, place), "{text}");
        }
        assert!(Number::read("nan").expect("a number").value.is_nan());
        for text in ["", ".", "-", "e5", "1e", "1+2j", "abc", "0x10", "1_000", "f(1.0)", "1.2.3"] {
            assert_eq!(Number::read(text), None, "{text}");
        }
    }
}
