//! Laws of the readers of people's own files: nothing makes them panic, and what they read is what was
//! written.

mod common;

use common::own::{all, file, opened};
use datasets::own::{Files, MAX_ARRAY_BYTES, Values, write_npz};
use proptest::prelude::*;
use proptest::sample::Index;

/// Reads bytes under a name, and does with them whatever can be done; says what was found.
fn used(name: &str, bytes: Vec<u8>) -> Option<Vec<(String, Option<Values>)>> {
    let mut files = Files::default();
    let found = files.add(name, bytes);
    let plan = files.propose();
    if files.check(&plan).is_ok() {
        let data = files.load(&plan).expect("what was checked loads");
        for set in [datasets::own::Set::Train, datasets::own::Set::Test] {
            assert_eq!(data.rows(set, 0..data.n0()).len(), data.n0() * data.m(set));
            assert!(data.labels(set).iter().all(|&label| label == 0.0 || label == 1.0));
        }
        files.python(&plan).expect("what was checked has its script");
    }
    let found = found.ok()?;
    assert!((files.memory() as u64) < MAX_ARRAY_BYTES, "of a small file, small arrays");
    let arrays = found.arrays.into_iter().map(|array| {
        let values = files.array(name, &array.name).ok();
        if array.images.is_some() {
            let _ = files.thumbnails(name, &array.name, 3, 8);
        }
        (array.name, values)
    });
    Some(arrays.collect())
}

fn any_name() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["a.h5", "a.npz", "a.npy", "a.csv", "a.tsv", "a", ".csv", "x/y.npy"])
        .prop_map(str::to_owned)
}

fn any_file() -> impl Strategy<Value = String> {
    prop::sample::select(all())
}

/// A piece that readers look for, so that random bytes get beyond the first check.
fn any_beginning() -> impl Strategy<Value = Vec<u8>> {
    let beginnings: [&[u8]; 7] = [
        b"",
        b"\x93NUMPY\x01\x00\x76\x00{'descr': '<f8', 'fortran_order': False, 'shape': (",
        b"\x93NUMPY\x03\x00\x10\x00\x00\x00",
        b"PK\x03\x04\x14\x00\x00\x00\x08\x00",
        b"\x89HDF\r\n\x1a\n\x00\x00\x00\x00\x00\x08\x08\x00",
        b"\x89HDF\r\n\x1a\n\x02\x08\x08\x00",
        b"a,b,c\n1,2,ham\n",
    ];
    prop::sample::select(beginnings.map(<[u8]>::to_vec).to_vec())
}

proptest! {
    #![proptest_config(ProptestConfig::default())]

    #[test]
    fn no_bytes_panic(
        name in any_name(),
        beginning in any_beginning(),
        rest in prop::collection::vec(any::<u8>(), 0..600),
    ) {
        used(&name, [beginning, rest].concat());
    }

    #[test]
    fn no_text_panics(text in "([0-9a-c,;\"\t \n.é-]|\r\n|nan|1e5){0,200}") {
        used("a.csv", text.into_bytes());
    }

    #[test]
    fn no_changed_file_panics(
        name in any_file(),
        changes in prop::collection::vec((any::<Index>(), any::<u8>()), 1..8),
    ) {
        let mut bytes = file(&name);
        if !bytes.is_empty() {
            for (at, byte) in changes {
                let at = at.index(bytes.len());
                bytes[at] = byte;
            }
        }
        used(&name, bytes);
    }

    #[test]
    fn a_length_that_is_changed_to_a_huge_one_panics_not(
        name in any_file(),
        at in any::<Index>(),
        value in prop::sample::select(vec![u64::MAX, 1 << 63, 1 << 40, 1 << 31, 0]),
        bytes_of in 1..9_usize,
    ) {
        let mut bytes = file(&name);
        if bytes.len() > 8 {
            let at = at.index(bytes.len() - 8);
            bytes[at..at + bytes_of].copy_from_slice(&value.to_le_bytes()[..bytes_of]);
        }
        used(&name, bytes);
    }

    #[test]
    fn what_is_written_is_read(
        arrays in prop::collection::btree_map(
            "[A-Za-z_][A-Za-z0-9_]{0,8}",
            (prop::collection::vec(0..5_usize, 0..4), any::<u64>()),
            1..5,
        ),
    ) {
        let arrays: Vec<(String, Values)> = arrays
            .into_iter()
            .map(|(name, (shape, seed))| {
                let count: usize = shape.iter().product();
                // Any bits, NaN too.
                let entry = |k: usize| f64::from_bits(seed.wrapping_mul(2 * k as u64 + 1));
                let entries = (0..count).map(entry).collect();
                (name, Values { shape, entries })
            })
            .collect();
        let bytes = write_npz(&arrays).expect("good arrays");
        prop_assert_eq!(&bytes, &write_npz(&arrays).expect("good arrays"), "no time in it");
        let mut files = Files::default();
        let found = files.add("a.npz", bytes).expect("a good file");
        prop_assert_eq!(found.arrays.len(), arrays.len());
        for (name, written) in &arrays {
            let read = files.array("a.npz", name).expect(name);
            prop_assert_eq!(&read.shape, &written.shape);
            let bits = |values: &Values| values.entries.iter().map(|x| x.to_bits()).collect::<Vec<_>>();
            prop_assert_eq!(bits(&read), bits(written));
        }
    }
}

