//! What a plan gives, told before it is carried out.

use serde::Serialize;

use super::resolve::{Resolved, resolve};
use super::{Plan, ScalingKind, names, scaling};
use crate::own::files::Files;
use crate::own::formats::Content;
use crate::own::note::Note;
use crate::own::source::Source;
use crate::own::statistics::Statistics;
use crate::own::table::Cells;
use crate::own::{ClassCount, FileError, ImageShape};

/// Larger inputs than this make the first Z so large that a sigmoid or tanh hardly learns.
const LARGE: f64 = 50.0;

/// Classes that are told of.
const MOST_CLASSES: usize = 100;

/// What a plan gives.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Preview {
    /// The number of inputs, n\[0\].
    pub n0: usize,
    /// The examples of the training set.
    pub m: usize,
    /// The examples of the test set; 0 without one.
    pub test_m: usize,
    /// The picture in a column of X.
    pub image: Option<ImageShape>,
    /// What 0 and 1 are.
    pub classes: [PreviewClass; 2],
    /// The classes of the training labels, as they are in the file.
    pub labels: Vec<ClassCount>,
    /// The names of the features, if they have some.
    pub features: Option<Vec<String>>,
    /// The least entry of the array that X is taken from.
    pub min: f64,
    /// Its largest.
    pub max: f64,
    /// What was decided.
    pub notes: Vec<Note>,
    /// What loading needs.
    pub memory: PreviewMemory,
}

/// What 0 or 1 of Y is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PreviewClass {
    /// 0 or 1.
    pub value: u8,
    /// Its name in the files.
    pub name: String,
    /// Its examples in the training set.
    pub count: usize,
    /// Its examples in the test set.
    pub test_count: usize,
}

/// Bytes that loading needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct PreviewMemory {
    /// X as float64, training and test set.
    #[serde(rename = "X")]
    pub x: u64,
    /// What the files take meanwhile.
    pub files: u64,
    /// Both.
    pub total: u64,
}

pub(in crate::own) fn check(plan: &Plan, files: &Files) -> Result<Preview, FileError> {
    let resolved = resolve(plan, files)?;
    let [zero, one] = class_names(&resolved, plan, files);
    let Resolved { train, labels, test, mapping, image, m } = &resolved;
    let count = |labels: &[f64], value: u8| {
        labels.iter().filter(|&&label| label == f64::from(value)).count()
    };
    let y = labels.zero_or_one(mapping, *m);
    let test_y = test
        .as_ref()
        .map_or_else(Vec::new, |(inputs, labels)| labels.zero_or_one(mapping, inputs.m()));
    let class = |value: u8, name: String| PreviewClass {
        value,
        name,
        count: count(&y, value),
        test_count: count(&test_y, value),
    };
    let classes = [class(0, zero), class(1, one)];
    let statistics = match &plan.X {
        Some(X) => range(&resolved, X, files)?,
        None => Statistics::default(),
    };
    let (min, max) = (statistics.min.unwrap_or(0.0), statistics.max.unwrap_or(0.0));

    let (n0, test_m) = (train.n0(), test_y.len());
    let x = (n0 as u64) * (*m as u64 + test_m as u64) * 8;
    let memory =
        PreviewMemory { x, files: files.memory() as u64, total: x + files.memory() as u64 };
    let mut preview = Preview {
        n0,
        m: *m,
        test_m,
        image: *image,
        classes,
        labels: labels.counts(labels.m()).into_iter().take(MOST_CLASSES).collect(),
        features: train.names(),
        min,
        max,
        notes: Vec::new(),
        memory,
    };
    preview.notes = notes(plan, files, &resolved, &preview);
    Ok(preview)
}

/// The range of what X is taken from.
fn range(resolved: &Resolved, X: &Source, files: &Files) -> Result<Statistics, FileError> {
    let super::Inputs::Columns { table, columns } = &resolved.train else {
        return Ok(files.item(X)?.statistics.clone());
    };
    let mut all = Statistics::default();
    for &at in columns {
        if let Cells::Numbers { statistics, .. } = &table.columns[at].cells {
            all.join(statistics);
        }
    }
    Ok(all)
}

