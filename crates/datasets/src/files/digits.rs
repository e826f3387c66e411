//! Handwritten digits.

use crate::{Dataset, Error, ImageShape};

use super::npy::Table;

/// The number of images.
pub(crate) const EXAMPLES: usize = 1797;

/// The number of pixels.
pub(crate) const N0: usize = 64;

/// Eight rows of eight grey pixels.
pub(crate) const IMAGE: ImageShape = ImageShape { height: 8, width: 8, channels: 1 };

/// In a row the pixels, then the digit.
const TABLE: Table<u8> = Table {
    file: "digits",
    dtype: "uint8",
    code: "|u1",
    shape: (EXAMPLES, N0 + 1),
    row_is_valid: |row| row[..N0].iter().all(|pixel| *pixel <= 16) && row[N0] <= 9,
    valid_row: "pixels from 0 to 16 and a digit from 0 to 9 in every row",
};

/// The first `m` images of `digits.npy`, and whether each shows `digit`:
///
/// ```python
/// X = load_digits().data[:m].T / 16
/// Y = (load_digits().target[:m] == digit)
/// ```
pub(crate) fn read(bytes: &[u8], m: usize, digit: u8) -> Result<Dataset, Error> {
    TABLE.read(bytes, m, |table| {
        let pixels = table.slice(ndarray::s![.., ..N0]);
        let labels = table.column(N0).iter().map(|label| f64::from(*label == digit)).collect();
        Dataset::new(pixels.t().mapv(|pixel| f64::from(pixel) / 16.0), labels).with_image(IMAGE)
    })
}
