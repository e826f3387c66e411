//! The types and filters of HDF5 that can be used, and the names of the others.

use hdf5_pure::{Datatype, DatatypeByteOrder, EnumMember, FixedPointLayout};

use crate::own::Problem;
use crate::own::dtype::Dtype;

/// The longest text of a fixed length, in bytes.
const LONGEST_TEXT: u32 = 1 << 16;

/// deflate, shuffle, Fletcher's checksum, scale-offset and LZF.
pub(super) fn is_supported(filter: u16) -> bool {
    matches!(filter, 1 | 2 | 3 | 6 | 32000)
}

pub(super) fn filter_name(id: u16) -> String {
    let name = match id {
        4 => "szip",
        5 => "nbit",
        307 => "bzip2",
        32001 => "blosc",
        32004 => "lz4",
        32008 => "bitshuffle",
        32013 => "zfp",
        32015 => "zstd",
        _ => return format!("filter {id}"),
    };
    format!("{name} (filter {id})")
}

/// The type and whether it is big-endian.
pub(super) fn dtype(datatype: &Datatype) -> Result<(Dtype, bool), Problem> {
    known(datatype).ok_or_else(|| Problem::Dtype { got: named(datatype) })
}

fn known(datatype: &Datatype) -> Option<(Dtype, bool)> {
    match datatype {
        Datatype::FixedPoint { size, byte_order, layout } => {
            let FixedPointLayout { signed, bit_offset, bit_precision } = *layout;
            if bit_offset != 0 || u32::from(bit_precision) != size.saturating_mul(8) {
                return None;
            }
            let dtype = match (size, signed) {
                (1, true) => Dtype::I8,
                (2, true) => Dtype::I16,
                (4, true) => Dtype::I32,
                (8, true) => Dtype::I64,
                (1, false) => Dtype::U8,
                (2, false) => Dtype::U16,
                (4, false) => Dtype::U32,
                (8, false) => Dtype::U64,
                _ => return None,
            };
            Some((dtype, is_big_endian(*byte_order)?))
        }
        Datatype::FloatingPoint { size, byte_order, layout } => {
            let dtype = match (size, layout.exponent_size, layout.mantissa_size) {
                (2, 5, 10) => Dtype::F16,
                (4, 8, 23) => Dtype::F32,
                (8, 11, 52) => Dtype::F64,
                _ => return None,
            };
            let is_plain = layout.bit_offset == 0 && layout.mantissa_location == 0;
            Some((dtype, is_big_endian(*byte_order)?)).filter(|_| is_plain)
        }
        Datatype::String { size: size @ 1..=LONGEST_TEXT, .. } => {
            Some((Dtype::Bytes(*size as usize), false))
        }
        // h5py keeps truth values as an enumeration of two names.
        Datatype::Enumeration { size: 1, members, .. } if is_bool(members) => {
            Some((Dtype::Bool, false))
        }
        Datatype::Enumeration { base_type, .. } => match &**base_type {
            base @ Datatype::FixedPoint { .. } => known(base),
            _ => None,
        },
        Datatype::VariableLength { is_string: true, .. } => Some((Dtype::Text, false)),
        _ => None,
    }
}

fn is_bool(members: &[EnumMember]) -> bool {
    let mut names: Vec<&str> = members.iter().map(|member| member.name.as_str()).collect();
    names.sort_unstable();
    names == ["FALSE", "TRUE"]
}

fn is_big_endian(order: DatatypeByteOrder) -> Option<bool> {
    match order {
        DatatypeByteOrder::LittleEndian => Some(false),
        DatatypeByteOrder::BigEndian => Some(true),
        DatatypeByteOrder::Vax => None,
    }
}

/// The name of a type, NumPy's where it has one.
pub(super) fn named(datatype: &Datatype) -> String {
    if let Some((dtype, _)) = known(datatype) {
        return dtype.to_string();
    }
    match datatype {
        Datatype::Compound { members, .. } => {
            let names: Vec<&str> =
                members.iter().take(2).map(|member| member.name.as_str()).collect();
            if names == ["r", "i"] {
                "complex".to_owned()
            } else {
                "a record of several fields".to_owned()
            }
        }
        Datatype::FixedPoint { size, .. } => format!("integers of {size} bytes"),
        Datatype::FloatingPoint { size, .. } => format!("floats of {size} bytes"),
        Datatype::String { size, .. } => format!("text of {size} bytes"),
        Datatype::VariableLength { .. } => "arrays of any length".to_owned(),
        Datatype::Reference { .. } => "references".to_owned(),
        Datatype::Opaque { .. } => "opaque data".to_owned(),
        Datatype::Array { .. } => "arrays".to_owned(),
        Datatype::Enumeration { .. } => "an enumeration".to_owned(),
        Datatype::BitField { .. } => "bit fields".to_owned(),
        Datatype::Time { .. } => "times".to_owned(),
        _ => "another type".to_owned(),
    }
}
