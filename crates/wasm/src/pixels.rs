//! Between the inputs of a network and the pixels of a picture.

use datasets::ImageShape;
use ndarray::ArrayView1;

/// How the pixels of a picture became inputs: `x = (p · white / 255 - mean) / deviation`.
#[derive(Debug, Clone, PartialEq)]
pub struct Pixels {
    /// Row by row, the channels of a pixel together.
    pub shape: ImageShape,
    /// What was subtracted: one number for all inputs, or one for each.
    pub mean: Vec<f64>,
    /// By what it was divided then: as `mean`.
    pub deviation: Vec<f64>,
    /// The number of the file that is white: 255, or 1.
    pub white: f64,
}

impl Pixels {
    /// Inputs from 0 to 1, as they are.
    pub fn unscaled(shape: ImageShape) -> Self {
        Self { shape, mean: vec![0.0], deviation: vec![1.0], white: 1.0 }
    }

    /// Whether the lists have a number for every input, and the channels are those of a picture.
    pub fn is_valid(&self) -> bool {
        let ImageShape { height, width, channels } = self.shape;
        let inputs = height * width * channels;
        let fits = |list: &[f64]| list.len() == 1 || list.len() == inputs;
        inputs > 0
            && [1, 3, 4].contains(&channels)
            && fits(&self.mean)
            && fits(&self.deviation)
            && self.white > 0.0
    }

    /// A column of X as RGBA.
    pub fn rgba(&self, column: ArrayView1<'_, f64>, rgba: &mut Vec<u8>) {
        let inputs: Vec<_> = column.iter().enumerate().map(|(row, &x)| self.byte(row, x)).collect();
        for pixel in inputs.chunks_exact(self.shape.channels) {
            match *pixel {
                [red, green, blue] => rgba.extend([red, green, blue, 255]),
                [red, green, blue, alpha] => rgba.extend([red, green, blue, alpha]),
                [grey, ..] => rgba.extend([grey, grey, grey, 255]),
                [] => {}
            }
        }
    }

    /// RGBA pixels as a column of X; None where they are of another size.
    pub fn column(&self, rgba: &[u8]) -> Option<Vec<f64>> {
        let ImageShape { height, width, channels } = self.shape;
        let (pixels, rest) = rgba.as_chunks::<4>();
        if pixels.len() != height * width || !rest.is_empty() {
            return None;
        }
        let bytes = pixels.iter().flat_map(|&[red, green, blue, alpha]| {
            let all = match channels {
                1 => [luma(red, green, blue), 0.0, 0.0, 0.0],
                _ => [red, green, blue, alpha].map(f64::from),
            };
            all.into_iter().take(channels)
        });
        Some(bytes.enumerate().map(|(row, byte)| self.input(row, byte)).collect())
    }

    fn byte(&self, row: usize, x: f64) -> u8 {
        let value = x * of(&self.deviation, row) + of(&self.mean, row);
        (value / self.white * 255.0).round() as u8 // a cast stays within 0 to 255
    }

    fn input(&self, row: usize, byte: f64) -> f64 {
        (byte / 255.0 * self.white - of(&self.mean, row)) / of(&self.deviation, row)
    }
}

/// Grey as Pillow's mode L has it (ITU-R 601).
fn luma(red: u8, green: u8, blue: u8) -> f64 {
    0.299 * f64::from(red) + 0.587 * f64::from(green) + 0.114 * f64::from(blue)
}

fn of(list: &[f64], row: usize) -> f64 {
    if list.len() == 1 { list[0] } else { list[row] }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use ndarray::Array1;
    use proptest::prelude::*;

    use super::*;

    fn pixels(channels: usize, mean: f64, deviation: f64, white: f64) -> Pixels {
        let shape = ImageShape { height: 2, width: 3, channels };
        Pixels { shape, mean: vec![mean], deviation: vec![deviation], white }
    }

    proptest! {
        #[test]
        fn prop_a_picture_taken_in_comes_out_again(
            rgba in prop::collection::vec(any::<u8>(), 24),
            channels in prop::sample::select(vec![3usize, 4]),
            mean in -2.0..200.0, deviation in 0.01..300.0,
            white in prop::sample::select(vec![1.0, 255.0]),
        ) {
            let pixels = pixels(channels, mean, deviation, white);
            let column = pixels.column(&rgba).expect("the right size");
            let mut back = Vec::new();
            pixels.rgba(Array1::from(column).view(), &mut back);
            let expected = rgba.chunks(4).flat_map(|p| {
                [p[0], p[1], p[2], if channels == 4 { p[3] } else { 255 }]
            });
            prop_assert_eq!(back, expected.collect::<Vec<_>>());
        }
    }

    #[test]
    fn grey_is_the_weighted_sum_of_the_colours() {
        let mut rgba = [0; 24];
        rgba[..4].copy_from_slice(&[100, 200, 50, 255]);
        let column = pixels(1, 0.0, 1.0, 255.0).column(&rgba).expect("the right size");
        assert_eq!(column.len(), 6);
        assert!((column[0] - 153.0).abs() < 1e-9, "{}", column[0]);
    }

    #[test]
    fn pixels_of_another_size_are_no_column() {
        assert_eq!(pixels(3, 0.0, 1.0, 255.0).column(&[0; 20]), None);
        assert_eq!(pixels(3, 0.0, 1.0, 255.0).column(&[0; 25]), None);
    }

    #[test]
    fn lists_of_another_length_are_not_valid() {
        assert!(pixels(3, 0.0, 1.0, 1.0).is_valid());
        assert!(!pixels(2, 0.0, 1.0, 1.0).is_valid());
        assert!(!Pixels { mean: vec![0.0; 5], ..pixels(3, 0.0, 1.0, 1.0) }.is_valid());
        assert!(Pixels { mean: vec![0.0; 18], ..pixels(3, 0.0, 1.0, 1.0) }.is_valid());
        assert!(!pixels(3, 0.0, 1.0, 0.0).is_valid());
    }
}
