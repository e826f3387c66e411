//! The diverging scale: one hue for negative, one for positive, neutral at exactly zero. Blue against
//! orange is told apart under every common colour-vision deficiency.

use serde::Deserialize;

/// Red, green, blue.
pub type Rgb = [u8; 3];

/// The page's theme: the neutral middle lies near the background.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// Dark ink on light ground.
    Light,
    /// Light ink on dark ground.
    Dark,
}

/// Not a number; outside the scale on purpose.
pub const NAN: Rgb = [230, 0, 190];
/// +∞; outside the scale on purpose.
pub const PLUS_INFINITY: Rgb = [255, 214, 0];
/// −∞; outside the scale on purpose.
pub const MINUS_INFINITY: Rgb = [0, 190, 130];

/// Colours at −1, −½, 0, ½, 1.
const LIGHT: [Rgb; 5] =
    [[8, 72, 138], [90, 158, 212], [244, 244, 240], [245, 150, 66], [158, 54, 4]];
const DARK: [Rgb; 5] =
    [[148, 208, 255], [48, 118, 186], [30, 36, 46], [190, 98, 26], [255, 190, 120]];

/// The colour of `value` on the scale from −1 to 1; beyond it, that of its end.
#[must_use]
pub fn diverging(value: f64, theme: Theme) -> Rgb {
    let stops = match theme {
        Theme::Light => &LIGHT,
        Theme::Dark => &DARK,
    };
    let position = (value.clamp(-1.0, 1.0) + 1.0) * 2.0; // 0 to 4
    let below = (position as usize).min(3);
    let share = position - below as f64;
    let mix = |channel: usize| {
        let (from, to) = (f64::from(stops[below][channel]), f64::from(stops[below + 1][channel]));
        (from + share * (to - from) + 0.5) as u8
    };
    [mix(0), mix(1), mix(2)]
}

/// The colour of a matrix entry where `scale` is the end of the scale.
#[must_use]
pub fn of_entry(entry: f64, scale: f64, theme: Theme) -> Rgb {
    if entry.is_nan() {
        NAN
    } else if entry == f64::INFINITY {
        PLUS_INFINITY
    } else if entry == f64::NEG_INFINITY {
        MINUS_INFINITY
    } else if scale > 0.0 {
        diverging(entry / scale, theme)
    } else {
        diverging(0.0, theme)
    }
}
