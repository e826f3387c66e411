//! The labels as they are stored, and how they become 0 and 1.

use std::collections::HashMap;

use crate::own::array::{Array, number_text};
use crate::own::note::Note;
use crate::own::table::{Cells, Column};
use crate::own::{ClassCount, Problem};

/// More classes than this are not told of.
const MOST_CLASSES: usize = 100;

/// A label: its text, and its number if it is one.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::own) struct Class {
    pub(in crate::own) text: String,
    pub(in crate::own) number: Option<f64>,
}

/// The classes in order, and the class of each example.
#[derive(Clone, Debug)]
pub(in crate::own) struct Labels {
    pub(in crate::own) classes: Vec<Class>,
    codes: Vec<u32>,
    /// Where a truth value, number or text could not be read: the position, and what is there.
    pub(super) bad: Option<(usize, f64)>,
}

/// Which class becomes 1; all others become 0.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::own) struct Mapping {
    pub(in crate::own) one: Class,
    /// All classes of the training labels.
    pub(in crate::own) classes: Vec<Class>,
}

impl Labels {
    /// Labels of the shape (m,), (m, 1) or (1, m).
    pub(super) fn of_array(array: &Array) -> Result<Self, Problem> {
        let m = match *array.shape() {
            [m] | [m, 1] | [1, m] => m,
            ref shape => {
                let wanted = "labels of shape (m,), (1, m) or (m, 1)".to_owned();
                return Err(Problem::Shape { wanted, got: shape.to_vec() });
            }
        };
        // One axis has the length 1, so either order is that of the examples.
        let is_text = array.dtype().is_text();
        let number = |at: usize| (!is_text).then(|| array.number(at));
        Ok(Self::collect((0..m).map(|at| (number(at), at)), |&at| array.text(at)))
    }

    pub(super) fn of_column(column: &Column) -> Self {
        match &column.cells {
            Cells::Numbers { numbers, .. } => {
                Self::collect(numbers.iter().map(|&number| (Some(number), number)), |&number| {
                    number_text(number)
                })
            }
            Cells::Words { words, codes, .. } => {
                let mut labels = Self::collect(codes.iter().map(|&code| (None, code)), |&code| {
                    words[code as usize].clone()
                });
                // An empty cell is no class.
                if let Some(empty) = labels.classes.iter().position(|class| class.text.is_empty()) {
                    let at = labels.codes.iter().position(|&code| code as usize == empty);
                    labels.bad = at.map(|at| (at, f64::NAN));
                }
                labels
            }
        }
    }

    /// Numbers are told apart by their values, words by their texts.
    fn collect<T>(
        labels: impl Iterator<Item = (Option<f64>, T)>,
        text: impl Fn(&T) -> String,
    ) -> Self {
        let mut by_number: HashMap<u64, u32> = HashMap::new();
        let mut by_text: HashMap<String, u32> = HashMap::new();
        let (mut classes, mut codes, mut bad) = (Vec::new(), Vec::new(), None);
        for (position, (number, label)) in labels.enumerate() {
            let next = classes.len() as u32;
            let code = match number {
                Some(number) => *by_number.entry((number + 0.0).to_bits()).or_insert(next),
                None => *by_text.entry(text(&label)).or_insert(next),
            };
            if code == next {
                classes.push(Class { text: text(&label), number });
                if let Some(number) = number.filter(|number| !number.is_finite()) {
                    bad = bad.or(Some((position, number)));
                }
            }
            codes.push(code);
        }
        let mut order: Vec<u32> = (0..classes.len() as u32).collect();
        order.sort_by(|&a, &b| {
            let (a, b): (&Class, &Class) = (&classes[a as usize], &classes[b as usize]);
            match (a.number, b.number) {
                (Some(a), Some(b)) => a.total_cmp(&b),
                _ => a.text.cmp(&b.text),
            }
        });
        let mut rank = vec![0; order.len()];
        for (at, &class) in order.iter().enumerate() {
            rank[class as usize] = at as u32;
        }
        let classes = order.iter().map(|&class| classes[class as usize].clone()).collect();
        let codes = codes.iter().map(|&code| rank[code as usize]).collect();
        Self { classes, codes, bad }
    }

