//! The types of entries that can be used.

use std::fmt;

/// A type of entries, as NumPy has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dtype {
    Bool,
    I8,
    I16,
    I32,
    I64,
    U8,
    U16,
    U32,
    U64,
    F16,
    F32,
    F64,
    /// Text of so many bytes, filled with zeros.
    Bytes(usize),
    /// Text of so many characters of four bytes, filled with zeros.
    Unicode(usize),
    /// Text of any length.
    Text,
}

impl Dtype {
    /// Bytes of an entry; of [`Dtype::Text`] none are in the array itself.
    pub(super) fn size(self) -> usize {
        match self {
            Self::Bool | Self::I8 | Self::U8 => 1,
            Self::I16 | Self::U16 | Self::F16 => 2,
            Self::I32 | Self::U32 | Self::F32 => 4,
            Self::I64 | Self::U64 | Self::F64 => 8,
            Self::Bytes(length) => length,
            Self::Unicode(length) => length.saturating_mul(4),
            Self::Text => 0,
        }
    }

    pub(super) fn is_text(self) -> bool {
        matches!(self, Self::Bytes(_) | Self::Unicode(_) | Self::Text)
    }

    pub(super) fn is_float(self) -> bool {
        matches!(self, Self::F16 | Self::F32 | Self::F64)
    }
}

impl fmt::Display for Dtype {
    /// As NumPy prints it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = match self {
            Self::Bytes(length) => return write!(f, "|S{length}"),
            Self::Unicode(length) => return write!(f, "<U{length}"),
            Self::Bool => "bool",
            Self::I8 => "int8",
            Self::I16 => "int16",
            Self::I32 => "int32",
            Self::I64 => "int64",
            Self::U8 => "uint8",
            Self::U16 => "uint16",
            Self::U32 => "uint32",
            Self::U64 => "uint64",
            Self::F16 => "float16",
            Self::F32 => "float32",
            Self::F64 => "float64",
            Self::Text => "object",
        };
        f.write_str(name)
    }
}
