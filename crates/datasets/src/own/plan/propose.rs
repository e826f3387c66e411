//! A guess at what is X and what is Y.

use super::candidates::{Inputs, Labels, candidates};
use super::names::Role;
use super::{Examples, Plan, ScalingKind};
use crate::own::dtype::Dtype;
use crate::own::files::File;
use crate::own::formats::Content;
use crate::own::source::Source;

/// Inputs that are larger than this are standardised, unless they are pictures.
const LARGE: f64 = 100.0;

/// The likeliest pair of X and Y, and of the arrays that a test set is made of.
pub(in crate::own) fn propose(files: &[File]) -> Plan {
    let (inputs, labels) = candidates(files);
    let mut plan = Plan::default();
    let Some((x, y)) = best_pair(&inputs, &labels, |_, _| 0.0) else {
        // A half of it may be there.
        plan.X = best(inputs.iter(), |x| x.score).map(|x| x.source.clone());
        plan.Y = best(labels.iter(), |y| y.score).map(|y| y.source.clone());
        return plan;
    };
    let shape = x.beside(y).to_vec();
    plan.examples = examples(&shape, y);
    plan.flatten = shape.len() > 2;
    plan.scaling = scaling(x);
    plan.X = Some(x.source.clone());
    plan.Y = Some(y.source.clone());

    // Whatever is not this and says that it is for a test.
    let n0 = features(&shape, plan.examples);
    let is_test = |role: Role, source: &Source, used: &Source| {
        role.is_test && source.file_and_array() != used.file_and_array()
    };
    let inputs: Vec<Inputs> = inputs
        .into_iter()
        .filter(|other| {
            is_test(other.role, &other.source, plan.X.as_ref().unwrap_or(&other.source))
        })
        .filter(|other| features(&other.shape, plan.examples) == n0)
        .collect();
    let labels: Vec<Labels> = labels
        .into_iter()
        .filter(|other| {
            is_test(other.role, &other.source, plan.Y.as_ref().unwrap_or(&other.source))
        })
        .collect();
    let fits = |x: &Inputs, y: &Labels| {
        if length(x.beside(y), plan.examples) == Some(y.m) { 100.0 } else { -1000.0 }
    };
    if let Some((x, y)) = best_pair(&inputs, &labels, fits)
        && length(x.beside(y), plan.examples) == Some(y.m)
    {
        plan.test_X = Some(x.source.clone());
        plan.test_Y = Some(y.source.clone());
    } else {
        plan.test_X = best(inputs.iter(), |x| x.score).map(|x| x.source.clone());
    }
    plan
}

fn best<T>(all: impl Iterator<Item = T>, score: impl Fn(&T) -> f64) -> Option<T> {
    // The first of equals.
    all.fold(None, |best, next| match best {
        Some(best) if score(&best) >= score(&next) => Some(best),
        _ => Some(next),
    })
}

fn best_pair<'a, 'b>(
    inputs: &'a [Inputs<'b>],
    labels: &'a [Labels],
    more: impl Fn(&Inputs, &Labels) -> f64,
) -> Option<(&'a Inputs<'b>, &'a Labels)> {
    let pairs = inputs.iter().flat_map(|x| labels.iter().map(move |y| (x, y)));
    // An array is not its own label; a table may have both.
    let pairs = pairs.filter(|(x, y)| {
        y.source.columns.is_some() || x.source.file_and_array() != y.source.file_and_array()
    });
    // Nor are the only column of a table and its labels the same.
    let pairs = pairs.filter(|(x, y)| {
        x.source.file_and_array() != y.source.file_and_array() || x.shape.last() != Some(&0)
    });
    best(pairs, |(x, y)| {
        let shape = x.beside(y);
        let fits = shape.first() == Some(&y.m) || shape.last() == Some(&y.m);
        let same_file = if x.source.file == y.source.file { 5.0 } else { 0.0 };
        let same_set = if x.role.is_train == y.role.is_train && x.role.is_test == y.role.is_test {
            10.0
        } else {
            0.0
        };
        x.score + y.score + same_file + same_set + if fits { 30.0 } else { 0.0 } + more(x, y)
    })
}

/// Along which axis X has the examples of Y; where both would do, a row of labels and no picture say
/// that it is the last.
fn examples(shape: &[usize], y: &Labels) -> Examples {
    let (rows, columns) = (shape.first() == Some(&y.m), shape.last() == Some(&y.m));
    match (rows, columns) {
        (true, false) => Examples::Rows,
        (false, true) => Examples::Columns,
        _ if y.is_row && shape.len() == 2 => Examples::Columns,
        _ => Examples::Rows,
    }
}

fn length(shape: &[usize], examples: Examples) -> Option<usize> {
    match examples {
        Examples::Rows => shape.first().copied(),
        Examples::Columns => shape.last().copied(),
    }
}

fn features(shape: &[usize], examples: Examples) -> Vec<usize> {
    match (shape, examples) {
        ([_, rest @ ..], Examples::Rows) | ([rest @ .., _], Examples::Columns) => rest.to_vec(),
        ([], _) => Vec::new(),
    }
}

/// Pictures, and bytes that use their range, are divided by 255; other large numbers are standardised.
fn scaling(x: &Inputs) -> ScalingKind {
    let (min, max) = (x.statistics.min.unwrap_or(0.0), x.statistics.max.unwrap_or(0.0));
    let is_byte = match &x.item.content {
        Content::Array(array) => array.dtype() == Dtype::U8 && max > 16.0,
        _ => false,
    };
    let is_picture = x.shape.len() > 2 && min >= 0.0 && max > 1.0 && max <= 255.0;
    // Many numbers that go from black to white are pixels, whatever they are stored in.
    let is_many = x.shape.last().is_some_and(|&n0| n0 >= 64) && min >= 0.0 && max <= 255.0;
    if is_byte || is_picture || is_many && max > LARGE {
        ScalingKind::Bytes
    } else if x.shape.len() == 2 && max.max(-min) > LARGE {
        ScalingKind::Standardise
    } else {
        ScalingKind::None
    }
}