    pub(super) fn m(&self) -> usize {
        self.codes.len()
    }

    /// The classes of the first `m` examples with their numbers.
    pub(super) fn counts(&self, m: usize) -> Vec<ClassCount> {
        let mut counts = vec![0; self.classes.len()];
        for &code in &self.codes[..m.min(self.codes.len())] {
            counts[code as usize] += 1;
        }
        let named = self.classes.iter().zip(counts);
        named.map(|(class, count)| ClassCount { label: class.text.clone(), count }).collect()
    }

    /// The labels of the first `m` examples.
    pub(super) fn zero_or_one(&self, mapping: &Mapping, m: usize) -> Vec<f64> {
        let one = self.classes.iter().position(|class| class.is(&mapping.one));
        self.codes[..m.min(self.codes.len())]
            .iter()
            .map(|&code| f64::from(Some(code as usize) == one))
            .collect()
    }

    /// Which class becomes 1: the chosen one, else the second of two.
    pub(super) fn mapping(&self, positive: Option<&str>, m: usize) -> Result<Mapping, Problem> {
        let counts = self.counts(m);
        let used: Vec<&ClassCount> = counts.iter().filter(|class| class.count > 0).collect();
        if let [class] = used[..] {
            return Err(Problem::OneClass { class: class.clone() });
        }
        let count = counts.len();
        let classes = counts.into_iter().take(MOST_CLASSES).collect();
        let one = match (positive, &self.classes[..]) {
            (Some(positive), all) => match all.iter().find(|class| class.is_called(positive)) {
                Some(class) => class.clone(),
                None => return Err(Problem::NoSuchClass { classes, got: positive.to_owned() }),
            },
            (None, [_, second]) => second.clone(),
            (None, _) => return Err(Problem::ClassChoice { classes, count }),
        };
        Ok(Mapping { one, classes: self.classes.clone() })
    }
}

impl Class {
    pub(super) fn is(&self, other: &Self) -> bool {
        match (self.number, other.number) {
            (Some(a), Some(b)) => a == b,
            (None, None) => self.text == other.text,
            _ => false,
        }
    }

    fn is_called(&self, name: &str) -> bool {
        self.text == name || self.number.is_some_and(|number| name.parse() == Ok(number))
    }
}

impl Mapping {
    /// Whether the labels are 0 and 1 already (or truth values), and stay what they are.
    pub(in crate::own) fn is_identity(&self) -> bool {
        let numbers: Vec<Option<f64>> = self.classes.iter().map(|class| class.number).collect();
        numbers == [Some(0.0), Some(1.0)] && self.one.number == Some(1.0)
    }

    fn rest(&self) -> impl Iterator<Item = &Class> {
        self.classes.iter().filter(|class| !class.is(&self.one))
    }

    /// The names of 0 and 1; `list` has those of the classes 0, 1, … if the files name them.
    pub(super) fn names(&self, list: Option<&[String]>) -> [String; 2] {
        let name = |class: &Class| {
            let at = class.number.filter(|number| number.fract() == 0.0 && *number >= 0.0);
            let named = at.and_then(|at| list?.get(at as usize));
            named.unwrap_or(&class.text).clone()
        };
        let one = name(&self.one);
        let mut rest = self.rest();
        match (rest.next(), rest.next()) {
            (Some(zero), None) => [name(zero), one],
            _ => [format!("not {one}"), one],
        }
    }

    pub(super) fn note(&self) -> Option<Note> {
        let rest: Vec<String> = self.rest().map(|class| class.text.clone()).collect();
        let one = self.one.text.clone();
        match rest.len() {
            _ if self.is_identity() => None,
            1 => Some(Note::Labels { zero: rest.into_iter().next()?, one }),
            _ => Some(Note::OneAgainstRest {
                one,
                rest: rest.into_iter().take(MOST_CLASSES).collect(),
            }),
        }
    }
}
