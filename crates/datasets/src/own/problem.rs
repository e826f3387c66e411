//! What can be wrong with a file, an array or a plan.

use serde::Serialize;

/// A class of the labels, and how many examples it has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ClassCount {
    /// Its text in the file, or its number.
    pub label: String,
    /// Its examples.
    pub count: usize,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
#[error("expected {}, got {}", self.wanted(), self.got())]
pub enum Problem {
    /// The file has no bytes.
    EmptyFile,
    /// The file, or an array in it, ends too early.
    Truncated {
        /// What should have been there.
        wanted: String,
        /// What is there.
        got: String,
    },
    /// The file, or an array in it, contradicts itself.
    Damaged {
        /// What should have been there.
        wanted: &'static str,
        /// What its reader says.
        got: String,
    },
    /// The file is a web page.
    Html,
    /// The file is packed by another program than the one that its name promises.
    CompressedFile {
        /// The program: gzip, zip, …
        by: &'static str,
    },
    /// The file is something else.
    UnknownFormat {
        /// What it is, as far as its first bytes tell.
        got: String,
    },
    /// More memory than is allowed.
    TooLarge {
        /// The most that is allowed, in bytes.
        limit: u64,
        /// What is needed; `None` for more than 64 bits can count.
        needed: Option<u64>,
    },
    /// An `.npz` or `.h5` file without arrays.
    NoArrays,
    /// Each array of the file has a problem of its own.
    NothingUsable {
        /// Their names.
        arrays: Vec<String>,
    },
    /// A row with more or fewer cells than the first.
    RaggedRow {
        /// Cells of the first row.
        wanted: usize,
        /// Cells of this one.
        got: usize,
    },
    /// A table without rows, or with its header alone.
    NoRows,
    /// A cell of text in a column of numbers.
    TextForNumber {
        /// The cell.
        got: String,
    },
    /// An empty cell, or one that says that there is no value ("NA").
    EmptyCell {
        /// The cell.
        got: String,
    },
    /// An array of Python objects, which only Python can read.
    ObjectArray,
    /// A type that is no number, no truth value and no text.
    Dtype {
        /// Its name.
        got: String,
    },
    /// A filter of HDF5, or a method of zip, that is not supported.
    Compression {
        /// Its name or number.
        got: String,
    },
    /// A form of HDF5 that is newer than its reader.
    NewerFormat {
        /// The part that is newer, and its version.
        got: String,
    },
    /// NaN or an infinity.
    NotFinite {
        /// Where in the array.
        index: Vec<usize>,
        /// The number.
        got: f64,
    },
    /// An array of another shape than its use needs.
    Shape {
        /// The shapes that would do.
        wanted: String,
        /// The shape that came.
        got: Vec<usize>,
    },
    /// The plan has no X.
    NoInputs,
    /// The plan has no Y.
    NoLabels,
    /// No file of this name is open.
    NoSuchFile {
        /// Those that are.
        known: Vec<String>,
        /// The name that came.
        got: String,
    },
    /// The file has no array of this name.
    NoSuchArray {
        /// Those that it has.
        known: Vec<String>,
        /// The name that came.
        got: String,
    },
    /// The table has no column of this name.
    NoSuchColumn {
        /// Those that it has.
        known: Vec<String>,
        /// The name that came.
        got: String,
    },
    /// Columns have to be named, and are not.
    NoColumns {
        /// What would have been right.
        wanted: &'static str,
        /// How many were named.
        got: usize,
    },
    /// The column of the labels is one of the inputs too.
    LabelColumnInInputs {
        /// The column.
        got: String,
    },
    /// X and Y have different numbers of examples.
    DifferentM {
        /// The shape of X.
        x_shape: Vec<usize>,
        /// The examples of X.
        x_m: usize,
        /// The examples of Y.
        y_m: usize,
    },
    /// The test set has another number of features than the training set.
    DifferentN0 {
        /// The features of the training set.
        wanted: usize,
        /// Those of the test set.
        got: usize,
    },
    /// All labels are the same.
    OneClass {
        /// The class.
        class: ClassCount,
    },
    /// More than two classes, and the plan does not say which is "1".
    ClassChoice {
        /// The classes, the first twenty of them.
        classes: Vec<ClassCount>,
        /// How many there are.
        count: usize,
    },
    /// A class that the training labels do not have.
    NoSuchClass {
        /// The classes that they have.
        classes: Vec<ClassCount>,
        /// The class that came.
        got: String,
    },
    /// Not a number of examples to begin with.
    FirstExamples {
        /// The examples that there are.
        m: usize,
        /// The number that came.
        got: usize,
    },
    /// Something that was asked for is out of its range.
    Range {
        /// What was wanted.
        wanted: String,
        /// What came.
        got: String,
    },
}

