//! What a file is. Its content decides; its ending says what was expected, and whether text is a table.

use super::Format;
use crate::own::Problem;

const HDF5: &[u8] = b"\x89HDF\r\n\x1a\n";

/// Programs that pack files, by the first bytes of what they make.
const PACKERS: [(&[u8], &str); 7] = [
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\0", "xz"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
    (b"Rar!", "RAR"),
    (b"\x1f\x9d", "compress"),
];

/// Other files, by their first bytes.
const OTHERS: [(&[u8], &str); 11] = [
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a RIFF file"),
    (b"%PDF", "a PDF document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document: save it as .csv"),
    (b"\x80\x02", "a Python pickle: save its arrays with np.savez"),
    (b"\x80\x03", "a Python pickle: save its arrays with np.savez"),
    (b"\x80\x04", "a Python pickle: save its arrays with np.savez"),
    (b"\x80\x05", "a Python pickle: save its arrays with np.savez"),
    (b"MATLAB 5", "an old MATLAB file: save it with -v7.3"),
];

pub(super) fn format(name: &str, bytes: &[u8]) -> Result<Format, Problem> {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    if bytes.is_empty() {
        return Err(Problem::EmptyFile);
    }
    if is_hdf5(bytes) {
        return Ok(Format::H5);
    }
    if bytes.starts_with(b"\x93NUMPY") {
        return Ok(Format::Npy);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return match ending.as_str() {
            "npz" => Ok(Format::Npz),
            "xlsx" | "ods" => unknown("a spreadsheet: save it as .csv"),
            _ if contains(bytes, b".npy") => Ok(Format::Npz),
            _ => Err(Problem::CompressedFile { by: "zip" }),
        };
    }
    if let Some((_, by)) = PACKERS.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Err(Problem::CompressedFile { by });
    }
    if let Some((_, got)) = OTHERS.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return unknown(got);
    }
    if is_text(bytes) {
        if is_html(bytes) {
            return Err(Problem::Html);
        }
        if bytes.starts_with(b"version https://git-lfs") {
            return unknown("a pointer of Git LFS, not the file itself");
        }
        if matches!(ending.as_str(), "h5" | "hdf5" | "npz" | "npy" | "json" | "ipynb" | "py") {
            return unknown("text");
        }
        return Ok(Format::Csv);
    }
    let first = &bytes[..bytes.len().min(8)];
    let hex: Vec<String> = first.iter().map(|byte| format!("{byte:02x}")).collect();
    unknown(&format!("something else, beginning with the bytes {}", hex.join(" ")))
}

fn unknown<T>(got: &str) -> Result<T, Problem> {
    Err(Problem::UnknownFormat { got: got.to_owned() })
}

/// The signature is at 0, or behind a block of 512, 1024, 2048, … bytes.
fn is_hdf5(bytes: &[u8]) -> bool {
    let at = |start: usize| bytes.get(start..).is_some_and(|rest| rest.starts_with(HDF5));
    at(0)
        || (9..usize::BITS - 1)
            .map(|power| 1 << power)
            .take_while(|&start| start < bytes.len())
            .any(at)
}

/// Text has no zero byte, unless it is UTF-16 and says so.
fn is_text(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(8192)];
    let is_control = |&byte: &u8| byte < 32 && !matches!(byte, b'\t' | b'\n' | b'\r' | 12);
    head.starts_with(b"\xff\xfe") || head.starts_with(b"\xfe\xff") || !head.iter().any(is_control)
}

fn is_html(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(512)]).to_ascii_lowercase();
    let head = head.trim_start_matches('\u{feff}').trim_start();
    ["<!doctype", "<html", "<head", "<body", "<?xml", "<!--", "<script"]
        .iter()
        .any(|tag| head.starts_with(tag))
}

/// Whether the names of an archive, at its end, hold `part`.
fn contains(bytes: &[u8], part: &[u8]) -> bool {
    let tail = &bytes[bytes.len().saturating_sub(1 << 16)..];
    let head = &bytes[..bytes.len().min(256)];
    [head, tail].iter().any(|piece| piece.windows(part.len()).any(|window| window == part))
}
