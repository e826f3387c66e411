//! The formats, one a file or folder: bytes in, named arrays out. None knows of plans.

mod csv;
mod detect;
mod h5;
mod npy;
mod npy_header;
mod npz;

use std::sync::Arc;

use serde::Serialize;

use super::array::Array;
use super::limits::MAX_FILE_BYTES;
use super::note::Note;
use super::table::Table;
use super::{FileError, Problem};

pub(super) use npy_header::write as write_npy_header;

/// What a file is, by its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// HDF5.
    H5,
    /// A zip archive of `.npy` files.
    Npz,
    /// One array of NumPy.
    Npy,
    /// A table of text, whatever separates its columns.
    Csv,
}

/// What a reader found under a name.
#[derive(Clone, Debug)]
pub(super) enum Content {
    Array(Array),
    Table(Arc<Table>),
    /// An array that cannot be used, as far as it is known.
    Unusable {
        shape: Vec<u64>,
        dtype: String,
        problem: Problem,
    },
}

/// What a reader gives.
#[derive(Debug)]
pub(super) struct Read {
    pub(super) format: Format,
    pub(super) contents: Vec<(String, Content)>,
    pub(super) notes: Vec<Note>,
}

/// Reads a file of any format.
pub(super) fn read(name: &str, bytes: &Arc<Vec<u8>>) -> Result<Read, FileError> {
    if bytes.len() as u64 > MAX_FILE_BYTES {
        let needed = Some(bytes.len() as u64);
        return Err(Problem::TooLarge { limit: MAX_FILE_BYTES, needed }.in_file(name));
    }
    let stem = stem(name);
    let format = detect::format(name, bytes).map_err(|problem| problem.in_file(name))?;
    let in_file = |problem: Problem| problem.in_file(name);
    let mut notes = Vec::new();
    let contents = match format {
        Format::H5 => h5::read(bytes).map_err(in_file)?,
        Format::Npz => npz::read(bytes).map_err(in_file)?,
        Format::Npy => vec![(stem.to_owned(), npy::read(bytes, 0..bytes.len()))],
        Format::Csv => {
            let table = csv::read(name, bytes, &mut notes)?;
            vec![(stem.to_owned(), Content::Table(Arc::new(table)))]
        }
    };
    Ok(Read { format, contents, notes })
}

/// A file's name without its folder and its ending.
fn stem(name: &str) -> &str {
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    match name.rsplit_once('.') {
        Some((stem, _)) if !stem.is_empty() => stem,
        _ => name,
    }
}
