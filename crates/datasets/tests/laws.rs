//! Laws that hold for all parameters.

#![allow(missing_docs)]

mod common;

use common::file;
use datasets::{DatasetInput, DatasetParameters, Field, catalogue};
use proptest::prelude::*;

/// A set that is drawn, with small m.
fn drawn() -> impl Strategy<Value = DatasetParameters> {
    let names: Vec<_> = catalogue().iter().filter(|set| !set.file).map(|set| set.name).collect();
    (prop::sample::select(names), 2_u32..60, 0.0..2.0, any::<u32>(), 1_u32..9).prop_map(
        |(name, m, noise, seed, n0)| {
            let is_randn = name == "randn";
            let input = DatasetInput {
                m: Some(m.into()),
                seed: Some(seed.into()),
                noise: (!is_randn).then_some(noise),
                n0: is_randn.then_some(n0.into()),
                ..DatasetInput::named(name)
            };
            input.check(None).unwrap()
        },
    )
}

/// Anything that can arrive, most of it wrong.
fn anything() -> impl Strategy<Value = DatasetInput> {
    let number = || prop::option::of(prop_oneof![any::<f64>(), (-3_i32..500).prop_map(f64::from)]);
    let names: Vec<_> = catalogue().iter().map(|set| set.name.to_owned()).collect();
    let name =
        prop::option::of(prop_oneof![9 => prop::sample::select(names), 1 => any::<String>()]);
    (name, number(), number(), number(), number(), number()).prop_map(
        |(name, m, noise, seed, n0, digit)| DatasetInput { name, m, noise, seed, n0, digit },
    )
}

proptest! {
    #[test]
    fn prop_shapes_are_as_announced(parameters in drawn()) {
        let data = parameters.load(None).unwrap();
        prop_assert_eq!(data.X().dim(), (parameters.n0(), parameters.m()));
        prop_assert_eq!(data.Y().dim(), (1, parameters.m()));
        prop_assert_eq!(data.m(), parameters.m());
    }

    #[test]
    fn prop_inputs_are_finite_and_labels_are_0_or_1(parameters in drawn()) {
        let data = parameters.load(None).unwrap();
        prop_assert!(data.X().iter().all(|x| x.is_finite()));
        prop_assert!(data.Y().iter().all(|y| *y == 0.0 || *y == 1.0));
    }

    #[test]
    fn prop_equal_parameters_give_equal_data(parameters in drawn()) {
        prop_assert_eq!(parameters.load(None).unwrap(), parameters.load(None).unwrap());
    }

    #[test]
    fn prop_classes_differ_by_the_odd_example(parameters in drawn()) {
        let data = parameters.load(None).unwrap();
        let (m, ones) = (parameters.m(), data.Y().sum() as usize);
        match parameters.name() {
            "xor" | "randn" => {}
            "blobs" => prop_assert_eq!(ones, m / 2),
            _ => prop_assert_eq!(ones, m - m / 2),
        }
    }

    #[test]
    fn prop_without_noise_circles_lie_on_circles(m in 2_u32..200, seed in any::<u32>()) {
        let input = DatasetInput {
            m: Some(m.into()),
            noise: Some(0.0),
            seed: Some(seed.into()),
            ..DatasetInput::named("circles")
        };
        let data = input.check(None).unwrap().load(None).unwrap();
        for (point, label) in data.X().columns().into_iter().zip(data.Y()) {
            let radius = if *label == 1.0 { 0.5 } else { 1.0 };
            prop_assert!((point[0].hypot(point[1]) - radius).abs() < 1e-15);
        }
    }

    #[test]
    fn prop_checked_parameters_check_to_themselves(parameters in drawn()) {
        prop_assert_eq!(DatasetInput::from(&parameters).check(None).unwrap(), parameters.clone());
        prop_assert_eq!(DatasetInput::default().check(Some(&parameters)).unwrap(), parameters);
    }

    #[test]
    fn prop_check_accepts_only_what_is_in_the_catalogue(input in anything()) {
        match input.check(None) {
            Ok(parameters) => for field in Field::ALL {
                match (parameters.set().parameter(field), parameters.get(field)) {
                    (None, None) => {}
                    (Some(range), Some(value)) => {
                        prop_assert!(range.min <= value && value <= range.max);
                        prop_assert!(!range.whole || value.fract() == 0.0);
                    }
                    other => prop_assert!(false, "{:?}", other),
                }
            },
            Err(error) => {
                let parts = (error.field(), error.wanted(), error.got());
                prop_assert_eq!(
                    error.to_string(),
                    format!("{}: expected {}, got {}", parts.0, parts.1, parts.2)
                );
            }
        }
    }

    #[test]
    fn prop_damaged_files_give_an_error_or_valid_data(
        at in 10_usize..1000, byte in any::<u8>(), keep in 0_usize..150_000,
    ) {
        for name in ["digits", "cancer"] {
            let parameters = DatasetInput::named(name).check(None).unwrap();
            let mut bytes = file(name);
            bytes[at] = byte;
            bytes.truncate(keep);
            if let Ok(data) = parameters.load(Some(&bytes)) {
                prop_assert_eq!(data.X().dim(), (parameters.n0(), parameters.m()));
                prop_assert!(data.X().iter().all(|x| x.is_finite()));
            }
        }
    }
}
