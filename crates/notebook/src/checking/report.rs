//! What became of each pasted array.

use numpy_text::{Axis, Form};

use super::check::{Arrangement, Candidate, Cells, Check, Difference, FoundBy, Status};
use super::comparison::{Comparison, Tolerance, difference, matrix};
use super::fit::Case;
use super::layout::{Layout, layouts};
use super::order::order;
use super::pasted::Pasted;
use super::right_run::RightRun;
use super::search::search;
use super::state::Numbers;
use super::subject::{CostName, Subject, SubjectName};
use crate::error::Error;

/// The most entries that are handed over one by one.
const CELLS_LIMIT: usize = 20_000;
/// The most differences that are told.
const DIFFERENCES_LIMIT: usize = 20;
/// The iterations between two entries of a list of costs, as notebooks have them.
const STRIDES: [usize; 8] = [1, 100, 10, 1000, 50, 20, 200, 500];

/// Checks arrays, and looks for what made those that differ.
pub fn checks(run: &RightRun, pasted: Vec<Pasted>) -> Result<Vec<Check>, Error> {
    let found: Vec<(Check, Case)> = pasted.into_iter().map(|pasted| check(run, pasted)).collect();
    let (mut checks, cases): (Vec<_>, Vec<_>) = found.into_iter().unzip();
    let is_known = |case: &Case| !case.subjects.is_empty();
    let (indices, known): (Vec<_>, Vec<_>) =
        cases.into_iter().enumerate().filter(|(_, case)| is_known(case)).unzip();
    if known.iter().any(|case| case.differs) {
        let found = search(run, &known)?;
        for (&index, diagnoses) in indices.iter().zip(found.diagnoses) {
            if matches!(checks[index].status, Status::Differs | Status::WrongShape) {
                if diagnoses.is_empty() {
                    checks[index].untried.clone_from(&found.untried);
                }
                checks[index].diagnoses = diagnoses;
            }
        }
    }
    Ok(checks)
}

/// What an array was taken for.
struct Taken<'a> {
    subject: Subject,
    iterations: Option<Vec<usize>>,
    right: Numbers<'a>,
    layout: Option<Layout>,
    agreeing: usize,
    /// How far the numbers are off, as a share of the largest one.
    distance: f64,
}

fn check(run: &RightRun, pasted: Pasted) -> (Check, Case) {
    let L = run.network().L();
    let named = match (&pasted.iterations, &pasted.name) {
        (Some(_), _) => vec![Subject::cost(CostName::costs, L)],
        (None, Some(name)) => Subject::named(name, L),
        (None, None) => vec![],
    };
    let is_list = pasted.array.axes.len() == 1 && pasted.array.form == Form::List;
    let named: Vec<_> = named
        .into_iter()
        .map(|subject| match subject.name {
            // `loss = 0.69` and `cost = [0.69, 0.68]`
            SubjectName::Tensor(nn::TensorName::losses) if pasted.array.axes.is_empty() => {
                Subject::cost(CostName::cost, L)
            }
            SubjectName::Cost(CostName::cost) if is_list && pasted.array.entries.len() > 1 => {
                Subject::cost(CostName::costs, L)
            }
            _ => subject,
        })
        .collect();
    let mut pasted = pasted;
    let by_name = named.len() == 1;
    let subjects = if named.is_empty() { unnamed(&pasted, is_list, L) } else { named };
    let is_costs = |subject: &Subject| subject.name == SubjectName::Cost(CostName::costs);
    if by_name && subjects.iter().all(is_costs) && !cut_to_run(&mut pasted, run) {
        return not_computed(pasted, subjects[0]);
    }
    let taken = subjects.iter().filter_map(|&subject| take(run, &pasted, subject));
    let taken: Vec<_> = if by_name {
        let taken: Vec<_> = taken.collect();
        if taken.is_empty() {
            return not_computed(pasted, subjects[0]); // more costs than there are
        }
        taken
    } else {
        // A single number under a name that is not known here is the cost only if it is that number; and
        // what is named as a matrix that the network does not have is another only if it has its numbers.
        let is_number = pasted.array.axes.is_empty() && !pasted.label.is_empty();
        let is_elsewhere =
            pasted.name.as_ref().is_some_and(|name| Subject::is_of_no_layer(name, L));
        let is_said = |taken: &Taken| !(is_number || is_elsewhere) || taken.agreeing > 0;
        taken.filter(|taken| taken.layout.is_some()).filter(is_said).collect()
    };
    let is_same = |taken: &Taken| {
        taken.layout.as_ref().is_some_and(|layout| layout.arrangement == Arrangement::Same)
    };
    // The best agreement, then the right shape, then the nearest; bits of a float ≥ 0 are in its order.
    let keys = taken.iter().map(|taken| {
        let disagreeing = pasted.array.entries.len() - taken.agreeing;
        [disagreeing as u64, u64::from(!is_same(taken)), taken.distance.abs().to_bits()]
    });
    let places = order(keys);
    let mut options: Vec<_> = taken.into_iter().map(Some).collect();
    let taken: Vec<Taken> = places.into_iter().filter_map(|place| options[place].take()).collect();
    let candidates: Vec<_> = taken
        .iter()
        .skip(1)
        .filter(|_| !by_name)
        .map(|taken| Candidate { subject: taken.subject, agreeing: taken.agreeing })
        .collect();
    let possible: Vec<Subject> = taken.iter().map(|taken| taken.subject).collect();
    match taken.into_iter().next() {
        Some(best) => {
            let iterations = best.iterations.clone().unwrap_or_default();
            let mut check = compared(&pasted, &best);
            check.candidates = candidates;
            check.found_by = Some(if by_name { FoundBy::Name } else { FoundBy::Value });
            let differs = check.status != Status::Agrees;
            let subjects = if differs { possible } else { vec![best.subject] };
            (check, Case { pasted, subjects, iterations, differs })
        }
        None => {
            let check = empty(&pasted, Status::Unrecognised);
            (check, Case { pasted, subjects: vec![], iterations: vec![], differs: false })
        }
    }
}

