//! People's own files: bytes in, a description of what is in them, a plan of what becomes X and Y, and
//! then both of them in pieces.
//!
//! [`Files`] holds what was added. A [`Plan`] is proposed from the names, shapes and types of its arrays,
//! can be changed, is checked without converting anything, and then loaded:
//!
//! ```
//! use datasets::own::{Files, Set};
//!
//! let mut files = Files::default();
//! files.add("points.csv", b"x,y,kind\n0.5,1,ham\n2,-1,spam\n3,4,ham\n".to_vec())?;
//! let plan = files.propose();
//! let preview = files.check(&plan)?;
//! assert_eq!((preview.n0, preview.m, preview.classes[1].name.as_str()), (2, 3, "spam"));
//!
//! let data = files.load(&plan)?;
//! assert_eq!(data.rows(Set::Train, 0..2), [0.5, 2.0, 3.0, 1.0, -1.0, 4.0]); // X (2, 3), row by row
//! assert_eq!(data.labels(Set::Train), [0.0, 1.0, 0.0]); // Y (1, 3)
//! # Ok::<(), datasets::own::FileError>(())
//! ```
//!
//! Arrays stay in the type that they are stored in: a picture takes a byte a value until somebody asks
//! for its float64. What a file may claim is limited ([`MAX_FILE_BYTES`], [`MAX_ARRAY_BYTES`]), and no
//! memory is taken on the word of a file alone.

mod array;
mod dtype;
mod error;
mod files;
mod formats;
mod found;
mod limits;
mod note;
mod plan;
mod planning;
mod problem;
mod python;
mod source;
mod statistics;
mod table;
mod thumbnails;
mod values;
mod write;

use super::ImageShape;

pub use error::{FileError, Place};
pub use files::Files;
pub use formats::Format;
pub use found::{Found, FoundArray, FoundColumn, FoundFile, FoundImages};
pub use limits::{MAX_ARRAY_BYTES, MAX_FILE_BYTES, MAX_X_BYTES};
pub use note::Note;
pub use plan::{
    Examples, Loaded, Plan, Preview, PreviewClass, PreviewMemory, Scaling, ScalingKind, Set,
};
pub use problem::{ClassCount, Problem};
pub use source::Source;
pub use table::ColumnKind;
pub use thumbnails::Thumbnails;
pub use values::Values;
pub use write::npz as write_npz;
