//! The line before a mistake: it makes the operand that the mistake is made with.

use std::fmt;

use numpy_expressions::{Arrays, Failure, Shape, Shapes, Statement};
use serde::{Serialize, Serializer};

/// A line that makes an operand of the wrong shape. It displays, and is serialized, as its Python text.
#[derive(Debug, Clone, PartialEq)]
pub struct Setup(Line);

#[derive(Debug, Clone, PartialEq)]
enum Line {
    /// A parameter of shape (n,) from the start: `b2 = np.zeros(4)`. Training has brought numbers into
    /// it since, and they are those of the right one.
    Zeros { name: String, n: usize },
    /// A matrix whose entries are put into one row of no second axis: `Y = Y.flatten()`.
    Flatten { name: String },
    /// Any other line.
    Statement(Statement),
}

impl Setup {
    pub(crate) fn zeros(name: impl Into<String>, n: usize) -> Self {
        Self(Line::Zeros { name: name.into(), n })
    }

    pub(crate) fn flatten(name: impl Into<String>) -> Self {
        Self(Line::Flatten { name: name.into() })
    }

    /// The variable that it makes anew.
    #[must_use]
    pub fn target(&self) -> &str {
        match &self.0 {
            Line::Zeros { name, .. } | Line::Flatten { name } => name,
            Line::Statement(statement) => &statement.target,
        }
    }

    /// The variables whose values it takes, the one that it makes anew among them where it keeps its
    /// numbers.
    #[must_use]
    pub fn names(&self) -> Vec<&str> {
        match &self.0 {
            Line::Zeros { name, .. } | Line::Flatten { name } => vec![name],
            Line::Statement(statement) => statement.names(),
        }
    }

    /// The largest array that it makes.
    pub(crate) fn largest(&self, env: &Shapes) -> Result<u128, Failure> {
        match &self.0 {
            Line::Statement(statement) => statement.largest(env),
            _ => Ok(0), // as many entries as a variable already has
        }
    }

    /// Changes the shape of the variable that it makes anew.
    pub(crate) fn reshape(&self, env: &mut Shapes) -> Result<(), Failure> {
        let shape = match &self.0 {
            Line::Statement(statement) => Some(statement.shape(env)?),
            Line::Zeros { n, .. } => Some([*n].into()),
            Line::Flatten { name } => env.get(name).map(|shape| {
                let entries = shape.axes().iter().product::<usize>();
                Shape::from([entries])
            }),
        };
        env.extend(shape.map(|shape| (self.target().to_owned(), shape)));
        Ok(())
    }

    /// Changes the values of the variable that it makes anew.
    pub(crate) fn run(&self, env: &mut Arrays<'_>) -> Result<(), Failure> {
        let values = match &self.0 {
            Line::Statement(statement) => Some(statement.evaluate(env)?),
            Line::Zeros { name, .. } | Line::Flatten { name } => {
                env.get(name).map(|values| values.flatten().into_owned().into_dyn())
            }
        };
        env.extend(values.map(|values| (self.target().to_owned(), values.into())));
        Ok(())
    }
}

impl From<Statement> for Setup {
    fn from(statement: Statement) -> Self {
        Self(Line::Statement(statement))
    }
}

impl fmt::Display for Setup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Line::Zeros { name, n } => write!(f, "{name} = np.zeros({n})"),
            Line::Flatten { name } => write!(f, "{name} = {name}.flatten()"),
            Line::Statement(statement) => statement.fmt(f),
        }
    }
}

impl Serialize for Setup {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