/// What an array without a known name may be.
fn unnamed(pasted: &Pasted, is_list: bool, L: usize) -> Vec<Subject> {
    let costs = Subject::cost(CostName::costs, L);
    let is_costs = is_list && pasted.array.entries.len() > 1;
    Subject::all(L).into_iter().chain(is_costs.then_some(costs)).collect()
}

/// Leaves out the costs of iterations that are still to come; false where none is left.
fn cut_to_run(pasted: &mut Pasted, run: &RightRun) -> bool {
    let computed = run.costs().len();
    let Some(iterations) = &mut pasted.iterations else { return true };
    let is_known: Vec<bool> = iterations.iter().map(|&k| k < computed).collect();
    let mut keep = is_known.iter();
    pasted.array.entries.retain(|_| keep.next().copied().unwrap_or(false));
    iterations.retain(|&k| k < computed);
    pasted.array.axes = vec![Axis::Whole(iterations.len())];
    !iterations.is_empty()
}

fn not_computed(pasted: Pasted, subject: Subject) -> (Check, Case) {
    let check = Check {
        subject: Some(subject),
        found_by: Some(FoundBy::Name),
        iterations: pasted.iterations.clone(),
        ..empty(&pasted, Status::NotComputed)
    };
    (check, Case { pasted, subjects: vec![], iterations: vec![], differs: false })
}

fn take<'a>(run: &'a RightRun, pasted: &Pasted, subject: Subject) -> Option<Taken<'a>> {
    if subject.name != SubjectName::Cost(CostName::costs) {
        return Some(laid(run.right(subject, &[])?, pasted, subject, None));
    }
    if let Some(iterations) = &pasted.iterations {
        let right = run.right(subject, iterations)?;
        return Some(laid(right, pasted, subject, Some(iterations.clone())));
    }
    let count = pasted.array.axes_2d()[1].length().filter(|&count| count > 0)?;
    let of_stride = |stride: usize| {
        let iterations: Vec<_> = (0..count).map(|k| k.saturating_mul(stride)).collect();
        let right = run.right(subject, &iterations)?;
        Some(laid(right, pasted, subject, Some(iterations)))
    };
    let is_all = |stride: usize| run.costs().len().div_ceil(stride) == count;
    let all = STRIDES.into_iter().filter_map(|stride| Some((is_all(stride), of_stride(stride)?)));
    let best = all.min_by(|(a_is_all, a), (b_is_all, b)| {
        let by_agreement = (b.agreeing, b_is_all).cmp(&(a.agreeing, a_is_all));
        by_agreement.then(a.distance.total_cmp(&b.distance))
    });
    best.map(|(_, taken)| taken)
}