fn notes(plan: &Plan, files: &Files, resolved: &Resolved, preview: &Preview) -> Vec<Note> {
    let Resolved { train, labels, mapping, m, .. } = resolved;
    let mut notes = Vec::new();
    notes.extend(mapping.note());
    if *m < labels.m() {
        notes.push(Note::FirstExamples { used: *m, of: labels.m() });
    }
    if let [rows, columns] = train.shape()[..]
        && rows == columns
        && matches!(train, super::Inputs::Array { .. })
    {
        notes.push(Note::Square { examples: plan.examples, m: rows });
    }
    match plan.scaling {
        ScalingKind::None if preview.max.max(-preview.min) > LARGE => {
            notes.push(Note::Unscaled { min: preview.min, max: preview.max });
        }
        ScalingKind::Standardise => {
            let count = scaling::constant_features(train, *m);
            if count > 0 {
                notes.push(Note::ConstantFeatures { count });
            }
        }
        ScalingKind::None | ScalingKind::Bytes => {}
    }
    if preview.test_m > 0
        && let Some(only) = preview.classes.iter().find(|class| class.test_count == preview.test_m)
    {
        notes.push(Note::OneTestClass { name: only.name.clone() });
    }
    if let (Some(Source { file, array, .. }), None) = (&plan.test_X, &plan.test_Y) {
        notes.push(Note::NoTestLabels { file: file.clone(), array: array.clone() });
    }
    let sources = [&plan.X, &plan.Y, &plan.test_X, &plan.test_Y];
    let is_used = |name: &str| sources.iter().any(|s| s.as_ref().is_some_and(|s| s.file == name));
    for file in files.files().iter().filter(|file| is_used(&file.name)) {
        notes.extend(file.notes().iter().cloned());
    }
    notes.extend(text_columns(plan, files));
    notes
}

/// The columns of words that X leaves out.
fn text_columns(plan: &Plan, files: &Files) -> Option<Note> {
    let X = plan.X.as_ref().filter(|X| X.columns.is_none())?;
    let Content::Table(table) = &files.item(X).ok()?.content else { return None };
    let is_label = |name: &String| {
        plan.Y.as_ref().is_some_and(|Y| {
            Y.file == X.file && Y.columns.as_ref().is_some_and(|columns| columns.contains(name))
        })
    };
    let columns: Vec<String> = table
        .columns
        .iter()
        .filter(|column| matches!(column.cells, Cells::Words { mixed: false, .. }))
        .map(|column| column.name.clone())
        .filter(|name| !is_label(name))
        .collect();
    (!columns.is_empty()).then(|| Note::TextColumns { file: X.file.clone(), columns })
}

/// What 0 and 1 are called: as a list of names in the files says (`list_classes`), else by their labels.
pub(super) fn class_names(resolved: &Resolved, plan: &Plan, files: &Files) -> [String; 2] {
    let own = plan.Y.as_ref().map_or("", |Y| Y.file.as_str());
    let mut lists: Vec<(bool, Vec<String>)> = Vec::new();
    for file in files.files() {
        for item in &file.items {
            let Content::Array(array) = &item.content else { continue };
            let fits = array.shape().len() == 1 && array.len() >= resolved.mapping.classes.len();
            if array.dtype().is_text()
                && fits
                && array.len() <= MOST_CLASSES
                && names::is_list(&item.name)
            {
                let texts = (0..array.len()).map(|at| array.text(at)).collect();
                lists.push((file.name == own, texts));
            }
        }
    }
    let best = lists.iter().find(|(is_own, _)| *is_own).or_else(|| lists.first());
    resolved.mapping.names(best.map(|(_, texts)| texts.as_slice()))
}
