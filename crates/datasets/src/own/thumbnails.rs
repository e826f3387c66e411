//! Small pictures of the first examples.

use super::Problem;
use super::array::Array;
use super::dtype::Dtype;
use super::found::{FoundImages, images};
use super::statistics::Statistics;

/// The largest side of a picture.
const MAX_SIZE: usize = 512;

/// The most pictures at a time.
const MAX_COUNT: usize = 256;

/// Pictures of one size, one after another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thumbnails {
    /// Pixels in a row.
    pub width: usize,
    /// Rows of pixels.
    pub height: usize,
    /// Pictures.
    pub count: usize,
    /// Red, green, blue and alpha of `count · height · width` pixels.
    pub pixels: Vec<u8>,
}

/// Each picture fits into a square of `size`. A pixel of a smaller picture is the mean of those that it
/// covers; a larger picture repeats them.
pub(super) fn of(
    array: &Array,
    statistics: &Statistics,
    count: usize,
    size: usize,
) -> Result<Thumbnails, Problem> {
    let Some(FoundImages { count: available, shape }) = images(array) else {
        let wanted = "pictures: (m, h, w) or (m, h, w, c)".to_owned();
        return Err(Problem::Shape { wanted, got: array.shape().to_vec() });
    };
    for (got, most) in [(count, MAX_COUNT), (size, MAX_SIZE)] {
        if !(1..=most).contains(&got) {
            let wanted = format!("a whole number from 1 to {most}");
            return Err(Problem::Range { wanted, got: got.to_string() });
        }
    }
    let count = count.min(available);
    let longer = shape.height.max(shape.width);
    let side = |length: usize| (length * size).div_ceil(longer).max(1);
    let (width, height) = (side(shape.width), side(shape.height));
    let strides = array.strides();
    let level = levels(array.dtype(), statistics);

    let mut pixels = Vec::with_capacity(count * height * width * 4);
    for picture in 0..count {
        for y in 0..height {
            let rows = covered(y, height, shape.height);
            for x in 0..width {
                let columns = covered(x, width, shape.width);
                let mut sums = [0.0; 4];
                for row in rows.clone() {
                    for column in columns.clone() {
                        let at = picture * strides[0] + row * strides[1] + column * strides[2];
                        for (channel, sum) in sums.iter_mut().take(shape.channels).enumerate() {
                            let step = strides.get(3).map_or(0, |stride| stride * channel);
                            *sum += level(array.number(at + step));
                        }
                    }
                }
                let covered = (rows.len() * columns.len()) as f64;
                // A saturating cast: NaN, which no level is, would become 0.
                let mean = sums.map(|sum| (sum / covered).round() as u8);
                pixels.extend(match shape.channels {
                    1 => [mean[0], mean[0], mean[0], 255],
                    3 => [mean[0], mean[1], mean[2], 255],
                    _ => mean,
                });
            }
        }
    }
    Ok(Thumbnails { width, height, count, pixels })
}

/// The pixels of `from` that the pixel `at` of `to` stands for.
fn covered(at: usize, to: usize, from: usize) -> std::ops::Range<usize> {
    let start = at * from / to;
    let end = ((at + 1) * from / to).clamp(start + 1, from.max(start + 1));
    start..end
}

/// From 0 to 255: bytes as they are, floats from 0 to 1 by 255, the rest from the least to the largest.
fn levels(dtype: Dtype, statistics: &Statistics) -> impl Fn(f64) -> f64 + use<> {
    let (min, max) = (statistics.min.unwrap_or(0.0), statistics.max.unwrap_or(0.0));
    let (start, span) = if dtype == Dtype::Bool || dtype.is_float() && min >= 0.0 && max <= 1.0 {
        (0.0, 1.0)
    } else if dtype == Dtype::U8 || min >= 0.0 && max <= 255.0 && max > 1.0 {
        (0.0, 255.0)
    } else {
        (min, max - min)
    };
    move |number| {
        let share = if span > 0.0 { (number - start) / span } else { 0.0 };
        if share.is_finite() { share.clamp(0.0, 1.0) * 255.0 } else { 0.0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    fn array(shape: &[usize], bytes: &[u8]) -> (Array, Statistics) {
        let bytes = Arc::new(bytes.to_vec());
        let array =
            Array::new(shape.to_vec(), Dtype::U8, false, false, Arc::clone(&bytes), 0..bytes.len());
        let statistics = Statistics::of_array(&array);
        (array, statistics)
    }

    #[test]
    fn a_smaller_picture_has_the_means() {
        let (array, statistics) = array(&[1, 2, 2], &[0, 100, 200, 100]);
        let made = of(&array, &statistics, 5, 1).expect("pictures");
        assert_eq!((made.width, made.height, made.count), (1, 1, 1));
        assert_eq!(made.pixels, [100, 100, 100, 255]);
    }

    #[test]
    fn a_larger_picture_repeats_its_pixels() {
        let (array, statistics) = array(&[1, 2, 2, 3], &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
        let made = of(&array, &statistics, 1, 4).expect("pictures");
        assert_eq!((made.width, made.height), (4, 4));
        assert_eq!(made.pixels[..12], [1, 2, 3, 255, 1, 2, 3, 255, 4, 5, 6, 255]);
        assert_eq!(made.pixels[60..], [10, 11, 12, 255]);
    }

    #[test]
    fn a_wide_picture_keeps_its_sides() {
        let (array, statistics) = array(&[2, 2, 8, 4], &[7; 128]);
        let made = of(&array, &statistics, 2, 4).expect("pictures");
        assert_eq!((made.width, made.height, made.pixels.len()), (4, 1, 2 * 4 * 4));
        assert!(made.pixels.iter().all(|&value| value == 7), "alpha too");
    }

    #[test]
    fn what_is_no_picture_is_refused() {
        let (flat, statistics) = array(&[2, 4], &[0; 8]);
        assert_eq!(of(&flat, &statistics, 1, 8).unwrap_err().kind(), "shape");
        let (array, statistics) = array(&[1, 2, 2], &[0; 4]);
        assert_eq!(of(&array, &statistics, 0, 8).unwrap_err().kind(), "range");
        assert_eq!(of(&array, &statistics, 1, 9999).unwrap_err().kind(), "range");
    }
}
