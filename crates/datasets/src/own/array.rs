//! An array in the type in which it is stored.

use std::ops::Range;
use std::sync::Arc;

use half::f16;

use super::dtype::Dtype;

/// An array, its entries still as the file has them. A clone shares them.
#[derive(Clone, Debug)]
pub(super) struct Array {
    shape: Vec<usize>,
    /// From one entry to the next along each axis, in entries.
    strides: Vec<usize>,
    dtype: Dtype,
    big_endian: bool,
    data: Data,
}

#[derive(Clone, Debug)]
enum Data {
    /// A part of the file, or of what was unpacked from it.
    Bytes {
        bytes: Arc<Vec<u8>>,
        range: Range<usize>,
    },
    Text(Arc<Vec<String>>),
}

impl Array {
    /// The part of `bytes` has to hold the entries of `shape`, which the caller has counted.
    pub(super) fn new(
        shape: Vec<usize>,
        dtype: Dtype,
        big_endian: bool,
        fortran_order: bool,
        bytes: Arc<Vec<u8>>,
        range: Range<usize>,
    ) -> Self {
        assert_eq!(range.len(), shape.iter().product::<usize>() * dtype.size(), "all entries");
        assert!(range.end <= bytes.len(), "within the file");
        let strides = strides(&shape, fortran_order);
        Self { shape, strides, dtype, big_endian, data: Data::Bytes { bytes, range } }
    }

    /// Texts of any length, in C order.
    pub(super) fn from_text(shape: Vec<usize>, texts: Vec<String>) -> Self {
        assert_eq!(texts.len(), shape.iter().product::<usize>(), "all entries");
        let strides = strides(&shape, false);
        let data = Data::Text(Arc::new(texts));
        Self { shape, strides, dtype: Dtype::Text, big_endian: false, data }
    }

    /// Numbers, in C order.
    pub(super) fn from_numbers(shape: Vec<usize>, numbers: impl Iterator<Item = f64>) -> Self {
        let bytes: Vec<u8> = numbers.flat_map(f64::to_le_bytes).collect();
        let range = 0..bytes.len();
        Self::new(shape, Dtype::F64, false, false, Arc::new(bytes), range)
    }

    pub(super) fn shape(&self) -> &[usize] {
        &self.shape
    }

    pub(super) fn strides(&self) -> &[usize] {
        &self.strides
    }

    pub(super) fn dtype(&self) -> Dtype {
        self.dtype
    }

    pub(super) fn len(&self) -> usize {
        self.shape.iter().product()
    }

    /// Bytes that it has for itself, where `file` is what it was read from.
    pub(super) fn own_bytes(&self, file: &Arc<Vec<u8>>) -> usize {
        match &self.data {
            Data::Bytes { bytes, .. } if Arc::ptr_eq(bytes, file) => 0,
            Data::Bytes { bytes, .. } => bytes.len(),
            Data::Text(texts) => {
                texts.iter().map(|text| text.len() + size_of::<String>()).sum::<usize>()
            }
        }
    }

    /// Bytes of `file` that it stands in.
    pub(super) fn shared_bytes(&self, file: &Arc<Vec<u8>>) -> usize {
        match &self.data {
            Data::Bytes { bytes, range } if Arc::ptr_eq(bytes, file) => range.len(),
            Data::Bytes { .. } | Data::Text(_) => 0,
        }
    }

    /// Takes its part of `file` for itself, if it stands in it.
    pub(super) fn detach(&mut self, file: &Arc<Vec<u8>>) {
        if let Data::Bytes { bytes, range } = &mut self.data
            && Arc::ptr_eq(bytes, file)
        {
            *bytes = Arc::new(file[range.clone()].to_vec());
            *range = 0..range.len();
        }
    }

    /// The index of the entry that is `position`-th in C order.
    pub(super) fn index_of(&self, position: usize) -> Vec<usize> {
        let mut rest = position;
        let mut index: Vec<usize> = self
            .shape
            .iter()
            .rev()
            .map(|&axis| {
                let at = rest.checked_rem(axis).unwrap_or(0);
                rest = rest.checked_div(axis).unwrap_or(0);
                at
            })
            .collect();
        index.reverse();
        index
    }

    /// Where the entry that is `position`-th in C order is stored.
    pub(super) fn offset_of(&self, position: usize) -> usize {
        self.index_of(position).iter().zip(&self.strides).map(|(at, stride)| at * stride).sum()
    }

    /// Whether the entries are stored in C order.
    pub(super) fn is_c_order(&self) -> bool {
        self.strides == strides(&self.shape, false)
    }

