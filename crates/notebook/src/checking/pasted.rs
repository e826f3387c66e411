//! What was pasted, one array at a time.

use numpy_text::{Array, Axis, Form, Number, Printed};

/// An array or a number that is to be checked.
#[derive(Debug, Clone, PartialEq)]
pub struct Pasted {
    pub label: String,
    pub name: Option<String>,
    pub line: usize,
    pub column: usize,
    pub array: Array,
    /// Of the lines `Cost after iteration 100: 0.64`, taken together: the iterations.
    pub iterations: Option<Vec<usize>>,
}

impl Pasted {
    /// The arrays of a text. Lines that tell the costs of iterations are one list.
    pub fn all(printed: Vec<Printed>) -> Vec<Self> {
        let mut all: Vec<Self> = vec![];
        for printed in printed {
            let Printed { label, name, array, line, column } = printed;
            let iteration = iteration_of_cost(&label).filter(|_| array.entries.len() == 1);
            match (iteration, all.last_mut().and_then(Self::as_costs)) {
                (Some(iteration), Some((iterations, costs))) => {
                    iterations.push(iteration);
                    costs.entries.extend(array.entries);
                    costs.axes = vec![Axis::Whole(costs.entries.len())];
                }
                (Some(iteration), None) => {
                    let array = Array { axes: vec![Axis::Whole(1)], form: Form::List, ..array };
                    let iterations = Some(vec![iteration]);
                    all.push(Self { label, name: None, line, column, array, iterations });
                }
                (None, _) => all.push(Self { label, name, line, column, array, iterations: None }),
            }
        }
        all
    }

    /// Numbers of a file, which are exact.
    pub fn exact(name: &str, shape: &[usize], values: &[f64]) -> Self {
        let entries = values.iter().copied().map(Number::exact).collect();
        let axes = shape.iter().map(|&length| Axis::Whole(length)).collect();
        Self {
            label: name.to_owned(),
            name: numpy_text::variable(name),
            line: 0,
            column: 0,
            array: Array { axes, entries, form: Form::Repr },
            iterations: None,
        }
    }

    fn as_costs(&mut self) -> Option<(&mut Vec<usize>, &mut Array)> {
        self.iterations.as_mut().map(|iterations| (iterations, &mut self.array))
    }
}

/// 100 of `Cost after iteration 100`.
fn iteration_of_cost(label: &str) -> Option<usize> {
    let lower = label.to_lowercase();
    if !lower.contains("cost") {
        return None;
    }
    let (_, after) = lower.split_once("iteration").or_else(|| lower.split_once("epoch"))?;
    after.trim().trim_end_matches([':', '=', ' ']).parse().ok()
}
