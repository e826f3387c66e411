//! What holds for all shapes and all expressions.

#![allow(non_snake_case)]

use ndarray::{ArrayD, IxDyn};
use numpy_expressions::{
    Arrays, Expression, NumpyError, Shape, Shapes, dot, exp, log, max, maximum, name, number, sum,
    tanh,
};
use proptest::prelude::*;

/// Lengths from few, so that axes often fit.
fn any_shape() -> impl Strategy<Value = Shape> {
    prop::collection::vec(prop::sample::select(vec![0, 1, 1, 2, 2, 3]), 0..4).prop_map(Shape::from)
}

fn any_expression() -> impl Strategy<Value = Expression> {
    let leaf = prop_oneof![
        prop::sample::select(vec!["A", "B", "C"]).prop_map(name),
        (-3..4_i32).prop_map(|x| number(x.into())),
    ];
    leaf.prop_recursive(4, 24, 2, |inner| {
        let two = || (inner.clone(), inner.clone());
        prop_oneof![
            inner.clone().prop_map(Expression::T),
            inner.clone().prop_map(|x| -x),
            inner.clone().prop_map(exp),
            inner.clone().prop_map(log),
            inner.clone().prop_map(tanh),
            two().prop_map(|(x, y)| x + y),
            two().prop_map(|(x, y)| x - y),
            two().prop_map(|(x, y)| x * y),
            two().prop_map(|(x, y)| x / y),
            two().prop_map(|(x, y)| x.power(y)),
            two().prop_map(|(x, y)| x.greater(y)),
            two().prop_map(|(x, y)| maximum(x, y)),
            two().prop_map(|(x, y)| dot(x, y)),
            (inner.clone(), prop::option::of(-3_isize..3), any::<bool>())
                .prop_map(|(x, axis, keepdims)| sum(x, axis, keepdims)),
            (inner, prop::option::of(-3_isize..3), any::<bool>())
                .prop_map(|(x, axis, keepdims)| max(x, axis, keepdims)),
        ]
    })
}

fn arrays(shapes: &Shapes) -> Arrays<'static> {
    let array = |shape: &Shape| {
        let mut next = 0.0;
        ArrayD::from_shape_simple_fn(IxDyn(shape.axes()), || {
            next += 0.37;
            next % 1.0
        })
    };
    shapes.iter().map(|(name, shape)| (name.clone(), array(shape).into())).collect()
}

fn of_A_and_B(A: &Shape, B: &Shape) -> Shapes {
    Shapes::from([("A".into(), A.clone()), ("B".into(), B.clone())])
}

proptest! {
    #[test]
    fn prop_broadcasting_is_commutative_in_shape(A in any_shape(), B in any_shape()) {
        prop_assert_eq!(A.broadcast(&B).ok(), B.broadcast(&A).ok());
    }

    #[test]
    fn prop_broadcasting_is_associative_in_shape(
        A in any_shape(), B in any_shape(), C in any_shape(),
    ) {
        let left = A.broadcast(&B).and_then(|AB| AB.broadcast(&C)).ok();
        let right = B.broadcast(&C).and_then(|BC| A.broadcast(&BC)).ok();
        prop_assert_eq!(left, right);
    }

    #[test]
    fn prop_a_shape_broadcasts_with_itself_and_with_a_number(A in any_shape()) {
        prop_assert_eq!(A.broadcast(&A), Ok(A.clone()));
        prop_assert_eq!(A.broadcast(&Shape::default()), Ok(A));
    }

    // ndarray broadcasts an array to a given shape: A broadcasts to the shape of B exactly where the
    // two broadcast and B need not grow.
    #[test]
    fn prop_broadcasting_is_ndarrays(A in any_shape(), B in any_shape()) {
        let array = ArrayD::<f64>::zeros(A.axes());
        let ndarrays = array.broadcast(IxDyn(B.axes())).is_some();
        prop_assert_eq!(A.broadcast(&B) == Ok(B), ndarrays);
    }

    #[test]
    fn prop_addition_is_ndarrays(A in any_shape(), B in any_shape()) {
        if A.broadcast(&B).is_ok() {
            let env = arrays(&of_A_and_B(&A, &B));
            let sum = (name("A") + name("B")).evaluate(&env).expect("fits");
            prop_assert_eq!(sum, &env["A"] + &env["B"]);
        }
    }

    #[test]
    fn prop_dot_of_matrices_is_ndarrays(n in 0..4_usize, k in 0..4_usize, m in 0..4_usize) {
        let env = arrays(&of_A_and_B(&[n, k].into(), &[k, m].into()));
        let matrix = |name| env[name].view().into_dimensionality::<ndarray::Ix2>().expect("2 axes");
        let expected = matrix("A").dot(&matrix("B")).into_dyn();
        let got = dot(name("A"), name("B")).evaluate(&env).expect("fits");
        prop_assert_eq!(got.shape(), expected.shape());
        prop_assert!((got - expected).iter().all(|difference| difference.abs() < 1e-12));
    }

    // (AB)ᵀ = BᵀAᵀ, also where it is refused.
    #[test]
    fn prop_the_transpose_of_a_product(n in 1..4_usize, k in 1..4_usize, j in 1..4_usize, m in 1..4_usize) {
        let env = of_A_and_B(&[n, k].into(), &[j, m].into());
        let product = dot(name("A"), name("B")).T().shape(&env).ok();
        prop_assert_eq!(product, dot(name("B").T(), name("A").T()).shape(&env).ok());
    }

    #[test]
    fn prop_shape_agrees_with_evaluate(
        expression in any_expression(), A in any_shape(), B in any_shape(), C in any_shape(),
    ) {
        let mut env = of_A_and_B(&A, &B);
        env.insert("C".into(), C);
        if expression.largest(&env).is_ok_and(|largest| largest < 1 << 16) {
            let values = expression.evaluate(&arrays(&env)).expect("its shape is known");
            prop_assert_eq!(expression.shape(&env), Ok(values.shape().into()));
        }
    }

    #[test]
    fn prop_a_refusal_agrees_with_evaluate(
        expression in any_expression(), A in any_shape(), B in any_shape(),
    ) {
        let env = of_A_and_B(&A, &B); // and no C
        if let Err(failure) = expression.shape(&env) {
            prop_assert_eq!(expression.evaluate(&arrays(&env)), Err(failure));
        }
    }

    #[test]
    fn prop_parentheses_are_balanced(expression in any_expression()) {
        let text = expression.to_string();
        let mut depth = 0_i32;
        for character in text.chars() {
            depth += i32::from(character == '(') - i32::from(character == ')');
            prop_assert!(depth >= 0);
        }
        prop_assert_eq!(depth, 0);
    }
}

#[test]
fn an_array_of_more_bytes_than_64_bits_count_is_refused() {
    let env = of_A_and_B(&[1 << 40, 1].into(), &[1, 1 << 40].into());
    for expression in [name("A") + name("B"), dot(name("A"), name("B"))] {
        let failure = expression.shape(&env).expect_err("2^80 entries");
        assert_eq!(failure.error, NumpyError::TooBig);
    }
}
