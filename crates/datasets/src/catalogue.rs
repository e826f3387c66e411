//! The table of the data sets: the one place to touch to add one.

use numpy_random::RandomState;
use serde::Serialize;

use crate::{Dataset, DatasetParameters, Error, ImageShape, files, generators};

/// The fewest examples: one of each class.
pub const MIN_M: u32 = 2;

/// The most examples.
pub const MAX_M: u32 = 100_000;

/// The most entries of `X`, n\[0\] · m: 32 MB of them.
pub const MAX_ENTRIES: usize = 4_000_000;

/// A parameter of a data set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Field {
    /// The number of examples.
    M,
    /// The standard deviation of the Gaussian noise.
    Noise,
    /// The seed of NumPy's generator.
    Seed,
    /// The number of inputs, n\[0\].
    N0,
    /// The digit to be told from all others.
    Digit,
}

impl Field {
    /// Every field, in the order in which they are checked and reported.
    pub const ALL: [Self; 5] = [Self::M, Self::Noise, Self::Seed, Self::N0, Self::Digit];

    /// Whether it may be given for any set, also for one that has no use for it.
    pub(crate) fn is_common(self) -> bool {
        matches!(self, Self::M | Self::Noise | Self::Seed)
    }

    /// Its name in a [`DatasetInput`](crate::DatasetInput), an error and a report.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::M => "m",
            Self::Noise => "noise",
            Self::Seed => "seed",
            Self::N0 => "n0",
            Self::Digit => "digit",
        }
    }
}

/// The range of a [`Field`] in one data set.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Parameter {
    /// Which parameter.
    #[serde(rename = "name")]
    pub field: Field,
    /// The least value, itself allowed.
    pub min: f64,
    /// The largest value, itself allowed.
    pub max: f64,
    /// The value where none is given.
    pub default: f64,
    /// Whether it has to be a whole number.
    pub whole: bool,
}

impl Parameter {
    pub(crate) fn allows(&self, value: f64) -> bool {
        (self.min..=self.max).contains(&value) && !(self.whole && value.fract() != 0.0)
    }
}

/// A data set, and what it takes. Two are equal when their names are.
#[derive(Clone, Debug, Serialize)]
pub struct DataSet {
    /// Its name, which is also that of its `.npy` file if it has one.
    pub name: &'static str,
    /// The number of inputs, n\[0\]; `None` where it is a parameter.
    pub n0: Option<usize>,
    /// The picture in a column of `X`, if it is one.
    pub image: Option<ImageShape>,
    /// Whether it is read from the bytes of a file.
    pub file: bool,
    /// What it takes.
    pub parameters: &'static [Parameter],
    #[serde(skip)]
    pub(crate) make: Make,
}

impl DataSet {
    /// The range of `field`, if this set takes it.
    #[must_use]
    pub fn parameter(&self, field: Field) -> Option<&'static Parameter> {
        self.parameters.iter().find(|parameter| parameter.field == field)
    }
}

impl PartialEq for DataSet {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

/// Where the examples come from.
#[derive(Clone, Debug)]
pub(crate) enum Make {
    /// Drawn from the seed.
    Draw(fn(&DatasetParameters, &mut RandomState) -> Dataset),
    /// Read from bytes.
    Read(fn(&DatasetParameters, &[u8]) -> Result<Dataset, Error>),
}

/// The data sets in the order in which to offer them; the first is the default.
///
/// ```
/// let names: Vec<_> = datasets::catalogue().iter().map(|set| set.name).collect();
/// assert_eq!(names[0], "flower");
/// ```
#[must_use]
pub fn catalogue() -> &'static [DataSet] {
    &CATALOGUE
}

static CATALOGUE: [DataSet; 9] = [
    DataSet {
        parameters: &[m(400), noise(0.2), seed(1)],
        ..plane("flower", |p, rng| generators::flower(p.m(), p.noise(), rng))
    },
    DataSet {
        parameters: &[m(400), noise(0.1), seed(1)],
        ..plane("circles", |p, rng| generators::circles(p.m(), p.noise(), rng))
    },
    DataSet {
        parameters: &[m(400), noise(0.2), seed(3)],
        ..plane("moons", |p, rng| generators::moons(p.m(), p.noise(), rng))
    },
    DataSet {
        parameters: &[m(400), noise(1.0), seed(1)],
        ..plane("blobs", |p, rng| generators::blobs(p.m(), p.noise(), rng))
    },
    DataSet {
        parameters: &[m(400), noise(0.1), seed(1)],
        ..plane("xor", |p, rng| generators::xor(p.m(), p.noise(), rng))
    },
    DataSet {
        parameters: &[m(400), noise(0.1), seed(1)],
        ..plane("spiral", |p, rng| generators::spiral(p.m(), p.noise(), rng))
    },
    DataSet {
        name: "randn",
        n0: None,
        image: None,
        file: false,
        parameters: &[m(400), seed(1), whole(Field::N0, 1, 50_000, 5)],
        make: Make::Draw(|p, rng| generators::randn(p.n0(), p.m(), rng)),
    },
    DataSet {
        name: "digits",
        n0: Some(files::digits::N0),
        image: Some(files::digits::IMAGE),
        file: true,
        parameters: &[first_of(files::digits::EXAMPLES), whole(Field::Digit, 0, 9, 0)],
        make: Make::Read(|p, bytes| files::digits::read(bytes, p.m(), p.digit())),
    },
    DataSet {
        name: "cancer",
        n0: Some(files::cancer::N0),
        image: None,
        file: true,
        parameters: &[first_of(files::cancer::EXAMPLES)],
        make: Make::Read(|p, bytes| files::cancer::read(bytes, p.m())),
    },
];

/// Points of the plane, drawn.
const fn plane(
    name: &'static str,
    draw: fn(&DatasetParameters, &mut RandomState) -> Dataset,
) -> DataSet {
    DataSet { name, n0: Some(2), image: None, file: false, parameters: &[], make: Make::Draw(draw) }
}

const fn whole(field: Field, min: u32, max: u32, default: u32) -> Parameter {
    Parameter { field, min: min as f64, max: max as f64, default: default as f64, whole: true }
}

const fn m(default: u32) -> Parameter {
    whole(Field::M, MIN_M, MAX_M, default)
}

/// The first m examples of a file, by default all of them.
const fn first_of(examples: usize) -> Parameter {
    whole(Field::M, MIN_M, examples as u32, examples as u32)
}

const fn noise(default: f64) -> Parameter {
    Parameter { field: Field::Noise, min: 0.0, max: 10.0, default, whole: false }
}

const fn seed(default: u32) -> Parameter {
    whole(Field::Seed, 0, u32::MAX, default)
}