/// Of a table that is cut, the rows before the cut are a table too.
#[test]
fn a_file_cut_anywhere_is_refused_or_the_same() {
    for name in all() {
        let bytes = file(&name);
        let whole = used(&name, bytes.clone());
        let is_table = [".csv", ".tsv", ".txt"].iter().any(|ending| name.ends_with(ending));
        for length in 0..bytes.len() {
            let Some(cut) = used(&name, bytes[..length].to_vec()) else { continue };
            if is_table {
                continue;
            }
            let whole = whole
                .as_ref()
                .unwrap_or_else(|| panic!("{name}: bad, but not when cut to {length}"));
            for (array, values) in cut {
                let same =
                    whole.iter().find(|(other, _)| *other == array).map(|(_, values)| values);
                let bits = |values: &Values| {
                    values.entries.iter().map(|x| x.to_bits()).collect::<Vec<_>>()
                };
                let same = same.unwrap_or_else(|| panic!("{name}: {array} in {length} bytes only"));
                if let Some(values) = values {
                    assert_eq!(
                        same.as_ref().map(|same| (&same.shape, bits(same))),
                        Some((&values.shape, bits(&values))),
                        "{name} cut to {length}: {array}"
                    );
                }
            }
        }
    }
}

#[test]
fn an_archive_takes_no_wrong_arrays() {
    let array = |name: &str, shape: &[usize], entries: &[f64]| {
        (name.to_owned(), Values { shape: shape.to_vec(), entries: entries.to_vec() })
    };
    for (arrays, kind) in [
        (vec![array("W1", &[2, 2], &[0.0; 3])], "shape"),
        (vec![array("W1", &[usize::MAX, 2], &[])], "shape"),
        (vec![array("", &[], &[1.0])], "range"),
        (vec![array("W1", &[], &[1.0]), array("W1", &[], &[1.0])], "range"),
    ] {
        assert_eq!(write_npz(&arrays).unwrap_err().problem.kind(), kind);
    }
}

#[test]
fn a_wrong_checksum_is_seen() {
    for name in ["split.npz", "notebook.npz"] {
        let mut bytes = file(name);
        // The last data byte of the first array: before the header of the second.
        let second = bytes.windows(4).skip(4).position(|four| four == b"PK\x03\x04").unwrap() + 4;
        bytes[second - 1] ^= 1;
        let mut files = Files::default();
        let found = files.add(name, bytes).unwrap();
        assert_eq!(found.arrays[0].problem.as_ref().unwrap().problem.kind(), "damaged", "{name}");
        assert!(found.arrays[1].problem.is_none(), "{name}: the others can be used");
    }
}

#[test]
fn what_is_open_is_forgotten_without_a_trace() {
    let mut files = opened(&["X.npy".to_owned(), "Y.npy".to_owned()]);
    let data = files.load(&files.propose()).unwrap();
    assert!(files.remove("X.npy") && files.remove("Y.npy"));
    assert_eq!((files.memory(), files.found().files.len()), (0, 0));
    assert_eq!(data.rows(datasets::own::Set::Train, 0..1).len(), 12, "what is loaded stays");
}