    /// The entry stored at `offset`, in entries; text is not a number.
    pub(super) fn number(&self, offset: usize) -> f64 {
        let Some(bytes) = self.entry(offset) else { return f64::NAN };
        macro_rules! read {
            ($type:ty) => {{
                // The length is that of the type, by `entry`.
                let mut entry = [0; size_of::<$type>()];
                entry.copy_from_slice(bytes);
                if self.big_endian {
                    <$type>::from_be_bytes(entry)
                } else {
                    <$type>::from_le_bytes(entry)
                }
            }};
        }
        match self.dtype {
            Dtype::Bool => f64::from(bytes[0] != 0),
            Dtype::U8 => f64::from(bytes[0]),
            Dtype::I8 => f64::from(bytes[0] as i8),
            Dtype::I16 => f64::from(read!(i16)),
            Dtype::U16 => f64::from(read!(u16)),
            Dtype::I32 => f64::from(read!(i32)),
            Dtype::U32 => f64::from(read!(u32)),
            Dtype::I64 => read!(i64) as f64,
            Dtype::U64 => read!(u64) as f64,
            Dtype::F16 => read!(f16).to_f64(),
            Dtype::F32 => f64::from(read!(f32)),
            Dtype::F64 => read!(f64),
            Dtype::Bytes(_) | Dtype::Unicode(_) | Dtype::Text => f64::NAN,
        }
    }

    /// The entry stored at `offset` as text; numbers as Python prints them, but whole floats without
    /// their ".0".
    pub(super) fn text(&self, offset: usize) -> String {
        match self.dtype {
            Dtype::Text => match &self.data {
                Data::Text(texts) => texts.get(offset).cloned().unwrap_or_default(),
                Data::Bytes { .. } => String::new(),
            },
            Dtype::Bytes(_) => {
                let bytes = self.entry(offset).unwrap_or_default();
                let end = bytes.iter().rposition(|&byte| byte != 0).map_or(0, |last| last + 1);
                String::from_utf8_lossy(&bytes[..end]).into_owned()
            }
            Dtype::Unicode(_) => {
                let bytes = self.entry(offset).unwrap_or_default();
                let character = |bytes: &[u8]| {
                    let mut code = [0; 4];
                    code.copy_from_slice(bytes);
                    let code = if self.big_endian {
                        u32::from_be_bytes(code)
                    } else {
                        u32::from_le_bytes(code)
                    };
                    char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER)
                };
                let text: String = bytes.chunks_exact(4).map(character).collect();
                text.trim_end_matches('\0').to_owned()
            }
            Dtype::Bool => if self.number(offset) == 0.0 { "False" } else { "True" }.to_owned(),
            // In full: a float64 would round them.
            Dtype::I64 | Dtype::U64 => self.whole(offset),
            _ => number_text(self.number(offset)),
        }
    }

    fn whole(&self, offset: usize) -> String {
        let mut entry = [0; 8];
        entry.copy_from_slice(
            self.entry(offset).filter(|bytes| bytes.len() == 8).unwrap_or(&[0; 8]),
        );
        if self.big_endian {
            entry.reverse();
        }
        match self.dtype {
            Dtype::U64 => u64::from_le_bytes(entry).to_string(),
            _ => i64::from_le_bytes(entry).to_string(),
        }
    }

    fn entry(&self, offset: usize) -> Option<&[u8]> {
        let Data::Bytes { bytes, range } = &self.data else { return None };
        let size = self.dtype.size();
        let start = range.start + offset * size;
        bytes.get(start..start + size)
    }
}

/// A number as Python prints it, but a whole float without its ".0".
pub(super) fn number_text(number: f64) -> String {
    if number.is_nan() {
        "nan".to_owned()
    } else if number.is_infinite() {
        if number > 0.0 { "inf" } else { "-inf" }.to_owned()
    } else if number.fract() == 0.0 && number.abs() < 1e15 {
        format!("{}", number + 0.0) // −0 is 0
    } else {
        format!("{number:?}")
    }
}

fn strides(shape: &[usize], fortran_order: bool) -> Vec<usize> {
    let mut strides = vec![0; shape.len()];
    let mut stride = 1_usize;
    let mut set = |axis: usize| {
        strides[axis] = stride;
        stride = stride.saturating_mul(shape[axis]);
    };
    if fortran_order {
        (0..shape.len()).for_each(&mut set);
    } else {
        (0..shape.len()).rev().for_each(&mut set);
    }
    strides
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fortran_order_has_the_same_entries() {
        let bytes = Arc::new(vec![1, 2, 3, 4, 5, 6]);
        let array = Array::new(vec![2, 3], Dtype::U8, false, true, bytes, 0..6);
        let entries: Vec<f64> = (0..6).map(|k| array.number(array.offset_of(k))).collect();
        assert_eq!(entries, [1.0, 3.0, 5.0, 2.0, 4.0, 6.0]);
        assert_eq!(array.index_of(4), [1, 1]);
    }

    #[test]
    fn large_whole_numbers_are_printed_in_full() {
        let number = i64::MAX.to_be_bytes().to_vec();
        let array = Array::new(vec![], Dtype::I64, true, false, Arc::new(number), 0..8);
        assert_eq!(array.text(0), "9223372036854775807");
    }
}
