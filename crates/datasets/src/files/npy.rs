//! `.npy`: NumPy's format for one array.

use std::fmt::Display;

use ndarray::{ArrayD, ArrayView2, ArrayViewD, CowArray, Ix2, IxDyn};
use ndarray_npy::{ReadNpyExt, ReadableElement, ViewElement, ViewNpyError, ViewNpyExt};

use crate::Error;

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

impl<T: ReadableElement + ViewElement + Clone> Table<T> {
    /// The first `m` rows, after a check of all of them.
    pub(super) fn read<R>(
        &self,
        bytes: &[u8],
        m: usize,
        convert: impl FnOnce(ArrayView2<'_, T>) -> R,
    ) -> Result<R, Error> {
        let array = self.array(bytes)?;
        for (i, row) in array.rows().into_iter().enumerate() {
            if !(self.row_is_valid)(&row.to_vec()) {
                return Err(self.error(self.valid_row, format!("something else in row {i}")));
            }
        }
        Ok(convert(array.slice(ndarray::s![..m, ..])))
    }

    fn array<'a>(&self, bytes: &'a [u8]) -> Result<CowArray<'a, T, Ix2>, Error> {
        // Viewing allocates nothing, so a header that promises too much does no harm. It checks the
        // length before the alignment: only bytes that are right but for that are copied.
        let array: CowArray<'a, T, IxDyn> = match ArrayViewD::view_npy(bytes) {
            Ok(view) => view.into(),
            Err(ViewNpyError::MisalignedData) => {
                ArrayD::read_npy(bytes).map_err(|error| self.not_npy(&error))?.into()
            }
            Err(error) => return Err(self.view_error(&error)),
        };
        let got = format!("shape ({})", comma_separated(array.shape()));
        match array.into_dimensionality::<Ix2>() {
            Ok(array) if array.dim() == self.shape => Ok(array),
            _ => Err(self.error(format!("shape {:?}", self.shape), got)),
        }
    }

    fn view_error(&self, error: &ViewNpyError) -> Error {
        match error {
            ViewNpyError::WrongDescriptor(descriptor) => self.error(self.entries(), descriptor),
            ViewNpyError::NonNativeEndian => self
                .error(self.entries(), format!("{} with its bytes in reverse order", self.dtype)),
            ViewNpyError::MissingBytes(count) => {
                self.error("all its data", format!("{count} bytes too few"))
            }
            ViewNpyError::ExtraBytes(count) => {
                self.error("only its data", format!("{count} bytes too many"))
            }
            _ => self.not_npy(error),
        }
    }

    fn entries(&self) -> String {
        format!("entries of type {} ('{}')", self.dtype, self.code)
    }

    fn not_npy(&self, error: &dyn Display) -> Error {
        self.error("a .npy file", format!("bytes that cannot be read as one ({error})"))
    }

    fn error(&self, wanted: impl Display, got: impl Display) -> Error {
        Error::Bytes { file: self.file, wanted: wanted.to_string(), got: got.to_string() }
    }
}

fn comma_separated(lengths: &[usize]) -> String {
    lengths.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}