impl Problem {
    /// Its name.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::EmptyFile => "empty_file",
            Self::Truncated { .. } => "truncated",
            Self::Damaged { .. } => "damaged",
            Self::Html => "html",
            Self::CompressedFile { .. } => "compressed_file",
            Self::UnknownFormat { .. } => "unknown_format",
            Self::TooLarge { .. } => "too_large",
            Self::NoArrays => "no_arrays",
            Self::NothingUsable { .. } => "nothing_usable",
            Self::RaggedRow { .. } => "ragged_row",
            Self::NoRows => "no_rows",
            Self::TextForNumber { .. } => "text_for_number",
            Self::EmptyCell { .. } => "empty_cell",
            Self::ObjectArray => "object_array",
            Self::Dtype { .. } => "dtype",
            Self::Compression { .. } => "compression",
            Self::NewerFormat { .. } => "newer_format",
            Self::NotFinite { .. } => "not_finite",
            Self::Shape { .. } => "shape",
            Self::NoInputs => "no_inputs",
            Self::NoLabels => "no_labels",
            Self::NoSuchFile { .. } => "no_such_file",
            Self::NoSuchArray { .. } => "no_such_array",
            Self::NoSuchColumn { .. } => "no_such_column",
            Self::NoColumns { .. } => "no_columns",
            Self::LabelColumnInInputs { .. } => "label_column_in_inputs",
            Self::DifferentM { .. } => "different_m",
            Self::DifferentN0 { .. } => "different_n0",
            Self::OneClass { .. } => "one_class",
            Self::ClassChoice { .. } => "class_choice",
            Self::NoSuchClass { .. } => "no_such_class",
            Self::FirstExamples { .. } => "first_examples",
            Self::Range { .. } => "range",
        }
    }

    /// What would have been right.
    #[must_use]
    pub fn wanted(&self) -> String {
        let fixed = match self {
            Self::Truncated { wanted, .. }
            | Self::Shape { wanted, .. }
            | Self::Range { wanted, .. } => return wanted.clone(),
            Self::TooLarge { limit, .. } => return format!("at most {}", megabytes(*limit)),
            Self::RaggedRow { wanted, .. } => {
                return format!("{wanted} cells, as in the first row");
            }
            Self::NoSuchFile { known, .. }
            | Self::NoSuchArray { known, .. }
            | Self::NoSuchColumn { known, .. } => return format!("one of {}", listed(known)),
            Self::DifferentM { y_m, .. } => return format!("{y_m} examples, as in Y"),
            Self::DifferentN0 { wanted, .. } => {
                return format!("{wanted} features, as in the training set");
            }
            Self::NoSuchClass { classes, .. } => return format!("one of {}", counted(classes)),
            Self::FirstExamples { m, .. } => return format!("a whole number from 1 to {m}"),
            Self::Damaged { wanted, .. } | Self::NoColumns { wanted, .. } => wanted,
            Self::EmptyFile | Self::Html | Self::CompressedFile { .. } => {
                "a .h5, .npz, .npy, .csv or .tsv file"
            }
            Self::UnknownFormat { .. } => "a .h5, .npz, .npy, .csv or .tsv file",
            Self::NoArrays => "at least one array",
            Self::NothingUsable { .. } => "at least one array that can be used",
            Self::NoRows => "a table with rows",
            Self::TextForNumber { .. } | Self::EmptyCell { .. } => "a number",
            Self::ObjectArray | Self::Dtype { .. } => "numbers, truth values or text",
            Self::Compression { .. } => "gzip, lzf, or no compression",
            Self::NewerFormat { .. } => "HDF5 as h5py writes it without libver",
            Self::NotFinite { .. } => "finite numbers",
            Self::NoInputs => "an array of inputs",
            Self::NoLabels => "an array of labels",
            Self::LabelColumnInInputs { .. } => "columns of inputs other than the labels",
            Self::OneClass { .. } => "labels of two classes",
            Self::ClassChoice { .. } => "two classes, or the one that is to be 1",
        };
        fixed.to_owned()
    }

    /// What came.
    #[must_use]
    pub fn got(&self) -> String {
        match self {
            Self::EmptyFile => "0 bytes".to_owned(),
            Self::Truncated { got, .. }
            | Self::Damaged { got, .. }
            | Self::UnknownFormat { got }
            | Self::Dtype { got }
            | Self::Compression { got }
            | Self::NewerFormat { got }
            | Self::LabelColumnInInputs { got }
            | Self::Range { got, .. } => got.clone(),
            Self::TextForNumber { got }
            | Self::EmptyCell { got }
            | Self::NoSuchFile { got, .. }
            | Self::NoSuchArray { got, .. }
            | Self::NoSuchColumn { got, .. }
            | Self::NoSuchClass { got, .. } => format!("{got:?}"),
            Self::Html => "HTML, a web page".to_owned(),
            Self::CompressedFile { by } => format!("a file packed by {by}: unpack it first"),
            Self::TooLarge { needed, .. } => {
                needed.map_or_else(|| "more than can be counted".to_owned(), megabytes)
            }
            Self::NoArrays | Self::NoInputs | Self::NoLabels | Self::NoRows => "none".to_owned(),
            Self::NothingUsable { arrays } => listed(arrays),
            Self::RaggedRow { got, .. } => got.to_string(),
            Self::ObjectArray => "an array of Python objects".to_owned(),
            Self::NotFinite { index, got } => format!("{got:?} at {index:?}"),
            Self::Shape { got, .. } => shape(got),
            Self::NoColumns { got, .. } => format!("{got} columns"),
            Self::DifferentM { x_m, x_shape, .. } => {
                format!("{x_m} in X of shape {}", shape(x_shape))
            }
            Self::DifferentN0 { got, .. } | Self::FirstExamples { got, .. } => got.to_string(),
            Self::OneClass { class } => counted(std::slice::from_ref(class)),
            Self::ClassChoice { classes, count } if *count > classes.len() => {
                format!("{count} classes: {}, …", counted(classes))
            }
            Self::ClassChoice { classes, count } => {
                format!("{count} classes: {}", counted(classes))
            }
        }
    }

    /// The classes that it tells of.
    #[must_use]
    pub fn classes(&self) -> &[ClassCount] {
        match self {
            Self::OneClass { class } => std::slice::from_ref(class),
            Self::ClassChoice { classes, .. } | Self::NoSuchClass { classes, .. } => classes,
            _ => &[],
        }
    }
}

/// A shape as Python prints it.
pub(super) fn shape(shape: &[usize]) -> String {
    match shape {
        [one] => format!("({one},)"),
        _ => {
            let axes: Vec<String> = shape.iter().map(usize::to_string).collect();
            format!("({})", axes.join(", "))
        }
    }
}

fn megabytes(bytes: u64) -> String {
    format!("{} MB", bytes.div_ceil(1 << 20))
}

fn listed(names: &[String]) -> String {
    const SHOWN: usize = 20;
    let more = if names.len() > SHOWN { ", …" } else { "" };
    let shown: Vec<&str> = names.iter().take(SHOWN).map(String::as_str).collect();
    format!("{}{more}", shown.join(", "))
}

fn counted(classes: &[ClassCount]) -> String {
    let class = |ClassCount { label, count }: &ClassCount| format!("{label} ({count})");
    classes.iter().map(class).collect::<Vec<_>>().join(", ")
}
