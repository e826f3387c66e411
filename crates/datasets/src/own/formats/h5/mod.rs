//! HDF5: groups of data sets.

mod types;

use std::sync::Arc;

use hdf5_pure::{Dataset, Error, FormatError, Group, Layout, Source, VlenStringReadOptions};

use self::types::{dtype, filter_name, is_supported, named};
use super::Content;
use crate::own::Problem;
use crate::own::array::Array;
use crate::own::dtype::Dtype;
use crate::own::limits::{self, MAX_ARRAY_BYTES};

/// Groups within groups; a group may contain itself.
const DEEPEST: usize = 16;

/// Data sets of a file.
const MOST: usize = 4096;

/// The most bytes of all texts of a data set.
const MOST_TEXT: usize = 64 << 20;

/// The file's bytes, shared: the library reads what it needs and keeps no copy.
struct Shared(Arc<Vec<u8>>);

impl Source for Shared {
    fn len(&self) -> u64 {
        self.0.len() as u64
    }

    fn read_at(&self, offset: u64, buf: &mut [u8]) -> Result<(), FormatError> {
        let overflow = || FormatError::OffsetOverflow { offset, length: buf.len() as u64 };
        let start = usize::try_from(offset).map_err(|_| overflow())?;
        let end = start.checked_add(buf.len()).ok_or_else(overflow)?;
        let available = self.0.len();
        let part = self.0.get(start..end);
        let part = part.ok_or(FormatError::UnexpectedEof { expected: end, available })?;
        buf.copy_from_slice(part);
        Ok(())
    }
}

/// What is read of one file.
struct Reading<'a> {
    bytes: &'a Arc<Vec<u8>>,
    contents: Vec<(String, Content)>,
    /// Bytes unpacked so far.
    unpacked: u64,
}

/// The data sets of all groups, by their whole paths.
pub(super) fn read(bytes: &Arc<Vec<u8>>) -> Result<Vec<(String, Content)>, Problem> {
    let file = hdf5_pure::File::from_source(Shared(Arc::clone(bytes))).map_err(problem)?;
    let superblock = file.superblock();
    let end = superblock.eof_address;
    if end > bytes.len() as u64 {
        let got = bytes.len().to_string();
        return Err(Problem::Truncated { wanted: format!("{end} bytes"), got });
    }
    let mut reading = Reading { bytes, contents: Vec::new(), unpacked: 0 };
    reading.group(&file.root(), "", 0)?;
    if reading.contents.is_empty() { Err(Problem::NoArrays) } else { Ok(reading.contents) }
}

impl Reading<'_> {
    fn group(&mut self, group: &Group, path: &str, depth: usize) -> Result<(), Problem> {
        for (name, dataset) in group.iter_datasets().map_err(problem)? {
            if self.contents.len() == MOST {
                return Ok(());
            }
            let content = self.dataset(&dataset).unwrap_or_else(|problem| Content::Unusable {
                shape: dataset.shape().unwrap_or_default(),
                dtype: dataset
                    .datatype()
                    .map_or_else(|_| String::new(), |datatype| named(&datatype)),
                problem,
            });
            self.contents.push((format!("{path}{name}"), content));
        }
        if depth == DEEPEST {
            return Ok(());
        }
        for (name, child) in group.iter_groups().map_err(problem)? {
            self.group(&child, &format!("{path}{name}/"), depth + 1)?;
        }
        Ok(())
    }

    fn dataset(&mut self, dataset: &Dataset) -> Result<Content, Problem> {
        let datatype = dataset.datatype().map_err(problem)?;
        let axes = dataset.shape().map_err(problem)?;
        let (dtype, big_endian) = dtype(&datatype)?;
        if let Some(filter) = dataset.filters().into_iter().find(|&id| !is_supported(id)) {
            return Err(Problem::Compression { got: filter_name(filter) });
        }
        // Of text of any length the data set itself has a reference of 16 bytes an entry.
        let size = if dtype == Dtype::Text { 16 } else { dtype.size() };
        let limit = MAX_ARRAY_BYTES.saturating_sub(self.unpacked);
        let entries = limits::entries(&axes, size as u64, limit.max(self.bytes.len() as u64))?;
        let shape = limits::shape(&axes)?;
        let wanted = entries * size;

        if dtype == Dtype::Text {
            let options = VlenStringReadOptions::new()
                .with_max_elements(entries)
                .with_max_payload_bytes(MOST_TEXT);
            let texts = dataset.read_vlen_strings(options).map_err(problem)?;
            return if texts.len() == entries {
                Ok(Content::Array(Array::from_text(shape, texts)))
            } else {
                Err(short(entries, texts.len()))
            };
        }
        let layout = dataset.layout().map_err(problem)?;
        if let Layout::Contiguous { address: Some(start), .. } = layout
            && let Ok(start) = usize::try_from(start)
        {
            let range = start..start.saturating_add(wanted);
            return if range.end <= self.bytes.len() {
                let bytes = Arc::clone(self.bytes);
                Ok(Content::Array(Array::new(shape, dtype, big_endian, false, bytes, range)))
            } else {
                Err(short(wanted, self.bytes.len().saturating_sub(start)))
            };
        }
        if let Layout::Chunked { chunk_shape, .. } = &layout {
            limits::entries(chunk_shape, size as u64, MAX_ARRAY_BYTES)?;
        }
        limits::entries(&axes, size as u64, limit)?;
        let data = dataset.read_raw().map_err(problem)?;
        if data.len() != wanted {
            return Err(short(wanted, data.len()));
        }
        self.unpacked += data.len() as u64;
        let range = 0..data.len();
        Ok(Content::Array(Array::new(shape, dtype, big_endian, false, Arc::new(data), range)))
    }
}

fn short(wanted: usize, got: usize) -> Problem {
    Problem::Truncated { wanted: format!("{wanted} bytes of data"), got: got.to_string() }
}

fn problem(error: Error) -> Problem {
    match error {
        Error::Format(FormatError::UnexpectedEof { expected, available }) => {
            Problem::Truncated { wanted: format!("{expected} bytes"), got: available.to_string() }
        }
        Error::Format(FormatError::UnsupportedFilter(id)) => {
            Problem::Compression { got: filter_name(id) }
        }
        Error::Format(FormatError::InvalidLayoutVersion(version @ 5..)) => {
            Problem::NewerFormat { got: format!("data layout version {version}") }
        }
        Error::Format(FormatError::UnsupportedVersion(version @ 4..)) => {
            Problem::NewerFormat { got: format!("superblock version {version}") }
        }
        error => Problem::Damaged { wanted: "a valid HDF5 file", got: error.to_string() },
    }
}
