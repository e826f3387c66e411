//! `.npy`: one array of NumPy.

use std::ops::Range;
use std::sync::Arc;

use super::Content;
use super::npy_header::{self, Header, Wrong};
use crate::own::Problem;
use crate::own::array::Array;
use crate::own::dtype::Dtype;
use crate::own::limits::{self, MAX_ARRAY_BYTES};

/// The array in a part of `bytes`.
pub(super) fn read(bytes: &Arc<Vec<u8>>, range: Range<usize>) -> Content {
    let header = match npy_header::read(bytes.get(range.clone()).unwrap_or_default()) {
        Ok(header) => header,
        Err(wrong) => {
            let problem = match wrong {
                Wrong::Short => {
                    let got = format!("{} bytes", range.len());
                    Problem::Truncated { wanted: "a whole header".to_owned(), got }
                }
                Wrong::Form(got) => Problem::Damaged { wanted: "a header of NumPy", got },
            };
            return Content::Unusable { shape: Vec::new(), dtype: String::new(), problem };
        }
    };
    match array(&header, bytes, range) {
        Ok(array) => Content::Array(array),
        Err(problem) => {
            let dtype = dtype(&header.descr)
                .map_or_else(|_| named(&header.descr), |(dtype, _)| dtype.to_string());
            Content::Unusable { shape: header.shape, dtype, problem }
        }
    }
}

fn array(header: &Header, bytes: &Arc<Vec<u8>>, range: Range<usize>) -> Result<Array, Problem> {
    let (dtype, big_endian) = dtype(&header.descr)?;
    let limit = MAX_ARRAY_BYTES.max(bytes.len() as u64);
    let size = dtype.size() as u64;
    let wanted = limits::entries(&header.shape, size, limit)? * dtype.size();
    let shape = limits::shape(&header.shape)?;
    let data = range.start + header.data..range.end;
    if data.len() < wanted {
        return Err(Problem::Truncated {
            wanted: format!("{wanted} bytes of data"),
            got: data.len().to_string(),
        });
    }
    let data = data.start..data.start + wanted;
    Ok(Array::new(shape, dtype, big_endian, header.fortran_order, Arc::clone(bytes), data))
}

/// A type and whether it is big-endian, from NumPy's code.
fn dtype(descr: &str) -> Result<(Dtype, bool), Problem> {
    let mut characters = descr.chars();
    let big_endian = match characters.next() {
        Some('>') => true,
        Some('<' | '|' | '=') => false,
        _ => return Err(Problem::Dtype { got: named(descr) }),
    };
    let kind = characters.next().unwrap_or(' ');
    let size: Option<usize> = characters.as_str().parse().ok();
    let dtype = match (kind, size) {
        ('O', _) => return Err(Problem::ObjectArray),
        ('b', Some(1)) => Dtype::Bool,
        ('i', Some(1)) => Dtype::I8,
        ('i', Some(2)) => Dtype::I16,
        ('i', Some(4)) => Dtype::I32,
        ('i', Some(8)) => Dtype::I64,
        ('u', Some(1)) => Dtype::U8,
        ('u', Some(2)) => Dtype::U16,
        ('u', Some(4)) => Dtype::U32,
        ('u', Some(8)) => Dtype::U64,
        ('f', Some(2)) => Dtype::F16,
        ('f', Some(4)) => Dtype::F32,
        ('f', Some(8)) => Dtype::F64,
        ('S' | 'a', Some(length @ 1..=65536)) => Dtype::Bytes(length),
        ('U', Some(length @ 1..=65536)) => Dtype::Unicode(length),
        _ => return Err(Problem::Dtype { got: named(descr) }),
    };
    Ok((dtype, big_endian))
}

/// NumPy's name of a type that cannot be used.
fn named(descr: &str) -> String {
    let name = match descr.trim_start_matches(['<', '>', '|', '=']) {
        "O" => "object",
        "c8" => "complex64",
        "c16" => "complex128",
        "c32" => "complex256",
        "f16" => "float128",
        other if other.starts_with('M') => "datetime64",
        other if other.starts_with('m') => "timedelta64",
        _ => return descr.chars().take(100).collect(),
    };
    name.to_owned()
}
