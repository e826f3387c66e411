//! Which mistakes are made in which line.

use nn::TensorName::{A, W, Z, b, dA, dW, dZ, db};
use nn::{Activation, Operation, OperationName, TensorName};
use numpy_expressions::{
    Assignment, Expression, Statement, dot, log, max, maximum, name, number, sum,
};

use crate::kind::Kind;
use crate::line::{minus_one_over_m, one, one_over_m, slope};
use crate::names::{ALPHA, Symbols, variable};
use crate::network::Network;
use crate::setup::Setup;

/// A mistaken line, before it is known what NumPy makes of it.
pub struct Draft {
    pub kind: Kind,
    pub of: Option<String>,
    pub setup: Option<Setup>,
    pub statement: Statement,
    /// The part of the line that the mistake changes; None where that is the assignment itself.
    pub changed: Option<Expression>,
}

/// The mistakes that are made in the right line of an operation.
pub fn offered(operation: Operation, line: &Statement, network: &Network) -> Vec<Draft> {
    let Operation { operation, layer: l } = operation;
    let is_last = l == network.L();
    let context = Context { l, line, network };
    match operation {
        OperationName::Z => context.Z(),
        OperationName::A => context.A(is_last),
        OperationName::cost => context.cost(),
        OperationName::dA if is_last => context.dA_of_output(),
        OperationName::dA => context.dA(),
        OperationName::dZ => context.dZ(is_last),
        OperationName::dW => context.dW(),
        OperationName::db => context.db(),
        OperationName::W => context.W(),
        OperationName::b => context.b(),
    }
}

struct Context<'a> {
    l: usize,
    line: &'a Statement,
    network: &'a Network,
}

