//! The files that are open.

use std::sync::Arc;

use super::formats::{self, Content, Format};
use super::found::{Found, FoundFile, Item};
use super::note::Note;
use super::source::Source;
use super::thumbnails::{self, Thumbnails};
use super::values::Values;
use super::{FileError, Problem};

/// People's own files. They are read when they are added, and what they hold stays in its own type.
#[derive(Debug, Default)]
pub struct Files {
    files: Vec<File>,
}

/// An open file.
#[derive(Debug)]
pub(super) struct File {
    pub(super) name: String,
    pub(super) format: Format,
    pub(super) items: Vec<Item>,
    bytes: usize,
    memory: usize,
    notes: Vec<Note>,
}

impl File {
    pub(super) fn notes(&self) -> &[Note] {
        &self.notes
    }

    fn found(&self) -> FoundFile {
        FoundFile {
            name: self.name.clone(),
            format: self.format,
            bytes: self.bytes,
            arrays: self.items.iter().map(|item| item.found(&self.name)).collect(),
            notes: self.notes.clone(),
        }
    }
}

impl Files {
    /// Reads a file, and says what is in it. A file of the same name is replaced.
    ///
    /// # Errors
    ///
    /// A file of another format, one that is damaged, and one with nothing in it that can be used. What
    /// is open stays as it is. An array with a problem beside others is no error: its
    /// [`problem`](super::FoundArray::problem) says what is wrong.
    pub fn add(&mut self, name: &str, bytes: Vec<u8>) -> Result<FoundFile, FileError> {
        let bytes = Arc::new(bytes);
        let read = formats::read(name, &bytes)?;
        let problem = |(array, content): &(String, Content)| match content {
            Content::Unusable { problem, .. } => Some(problem.clone().in_array(name, array)),
            Content::Array(_) | Content::Table(_) => None,
        };
        let mut problems: Vec<FileError> = read.contents.iter().filter_map(problem).collect();
        if problems.len() == read.contents.len() {
            let arrays = read.contents.into_iter().map(|(name, _)| name).collect();
            return Err(match problems.len() {
                1 => problems.remove(0),
                _ => Problem::NothingUsable { arrays }.in_file(name),
            });
        }
        let size = bytes.len();
        let mut items: Vec<Item> = read.contents.into_iter().map(Item::new).collect();
        release(&mut items, &bytes);
        let own: usize = items
            .iter()
            .map(|item| match &item.content {
                Content::Array(array) => array.own_bytes(&bytes),
                Content::Table(table) => table.bytes(),
                Content::Unusable { .. } => 0,
            })
            .sum();
        // If arrays still stand in the bytes of the file, those are kept.
        let kept = if Arc::strong_count(&bytes) > 1 { size } else { 0 };
        let mut notes = read.notes;
        if !problems.is_empty() {
            let arrays = problems.into_iter().filter_map(|error| error.place.array).collect();
            notes.push(Note::UnusableArrays { file: name.to_owned(), arrays });
        }
        let file = File {
            name: name.to_owned(),
            format: read.format,
            items,
            bytes: size,
            memory: own + kept,
            notes,
        };
        let found = file.found();
        match self.files.iter_mut().find(|file| file.name == name) {
            Some(old) => *old = file,
            None => self.files.push(file),
        }
        Ok(found)
    }

    /// Forgets a file. Whether it was open is the answer.
    pub fn remove(&mut self, name: &str) -> bool {
        let before = self.files.len();
        self.files.retain(|file| file.name != name);
        self.files.len() < before
    }

    /// What is in the files.
    #[must_use]
    pub fn found(&self) -> Found {
        Found { files: self.files.iter().map(File::found).collect(), memory: self.memory() }
    }

    /// The bytes that the files take.
    #[must_use]
    pub fn memory(&self) -> usize {
        self.files.iter().map(|file| file.memory).sum()
    }

    /// The first `count` pictures of an array, each at most `size` pixels high and wide.
    ///
    /// # Errors
    ///
    /// An array that is not there, or holds no pictures.
    pub fn thumbnails(
        &self,
        file: &str,
        array: &str,
        count: usize,
        size: usize,
    ) -> Result<Thumbnails, FileError> {
        let source = Source::new(file, array);
        let item = self.item(&source)?;
        match &item.content {
            Content::Array(found) => thumbnails::of(found, &item.statistics, count, size),
            Content::Table(table) => Err(no_pictures(vec![table.rows, table.columns.len()])),
            Content::Unusable { problem, .. } => Err(problem.clone()),
        }
        .map_err(|problem| problem.in_array(file, array))
    }

    /// An array of numbers as float64, or the columns of numbers of a table.
    ///
    /// # Errors
    ///
    /// An array that is not there, or holds no numbers.
    pub fn array(&self, file: &str, array: &str) -> Result<Values, FileError> {
        let item = self.item(&Source::new(file, array))?;
        match &item.content {
            Content::Array(found) => Values::of(found),
            Content::Table(table) => Values::of(&table.matrix()),
            Content::Unusable { problem, .. } => Err(problem.clone()),
        }
        .map_err(|problem| problem.in_array(file, array))
    }

    pub(super) fn files(&self) -> &[File] {
        &self.files
    }

    /// The array that a source names.
    pub(super) fn item(&self, source: &Source) -> Result<&Item, FileError> {
        let file = self.files.iter().find(|file| file.name == source.file).ok_or_else(|| {
            let known = self.files.iter().map(|file| file.name.clone()).collect();
            Problem::NoSuchFile { known, got: source.file.clone() }.in_file(&source.file)
        })?;
        file.items.iter().find(|item| item.name == source.array).ok_or_else(|| {
            let known = file.items.iter().map(|item| item.name.clone()).collect();
            Problem::NoSuchArray { known, got: source.array.clone() }.in_file(&source.file)
        })
    }
}

/// Where little of a file is looked at where it stands, that is copied, and the file can go.
fn release(items: &mut [Item], file: &Arc<Vec<u8>>) {
    let shared = |item: &Item| match &item.content {
        Content::Array(array) => array.shared_bytes(file),
        Content::Table(_) | Content::Unusable { .. } => 0,
    };
    if items.iter().map(shared).sum::<usize>() < file.len() / 4 {
        for item in items {
            if let Content::Array(array) = &mut item.content {
                array.detach(file);
            }
        }
    }
}

fn no_pictures(got: Vec<usize>) -> Problem {
    Problem::Shape { wanted: "pictures: (m, h, w) or (m, h, w, c)".to_owned(), got }
}
