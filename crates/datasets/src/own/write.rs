//! Arrays out, as NumPy reads them.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::formats::write_npy_header;
use super::{FileError, Problem, Values};

/// An `.npz` file of named float64 arrays, as `np.savez_compressed` writes it.
///
/// # Errors
///
/// A name that is empty or comes twice, a shape that its entries do not fill, and more than a zip
/// archive holds.
pub fn npz(arrays: &[(String, Values)]) -> Result<Vec<u8>, FileError> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    // Without a time of its own, equal arrays give equal files.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(zip::DateTime::default());
    for (at, (name, Values { shape, entries })) in arrays.iter().enumerate() {
        let in_array = |problem: Problem| problem.in_array("npz", name);
        if name.is_empty() || arrays[..at].iter().any(|(other, _)| other == name) {
            let wanted = "a name of its own for every array".to_owned();
            return Err(in_array(Problem::Range { wanted, got: format!("{name:?}") }));
        }
        let count = shape.iter().try_fold(1_usize, |product, &axis| product.checked_mul(axis));
        if count != Some(entries.len()) {
            let wanted = format!("{} entries in all", entries.len());
            return Err(in_array(Problem::Shape { wanted, got: shape.clone() }));
        }
        let failed = |got: String| in_array(Problem::Damaged { wanted: "a writable archive", got });
        archive
            .start_file(format!("{name}.npy"), options)
            .map_err(|error| failed(error.to_string()))?;
        let write = |archive: &mut ZipWriter<_>, bytes: &[u8]| archive.write_all(bytes);
        write(&mut archive, &write_npy_header(shape)).map_err(|error| failed(error.to_string()))?;
        for piece in entries.chunks(8192) {
            let bytes: Vec<u8> = piece.iter().flat_map(|entry| entry.to_le_bytes()).collect();
            write(&mut archive, &bytes).map_err(|error| failed(error.to_string()))?;
        }
    }
    let written = archive.finish().map_err(|error| {
        Problem::Damaged { wanted: "a writable archive", got: error.to_string() }.in_file("npz")
    })?;
    Ok(written.into_inner())
}
