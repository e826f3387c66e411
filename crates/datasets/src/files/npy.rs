//! The two tables that come with the page, in NumPy's `.npy` format.
//!
//! They are known files, so their header has to say what is known of them. A reader for any
//! `.npy` (`ndarray-npy`) parses the header as Python and would add half as much again to the wasm
//! module that every visitor loads; it belongs to the readers of people's own files.

use std::fmt::Display;

use ndarray::{Array2, ArrayView2};

use crate::Error;

const MAGIC: &[u8] = b"\x93NUMPY\x01\x00";

/// What a file should hold: its name, NumPy's name and code for the type of its entries, its shape,
/// and a test of one row with its description.
pub(super) struct Table<T> {
    pub(super) file: &'static str,
    pub(super) dtype: &'static str,
    pub(super) code: &'static str,
    pub(super) shape: (usize, usize),
    pub(super) row_is_valid: fn(&[T]) -> bool,
    pub(super) valid_row: &'static str,
}

/// A type of entries.
pub(super) trait Entry: Copy {
    const BYTES: usize;
    /// From `BYTES` bytes in the order of the file.
    fn read(bytes: &[u8]) -> Self;
}

impl Entry for u8 {
    const BYTES: usize = 1;
    fn read(bytes: &[u8]) -> Self {
        bytes[0]
    }
}

impl Entry for f64 {
    const BYTES: usize = 8;
    fn read(bytes: &[u8]) -> Self {
        f64::from_le_bytes(std::array::from_fn(|i| bytes[i]))
    }
}

impl<T: Entry> Table<T> {
    /// The first `m` rows, after a check of all of them.
    pub(super) fn read<R>(
        &self,
        bytes: &[u8],
        m: usize,
        convert: impl FnOnce(ArrayView2<'_, T>) -> R,
    ) -> Result<R, Error> {
        let entries: Vec<T> = self.data(bytes)?.chunks_exact(T::BYTES).map(T::read).collect();
        for (i, row) in entries.chunks_exact(self.shape.1).enumerate() {
            if !(self.row_is_valid)(row) {
                return Err(self.error(self.valid_row, format!("something else in row {i}")));
            }
        }
        let array = Array2::from_shape_vec(self.shape, entries).expect("the length was checked");
        Ok(convert(array.slice(ndarray::s![..m, ..])))
    }

    /// The bytes behind the header: magic, two bytes with the length of the text, the text.
    fn data<'a>(&self, bytes: &'a [u8]) -> Result<&'a [u8], Error> {
        let not_npy = || self.error("a .npy file", "something else");
        let rest = bytes.strip_prefix(MAGIC).ok_or_else(not_npy)?;
        let (length, rest) = rest.split_first_chunk().ok_or_else(not_npy)?;
        let length = usize::from(u16::from_le_bytes(*length));
        let (header, data) = rest.split_at_checked(length).ok_or_else(not_npy)?;
        let header = String::from_utf8_lossy(header);
        let wanted = [
            format!("'descr': '{}'", self.code),
            "'fortran_order': False".to_owned(),
            format!("'shape': {:?}", self.shape),
        ];
        if !wanted.iter().all(|item| header.contains(item)) {
            let wanted = format!("{} of shape {:?}", self.dtype, self.shape);
            return Err(self.error(wanted, header.trim_end()));
        }
        let (wanted, got) = (self.shape.0 * self.shape.1 * T::BYTES, data.len());
        if wanted == got {
            Ok(data)
        } else {
            Err(self.error(format!("{wanted} bytes of data"), got))
        }
    }

    fn error(&self, wanted: impl Display, got: impl Display) -> Error {
        Error::Bytes { file: self.file, wanted: wanted.to_string(), got: got.to_string() }
    }
}
