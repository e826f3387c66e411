//! Parameters as they arrive, and their check.

use serde::Deserialize;

use crate::catalogue::{DataSet, Field, MAX_ENTRIES, catalogue};
use crate::{DatasetParameters, Error};

/// Unchecked parameters: any of them may be missing, and any number may be wrong.
///
/// An unknown field is an error already where this is deserialised.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct DatasetInput {
    /// Which data set.
    pub name: Option<String>,
    /// The number of examples.
    pub m: Option<f64>,
    /// The standard deviation of the Gaussian noise.
    pub noise: Option<f64>,
    /// The seed of NumPy's generator.
    pub seed: Option<f64>,
    /// The number of inputs, n\[0\].
    pub n0: Option<f64>,
    /// The digit to be told from all others.
    pub digit: Option<f64>,
}

impl DatasetInput {
    /// A data set with all its defaults.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self { name: Some(name.to_owned()), ..Self::default() }
    }

    fn get(&self, field: Field) -> Option<f64> {
        match field {
            Field::M => self.m,
            Field::Noise => self.noise,
            Field::Seed => self.seed,
            Field::N0 => self.n0,
            Field::Digit => self.digit,
        }
    }

    /// The parameters, if every one given is one of the data set's and in its range.
    ///
    /// With the name of the current set, or none, a missing parameter keeps its current value; with
    /// another name it takes that set's default. Without a current set and a name, the set is the
    /// first of the [`catalogue`].
    ///
    /// Noise and seed may be given for any set, so that a script can change the name alone in what it
    /// has; a set that has no use for them ignores them.
    ///
    /// # Errors
    ///
    /// The first field that is wrong: an unknown name, `n0` or `digit` for a set without it, a
    /// number out of its range or not whole, or an `X` of more than [`MAX_ENTRIES`] entries.
    pub fn check(&self, current: Option<&DatasetParameters>) -> Result<DatasetParameters, Error> {
        let set = self.set(current)?;
        let current = current.filter(|current| current.set() == set);

        let mut checked = DatasetParameters::defaults(set);
        for field in Field::ALL {
            match (set.parameter(field), self.get(field)) {
                (None, None) => {}
                (None, Some(_)) if field.is_common() => {}
                (None, Some(got)) => return Err(Error::NotTaken { field, set, got }),
                (Some(parameter), Some(got)) if !parameter.allows(got) => {
                    return Err(Error::Number { parameter: *parameter, got });
                }
                (Some(_), Some(value)) => checked.set_value(field, value),
                (Some(_), None) => {
                    if let Some(value) = current.and_then(|current| current.get(field)) {
                        checked.set_value(field, value);
                    }
                }
            }
        }
        self.check_entries(&checked)?;
        Ok(checked)
    }

    fn set(&self, current: Option<&DatasetParameters>) -> Result<&'static DataSet, Error> {
        match (&self.name, current) {
            (Some(name), _) => catalogue()
                .iter()
                .find(|set| set.name == name)
                .ok_or_else(|| Error::Name { got: name.clone() }),
            (None, Some(current)) => Ok(current.set()),
            (None, None) => Ok(&catalogue()[0]),
        }
    }

    /// Blames m if m alone was given, else n0.
    fn check_entries(&self, checked: &DatasetParameters) -> Result<(), Error> {
        let (n0, m) = (checked.n0(), checked.m());
        // In wasm32 a usize would overflow.
        if n0 as u64 * m as u64 <= MAX_ENTRIES as u64 {
            return Ok(());
        }
        let (field, got, other, other_value) = if self.m.is_some() && self.n0.is_none() {
            (Field::M, m, Field::N0, n0)
        } else {
            (Field::N0, n0, Field::M, m)
        };
        Err(Error::TooLarge { field, max: MAX_ENTRIES / other_value, other, other_value, got })
    }
}

impl From<&DatasetParameters> for DatasetInput {
    fn from(parameters: &DatasetParameters) -> Self {
        Self {
            name: Some(parameters.name().to_owned()),
            m: parameters.get(Field::M),
            noise: parameters.get(Field::Noise),
            seed: parameters.get(Field::Seed),
            n0: parameters.get(Field::N0),
            digit: parameters.get(Field::Digit),
        }
    }
}
