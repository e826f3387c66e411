//! The data that a network is trained on, and what the page has to know of them.

use std::sync::Arc;

use boundary::Problem;
use datasets::{DatasetParameters, ImageShape};
use nn::Examples;
use serde::ser::{Serialize, SerializeStruct, Serializer};

use crate::pixels::Pixels;
use crate::problem::{of_dataset, of_network};

/// The name of the data that were opened from files.
pub const OPENED: &str = "opened";

/// Examples to train on and to test with. Copies share them.
#[derive(Debug, Clone)]
pub struct Data {
    pub origin: Origin,
    pub examples: Arc<Examples>,
    pub test: Option<Arc<Examples>>,
    /// The picture in a column of X, if it is one, and how it became inputs.
    pub image: Option<Arc<Pixels>>,
    /// What labels 0 and 1 stand for.
    pub classes: Option<[String; 2]>,
}

/// Where data come from.
#[derive(Debug, Clone, PartialEq)]
pub enum Origin {
    /// A set of the catalogue.
    Catalogue(DatasetParameters),
    /// Files.
    Opened(Opened),
}

/// What the files that were opened are called, and how large the data are.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Opened {
    /// Tells one opening from another.
    #[serde(skip)]
    pub number: u32,
    pub title: String,
    pub n0: usize,
    pub m: usize,
}

impl Data {
    /// Draws a set of the catalogue, or reads it from the bytes of its file.
    pub fn load(parameters: &DatasetParameters, file: Option<&[u8]>) -> Result<Self, Problem> {
        let data = parameters.load(file).map_err(of_dataset)?;
        let image = data.image().map(|shape| Arc::new(Pixels::unscaled(shape)));
        let (X, Y) = data.into_parts();
        Ok(Self {
            origin: Origin::Catalogue(parameters.clone()),
            examples: Arc::new(Examples::new(X, Y).map_err(of_network)?),
            test: None,
            image,
            classes: None,
        })
    }

    pub fn image_shape(&self) -> Option<ImageShape> {
        self.image.as_ref().map(|pixels| pixels.shape)
    }

    /// What was opened, if these are data from files.
    pub fn opened(&self) -> Option<&Opened> {
        match &self.origin {
            Origin::Catalogue(_) => None,
            Origin::Opened(opened) => Some(opened),
        }
    }
}

impl Origin {
    /// The number of inputs, and of examples.
    pub fn size(&self) -> (usize, usize) {
        match self {
            Self::Catalogue(parameters) => (parameters.n0(), parameters.m()),
            Self::Opened(opened) => (opened.n0, opened.m),
        }
    }

    /// The file of the catalogue that it is read from.
    pub fn file(&self) -> Option<&'static str> {
        match self {
            Self::Catalogue(parameters) => parameters.file(),
            Self::Opened(_) => None,
        }
    }
}

impl Serialize for Origin {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Catalogue(parameters) => parameters.serialize(serializer),
            Self::Opened(Opened { title, m, .. }) => {
                let mut object = serializer.serialize_struct("Opened", 3)?;
                object.serialize_field("name", OPENED)?;
                object.serialize_field("title", title)?;
                object.serialize_field("m", m)?;
                object.end()
            }
        }
    }
}
