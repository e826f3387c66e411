//! How much memory a file may ask for.

use super::Problem;

/// The largest file: 512 MB.
pub const MAX_FILE_BYTES: u64 = 512 << 20;

/// The most that the arrays of one file may take when they are unpacked: 512 MB.
pub const MAX_ARRAY_BYTES: u64 = 512 << 20;

/// The largest X, training and test set together, as float64: 2 GB.
pub const MAX_X_BYTES: u64 = 2 << 30;

/// The entries of an array of this shape, if they, at `size` bytes each, are within `limit` bytes.
pub(super) fn entries(shape: &[u64], size: u64, limit: u64) -> Result<usize, Problem> {
    // An axis of length 0 makes the array empty, but the others have to be counted by whoever goes along
    // them.
    let axes = shape.iter().filter(|&&axis| axis != 0);
    let product = axes.copied().try_fold(1_u64, u64::checked_mul);
    let bytes = product.and_then(|product| product.checked_mul(size.max(1)));
    match (product, bytes) {
        (Some(_), Some(bytes)) if bytes <= limit && shape.contains(&0) => Ok(0),
        (Some(product), Some(bytes)) if bytes <= limit => {
            usize::try_from(product).map_err(|_| Problem::TooLarge { limit, needed: Some(bytes) })
        }
        (_, bytes) => Err(Problem::TooLarge { limit, needed: bytes }),
    }
}

/// A shape whose entries were counted by [`entries`]; an axis of an empty array may still be too long.
pub(super) fn shape(shape: &[u64]) -> Result<Vec<usize>, Problem> {
    let axis = |&axis: &u64| {
        usize::try_from(axis)
            .map_err(|_| Problem::TooLarge { limit: MAX_ARRAY_BYTES, needed: None })
    };
    shape.iter().map(axis).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shape_that_overflows_is_too_large() {
        let overflow = entries(&[1 << 40, 1 << 40], 8, 1 << 20);
        assert_eq!(overflow, Err(Problem::TooLarge { limit: 1 << 20, needed: None }));
        let large = entries(&[1 << 20, 2], 8, 1 << 20);
        assert_eq!(large, Err(Problem::TooLarge { limit: 1 << 20, needed: Some(1 << 24) }));
    }

    #[test]
    fn an_empty_array_takes_nothing() {
        assert_eq!(entries(&[3, 0, 4], 8, 100), Ok(0));
        assert!(entries(&[u64::MAX, u64::MAX, 0], 8, 100).is_err(), "no strides for these axes");
        assert_eq!(entries(&[], 8, 100), Ok(1));
    }
}