impl Context<'_> {
    fn Z(&self) -> Vec<Draft> {
        let (w, a, bias) = (self.of(W), self.symbols().A_prev(), self.of(b));
        let n = self.network.layers_dims.get(self.l).copied().unwrap_or_default();
        let flat = Setup::zeros(variable(b, self.l), n);
        vec![
            self.transpose_added(&w),
            self.transpose_added(&a),
            self.transpose_added(&bias),
            self.part(Kind::Swapped, &dot(w.clone(), a.clone()), dot(a.clone(), w.clone())),
            self.part(Kind::Star, &dot(w.clone(), a.clone()), w * a),
            self.with_setup(Kind::Flat, flat, self.user_of(&self.line.value, &bias)),
        ]
    }

    fn A(&self, is_last: bool) -> Vec<Draft> {
        let (z, a) = (self.of(Z), self.symbols().A_prev());
        let mut drafts = vec![self.transpose_added(&z), self.operand(Kind::WrongOperand, &z, a)];
        if !is_last && self.network.activation == Activation::Relu {
            let wrong = max(z.clone(), Some(0), false);
            drafts.push(self.part(Kind::Max, &maximum(number(0.0), z), wrong));
        }
        drafts
    }

    fn cost(&self) -> Vec<Draft> {
        let (y, a) = (self.symbols().Y(), self.of(A));
        let (of_ones, of_zeros) =
            ((y.clone(), log(a.clone())), (one() - y.clone(), log(one() - a)));
        let losses =
            of_ones.0.clone() * of_ones.1.clone() + of_zeros.0.clone() * of_zeros.1.clone();
        let total = sum(losses.clone(), None, false);
        let product = dot(of_ones.0, of_ones.1);
        let products = product.clone() + dot(of_zeros.0, of_zeros.1);
        vec![
            self.transpose_added(&y),
            self.draft(Kind::Dot, minus_one_over_m() * products, product),
            self.part(Kind::Axis0, &total, sum(losses, Some(0), false)),
            self.draft(Kind::NoMean, -total.clone(), total),
        ]
    }

    /// `dA[L]`.
    fn dA_of_output(&self) -> Vec<Draft> {
        let (y, a) = (self.symbols().Y(), self.of(A));
        let ones = a.clone() / y.clone();
        let swapped = -(ones.clone() - (one() - a) / (one() - y.clone()));
        let flat = Setup::flatten(variable(TensorName::Y, self.l));
        vec![
            self.transpose_added(&y),
            self.draft(Kind::Swapped, swapped, ones),
            self.with_setup(Kind::Flat, flat, self.user_of(&self.line.value, &y)),
        ]
    }

    fn dA(&self) -> Vec<Draft> {
        let (w, dz) = (self.symbols().W_next(), self.symbols().dZ_next());
        let right = dot(w.clone().T(), dz.clone());
        vec![
            self.transpose_dropped(&w),
            self.transpose_added(&dz),
            self.part(Kind::Swapped, &right, dot(dz.clone(), w.clone().T())),
            self.part(Kind::Star, &right, w.T() * dz),
        ]
    }

    fn dZ(&self, is_last: bool) -> Vec<Draft> {
        let da = self.of(dA);
        let factor =
            if is_last { self.of(A) } else { slope(self.symbols(), self.network.activation) };
        vec![
            self.part(Kind::Dot, &(da.clone() * factor.clone()), dot(da.clone(), factor)),
            self.transpose_added(&da),
        ]
    }

    fn dW(&self) -> Vec<Draft> {
        let (dz, a) = (self.of(dZ), self.symbols().A_prev());
        let right = dot(dz.clone(), a.clone().T());
        vec![
            self.transpose_dropped(&a),
            self.transpose_added(&dz),
            self.part(Kind::Swapped, &right, dot(a.clone().T(), dz.clone())),
            self.part(Kind::TransposeMoved, &right, dot(a.clone(), dz.clone().T())),
            self.part(Kind::Star, &right, dz * a.T()),
            self.draft(Kind::NoMean, right.clone(), right),
        ]
    }

    fn db(&self) -> Vec<Draft> {
        let dz = self.of(dZ);
        let right = sum(dz.clone(), Some(1), true);
        vec![
            self.part(Kind::Axis0, &right, sum(dz.clone(), Some(0), true)),
            self.part(Kind::NoKeepdims, &right, sum(dz.clone(), Some(1), false)),
            self.part(Kind::NoAxis, &right, sum(dz, None, false)),
            self.draft(Kind::NoMean, right.clone(), right),
        ]
    }

    fn W(&self) -> Vec<Draft> {
        let gradient = self.of(dW);
        let added = self.transpose_added(&gradient);
        let whole = added.statement.value.clone();
        vec![
            Draft { changed: Some(whole), ..added },
            Draft {
                of: Some(gradient.to_string()),
                ..self.in_place(Kind::InPlaceTranspose, name(ALPHA) * gradient.T())
            },
        ]
    }

    fn b(&self) -> Vec<Draft> {
        let gradient = variable(db, self.l);
        let made = |axis, keepdims| {
            let value = one_over_m() * sum(self.of(dZ), Some(axis), keepdims);
            Setup::from(Statement::new(&gradient[..], value))
        };
        let whole = || self.line.value.clone();
        let step = name(ALPHA) * self.of(db);
        vec![
            self.with_setup(Kind::NoKeepdims, made(1, false), whole()),
            Draft {
                of: Some(gradient.clone()),
                setup: Some(made(1, false)),
                ..self.in_place(Kind::InPlaceNoKeepdims, step)
            },
            self.with_setup(Kind::Axis0, made(0, true), whole()),
        ]
    }

    fn symbols(&self) -> Symbols {
        Symbols { l: self.l }
    }

    fn of(&self, tensor: TensorName) -> Expression {
        self.symbols().of(tensor)
    }

    fn draft(&self, kind: Kind, value: Expression, changed: Expression) -> Draft {
        let statement = Statement::new(&self.line.target[..], value);
        Draft { kind, of: None, setup: None, statement, changed: Some(changed) }
    }

    /// An operation in place of another.
    fn part(&self, kind: Kind, right: &Expression, wrong: Expression) -> Draft {
        self.draft(kind, self.line.value.replace(right, &wrong), wrong)
    }

    /// An operand in place of another, wherever it stands.
    fn operand(&self, kind: Kind, right: &Expression, wrong: Expression) -> Draft {
        let value = self.line.value.replace(right, &wrong);
        let changed = self.user_of(&value, &wrong);
        Draft { of: Some(wrong.to_string()), ..self.draft(kind, value, changed) }
    }

    fn transpose_added(&self, operand: &Expression) -> Draft {
        let draft = self.operand(Kind::TransposeAdded, operand, operand.clone().T());
        Draft { of: Some(operand.to_string()), ..draft }
    }

    fn transpose_dropped(&self, operand: &Expression) -> Draft {
        self.operand(Kind::TransposeDropped, &operand.clone().T(), operand.clone())
    }

    /// The right line, with an operand that was made wrong before.
    fn with_setup(&self, kind: Kind, setup: Setup, changed: Expression) -> Draft {
        let of = Some(setup.target().to_owned());
        let draft = self.draft(kind, self.line.value.clone(), changed);
        Draft { of, setup: Some(setup), ..draft }
    }

    fn in_place(&self, kind: Kind, value: Expression) -> Draft {
        let target = self.line.target.clone();
        let statement = Statement { target, assignment: Assignment::Subtract, value };
        Draft { kind, of: None, setup: None, statement, changed: None }
    }

    /// The first operation that an operand takes part in.
    fn user_of(&self, value: &Expression, operand: &Expression) -> Expression {
        let uses = |part: &&Expression| part.operands().contains(&operand);
        value.parts().into_iter().find(uses).unwrap_or(value).clone()
    }
}
