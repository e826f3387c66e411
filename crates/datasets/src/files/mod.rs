//! Data sets read from the bytes of a file. A reader of another format is a file beside them.

pub(crate) mod cancer;
pub(crate) mod digits;
mod npy;
