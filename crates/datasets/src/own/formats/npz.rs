//! `.npz`: a zip archive of `.npy` files, stored or deflated.

use std::io::{Cursor, Read as _};
use std::sync::Arc;

use zip::read::ZipFile;
use zip::result::ZipError;
use zip::{CompressionMethod, ZipArchive};

use super::{Content, npy};
use crate::own::Problem;
use crate::own::limits::MAX_ARRAY_BYTES;

/// Deflate packs no more than this into a byte, so a larger claim is false.
const BEST_RATIO: u64 = 1040;

const ENDING: &str = ".npy";

/// The arrays of the archive; what else is in it is left alone.
pub(super) fn read(bytes: &Arc<Vec<u8>>) -> Result<Vec<(String, Content)>, Problem> {
    let mut archive =
        ZipArchive::new(Cursor::new(bytes.as_slice())).map_err(|error| whole(bytes, error))?;
    let mut contents = Vec::new();
    let mut unpacked = 0;
    for index in 0..archive.len() {
        // By its raw form first: an unsupported method is a problem of this array alone.
        let entry = archive.by_index_raw(index).map_err(|error| whole(bytes, error))?;
        let name = entry.name().map_err(|error| whole(bytes, error))?;
        let Some(name) = name.strip_suffix(ENDING).map(str::to_owned) else { continue };
        let content = match stored_range(&entry, bytes) {
            Some(range) => npy::read(bytes, range),
            None => {
                drop(entry);
                match unpack(&mut archive, index, unpacked) {
                    Ok(data) => {
                        unpacked += data.len() as u64;
                        let range = 0..data.len();
                        npy::read(&Arc::new(data), range)
                    }
                    Err(problem) => {
                        Content::Unusable { shape: Vec::new(), dtype: String::new(), problem }
                    }
                }
            }
        };
        contents.push((name, content));
    }
    if contents.is_empty() { Err(Problem::NoArrays) } else { Ok(contents) }
}

/// Where an entry stands that is not packed, so that no copy is needed.
fn stored_range<R: std::io::Read>(
    entry: &ZipFile<'_, R>,
    bytes: &[u8],
) -> Option<std::ops::Range<usize>> {
    if entry.compression() != CompressionMethod::Stored || entry.encrypted() {
        return None;
    }
    let start = usize::try_from(entry.data_start()?).ok()?;
    let end = start.checked_add(usize::try_from(entry.size()).ok()?)?;
    let data = bytes.get(start..end)?;
    // What is read where it stands has to be whole, too.
    (crc32(data) == entry.crc32()).then_some(start..end)
}

fn unpack(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    index: usize,
    already: u64,
) -> Result<Vec<u8>, Problem> {
    let mut entry = archive.by_index(index).map_err(|error| match error {
        ZipError::UnsupportedArchive(got) => Problem::Compression { got: got.to_owned() },
        error => damaged(error.to_string()),
    })?;
    let (size, packed) = (entry.size(), entry.compressed_size());
    let needed = already.saturating_add(size);
    if needed > MAX_ARRAY_BYTES {
        return Err(Problem::TooLarge { limit: MAX_ARRAY_BYTES, needed: Some(needed) });
    }
    if size > packed.saturating_mul(BEST_RATIO).saturating_add(1024) {
        return Err(damaged(format!("{size} bytes packed into {packed}")));
    }
    let mut data = Vec::with_capacity(usize::try_from(size).unwrap_or(0));
    let got = entry.by_ref().take(size + 1).read_to_end(&mut data);
    match got {
        Ok(length) if length as u64 == size => Ok(data),
        Ok(length) => {
            Err(Problem::Truncated { wanted: format!("{size} bytes"), got: length.to_string() })
        }
        Err(error) => Err(damaged(error.to_string())),
    }
}

fn damaged(got: String) -> Problem {
    Problem::Damaged { wanted: "a valid zip archive", got }
}

/// Without its list of names, which stands at its end, an archive is cut short.
fn whole(bytes: &[u8], error: ZipError) -> Problem {
    const END: &[u8] = b"PK\x05\x06";
    let tail = &bytes[bytes.len().saturating_sub(1 << 16)..];
    if tail.windows(END.len()).any(|window| window == END) {
        damaged(error.to_string())
    } else {
        let wanted = "an archive with its list of names at its end".to_owned();
        Problem::Truncated { wanted, got: format!("{} bytes without it", bytes.len()) }
    }
}

/// The checksum of zip, as the archive's reader takes it.
fn crc32(data: &[u8]) -> u32 {
    let mut hasher = crc32fast::Hasher::new();
    hasher.update(data);
    hasher.finalize()
}
