//! Heatmaps: a matrix into RGBA pixels, one entry a pixel.
//!
//! A matrix with more entries than pixels is pooled: each pixel shows the entry of largest magnitude
//! of its block, never an average, which could hide it; NaN counts as larger than anything.

use ndarray::{ArrayView2, s};

use crate::colour::{self, Theme};

/// What a picture says besides its pixels.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct Range {
    /// Smallest finite entry (0 where there is none).
    pub min: f64,
    /// Largest finite entry (0 where there is none).
    pub max: f64,
    /// Entries that are NaN or infinite.
    pub not_finite: u32,
}

impl Range {
    /// The range of a matrix.
    #[must_use]
    pub fn of(matrix: ArrayView2<'_, f64>) -> Self {
        // 0 · x is 0 for every finite x: one test for all of them, in a loop that becomes SIMD.
        let (mut min, mut max, mut zero) = (f64::INFINITY, f64::NEG_INFINITY, 0.0);
        for &entry in matrix {
            min = if entry < min { entry } else { min };
            max = if entry > max { entry } else { max };
            zero += 0.0 * entry;
        }
        if zero == 0.0 { Self { min, max, not_finite: 0 } } else { Self::of_finite(matrix) }
    }

    /// The range of the finite entries among others.
    fn of_finite(matrix: ArrayView2<'_, f64>) -> Self {
        let finite = || matrix.iter().copied().filter(|entry| entry.is_finite());
        let not_finite = (matrix.len() - finite().count()) as u32;
        let (min, max) = (finite().reduce(f64::min), finite().reduce(f64::max));
        Self { min: min.unwrap_or(0.0), max: max.unwrap_or(0.0), not_finite }
    }

    /// The end of the colour scale, `max |x|`.
    #[must_use]
    pub fn scale(&self) -> f64 {
        self.max.max(-self.min)
    }
}

/// Appends the matrix as `width · height` RGBA pixels, row by row. `width` and `height` are at most
/// the matrix's own and at least 1.
pub fn heatmap(
    matrix: ArrayView2<'_, f64>,
    (width, height): (usize, usize),
    scale: f64,
    theme: Theme,
    pixels: &mut Vec<u8>,
) {
    let (rows, columns) = matrix.dim();
    let start = |pixel: usize, pixels: usize, entries: usize| pixel * entries / pixels;
    let column_starts: Vec<_> = (0..=width).map(|x| start(x, width, columns)).collect();
    let mut pooled = vec![0.0; width];
    for y in 0..height {
        pooled.fill(0.0);
        for row in start(y, height, rows)..start(y + 1, height, rows) {
            let row = matrix.row(row);
            for (pooled, block) in pooled.iter_mut().zip(column_starts.windows(2)) {
                let entries = row.slice(s![block[0]..block[1]]);
                *pooled = entries.iter().copied().fold(*pooled, larger);
            }
        }
        pooled.iter().for_each(|&entry| push(colour::of_entry(entry, scale, theme), pixels));
    }
}

/// The scale itself, from −1 to 1, as a picture one pixel high.
#[must_use]
pub fn legend(width: usize, theme: Theme) -> Vec<u8> {
    let mut pixels = Vec::with_capacity(4 * width);
    let steps = width.saturating_sub(1).max(1) as f64;
    for x in 0..width {
        push(colour::of_entry(2.0 * x as f64 / steps - 1.0, 1.0, theme), &mut pixels);
    }
    pixels
}

/// The entry of larger magnitude; NaN if one is.
fn larger(kept: f64, entry: f64) -> f64 {
    if kept.is_nan() || entry.abs() <= kept.abs() { kept } else { entry }
}

fn push([red, green, blue]: colour::Rgb, pixels: &mut Vec<u8>) {
    pixels.extend([red, green, blue, 255]);
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use ndarray::{Array2, array};
    use proptest::prelude::*;

    use super::*;

    fn colours(matrix: &Array2<f64>, size: (usize, usize)) -> Vec<colour::Rgb> {
        let mut pixels = Vec::new();
        let scale = Range::of(matrix.view()).scale();
        heatmap(matrix.view(), size, scale, Theme::Light, &mut pixels);
        pixels.chunks(4).map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect()
    }

    #[test]
    fn one_entry_is_one_pixel_row_by_row() {
        let got = colours(&array![[1.0, 0.0], [-1.0, 0.5]], (2, 2));
        assert_eq!(got, [1.0, 0.0, -1.0, 0.5].map(|x| colour::diverging(x, Theme::Light)));
    }

    #[test]
    fn pooling_keeps_the_entry_of_largest_magnitude_and_nan() {
        let matrix = array![[0.1, -2.0, 0.0, f64::NAN], [1.0, 0.5, 0.3, 9.0]];
        let mut pixels = Vec::new();
        heatmap(matrix.view(), (2, 1), 2.0, Theme::Light, &mut pixels);
        assert_eq!(pixels[..3], colour::diverging(-1.0, Theme::Light));
        assert_eq!(pixels[4..7], colour::NAN);
    }

    #[test]
    fn what_is_not_finite_has_its_own_look_and_no_part_in_the_range() {
        let matrix = array![[f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 3.0, -1.0]];
        let range = Range::of(matrix.view());
        assert_eq!(range, Range { min: -1.0, max: 3.0, not_finite: 3 });
        let got = colours(&matrix, (5, 1));
        assert_eq!(got[..3], [colour::NAN, colour::PLUS_INFINITY, colour::MINUS_INFINITY]);
    }

    #[test]
    fn zeros_are_neutral() {
        let neutral = colour::diverging(0.0, Theme::Light);
        assert_eq!(colours(&Array2::zeros((2, 3)), (3, 2)), [neutral; 6]);
    }

    #[test]
    fn the_legend_runs_over_the_whole_scale() {
        let pixels = legend(3, Theme::Dark);
        let expected = [-1.0, 0.0, 1.0].map(|x| colour::diverging(x, Theme::Dark));
        assert_eq!(pixels.chunks(4).map(|p| [p[0], p[1], p[2]]).collect::<Vec<_>>(), expected);
    }

    proptest! {
        #[test]
        fn prop_the_largest_entry_is_never_hidden(
            rows in 1usize..9, columns in 1usize..60, at in 0usize..540,
            width in 1usize..60, height in 1usize..9,
        ) {
            let (row, column) = (at / 60 % rows, at % 60 % columns);
            let mut matrix = Array2::from_elem((rows, columns), 0.25);
            matrix[[row, column]] = -1.0;
            let size = (width.min(columns), height.min(rows));
            let strongest = colour::diverging(-1.0, Theme::Light);
            let shown = colours(&matrix, size).into_iter().filter(|&c| c == strongest).count();
            prop_assert_eq!(shown, 1);
        }
    }
}
