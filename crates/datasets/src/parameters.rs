//! Checked parameters, and the data set they stand for.

use numpy_random::RandomState;
use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::catalogue::{DataSet, Field, Make};
use crate::{Dataset, Error};

/// A data set's name and valid parameters, made by [`DatasetInput::check`](crate::DatasetInput::check).
///
/// Serialised as a flat object with the parameters that the set takes:
///
/// ```
/// let flower = datasets::DatasetInput::named("flower").check(None)?;
/// assert_eq!(
///     serde_json::to_string(&flower).unwrap(),
///     r#"{"name":"flower","m":400,"noise":0.2,"seed":1}"#
/// );
/// # Ok::<(), datasets::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct DatasetParameters {
    set: &'static DataSet,
    /// By `Field`, 0 where the set does not take it. Each was found to be allowed.
    values: [f64; Field::ALL.len()],
}

impl DatasetParameters {
    pub(crate) fn defaults(set: &'static DataSet) -> Self {
        let values = Field::ALL.map(|field| set.parameter(field).map_or(0.0, |p| p.default));
        Self { set, values }
    }

    pub(crate) fn set_value(&mut self, field: Field, value: f64) {
        self.values[field as usize] = value + 0.0; // −0 becomes 0
    }

    /// The entry of the [`catalogue`](crate::catalogue).
    #[must_use]
    pub fn set(&self) -> &'static DataSet {
        self.set
    }

    /// The name of the data set.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.set.name
    }

    /// The value of a parameter, if the set takes it.
    #[must_use]
    pub fn get(&self, field: Field) -> Option<f64> {
        self.set.parameter(field).map(|_| self.values[field as usize])
    }

    /// The file whose bytes [`load`](Self::load) needs, without its ending `.npy`.
    #[must_use]
    pub fn file(&self) -> Option<&'static str> {
        self.set.file.then_some(self.set.name)
    }

    /// The number of inputs, n\[0\].
    #[must_use]
    pub fn n0(&self) -> usize {
        self.set.n0.unwrap_or(self.values[Field::N0 as usize] as usize)
    }

    /// The number of examples.
    #[must_use]
    pub fn m(&self) -> usize {
        self.values[Field::M as usize] as usize
    }

    pub(crate) fn noise(&self) -> f64 {
        self.values[Field::Noise as usize]
    }

    pub(crate) fn digit(&self) -> u8 {
        self.values[Field::Digit as usize] as u8
    }

    /// Draws the data set, or reads it from the bytes of its [`file`](Self::file).
    ///
    /// Equal parameters (and bytes) give equal data. A set that is drawn looks at no bytes.
    ///
    /// # Errors
    ///
    /// [`Error::NoBytes`] without the bytes of a file that is needed, [`Error::Bytes`] if they are
    /// cut short, of another type or shape, or hold a value that cannot be right.
    pub fn load(&self, bytes: Option<&[u8]>) -> Result<Dataset, Error> {
        match self.set.make {
            Make::Draw(draw) => {
                let seed = self.values[Field::Seed as usize] as u32;
                Ok(draw(self, &mut RandomState::seed(seed)))
            }
            Make::Read(read) => read(self, bytes.ok_or(Error::NoBytes { file: self.set.name })?),
        }
    }
}

impl Serialize for DatasetParameters {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(1 + self.set.parameters.len()))?;
        map.serialize_entry("name", self.set.name)?;
        for parameter in self.set.parameters {
            let value = self.values[parameter.field as usize];
            if parameter.whole {
                map.serialize_entry(parameter.field.name(), &(value as u32))?;
            } else {
                map.serialize_entry(parameter.field.name(), &value)?;
            }
        }
        map.end()
    }
}