fn laid<'a>(
    right: Numbers<'a>,
    pasted: &Pasted,
    subject: Subject,
    iterations: Option<Vec<usize>>,
) -> Taken<'a> {
    let array = &pasted.array;
    let best = {
        let expected = matrix(right.view());
        let laid = layouts(array, right.shape()).into_iter().map(|layout| {
            let agreeing = Comparison::new(array, &layout, expected).agreeing;
            (agreeing, layout)
        });
        // Of two that agree as well, the first.
        laid.reduce(|best, other| {
            let is_all = other.0 == array.entries.len() && best.0 < other.0;
            if is_all && best.1.arrangement != Arrangement::Same { other } else { best }
        })
        .map(|(agreeing, layout)| {
            let scale = expected.iter().fold(0.0_f64, |scale, x| scale.max(x.abs()));
            let off = layout.places.iter().map(|&(row, column, entry)| {
                (array.entries[entry].value - expected[[row, column]]).abs()
            });
            let off = off.sum::<f64>() / layout.places.len().max(1) as f64;
            (agreeing, layout, off / scale.max(f64::MIN_POSITIVE))
        })
    };
    let (agreeing, layout, distance) = match best {
        Some((agreeing, layout, distance)) => (agreeing, Some(layout), distance),
        None => (0, None, f64::INFINITY),
    };
    Taken { subject, iterations, right, layout, agreeing, distance }
}

fn empty(pasted: &Pasted, status: Status) -> Check {
    Check {
        label: pasted.label.clone(),
        name: pasted.name.clone(),
        line: pasted.line,
        column: pasted.column,
        status,
        subject: None,
        found_by: None,
        candidates: vec![],
        shape: pasted.array.shape(),
        expected_shape: vec![],
        arrangement: None,
        entries: pasted.array.entries.len(),
        agreeing: 0,
        largest_difference: None,
        cells: None,
        differences: vec![],
        operation: None,
        iterations: None,
        diagnoses: vec![],
        untried: vec![],
    }
}

fn compared(pasted: &Pasted, taken: &Taken<'_>) -> Check {
    let array = &pasted.array;
    let mut check = empty(pasted, Status::WrongShape);
    check.subject = Some(taken.subject);
    check.expected_shape = taken.right.shape().to_vec();
    check.iterations.clone_from(&taken.iterations);
    if let Some(layout) = &taken.layout {
        let expected = matrix(taken.right.view());
        let comparison = Comparison::new(array, layout, expected);
        check.arrangement = Some(layout.arrangement);
        check.agreeing = comparison.agreeing;
        check.largest_difference = comparison.largest;
        check.status = match layout.arrangement {
            Arrangement::Same if comparison.agreeing == array.entries.len() => Status::Agrees,
            Arrangement::Same => Status::Differs,
            _ => Status::WrongShape,
        };
        let tolerance = Tolerance::of(expected);
        let entries = layout.places.iter().map(|&(row, column, entry)| {
            let (number, expected) = (array.entries[entry], expected[[row, column]]);
            let agrees = tolerance.agree(number, expected);
            let (pasted, difference) = (number.value, difference(number.value, expected));
            (agrees, Difference { row, column, pasted, expected, difference })
        });
        let wrong = entries.clone().filter(|(agrees, _)| !agrees).map(|(_, difference)| difference);
        check.differences = wrong.take(DIFFERENCES_LIMIT).collect();
        let grid = layout.grid.as_ref().filter(|_| layout.places.len() <= CELLS_LIMIT);
        check.cells = grid.map(|(rows, columns)| Cells {
            rows: rows.clone(),
            columns: columns.clone(),
            pasted: entries.clone().map(|(_, entry)| entry.pasted).collect(),
            expected: entries.clone().map(|(_, entry)| entry.expected).collect(),
            agrees: entries.map(|(agrees, _)| u8::from(agrees)).collect(),
        });
    }
    if check.status != Status::Agrees {
        check.operation = taken.subject.operation();
    }
    check
}
