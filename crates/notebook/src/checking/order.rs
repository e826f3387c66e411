//! One sort for all that is sorted here: each kind of its own would be kilobytes of the page.

/// The indices of some keys, the smallest first; equal ones keep their order.
pub fn order(keys: impl Iterator<Item = [u64; 3]>) -> Vec<usize> {
    let keyed: Vec<([u64; 3], usize)> = keys.enumerate().map(|(index, key)| (key, index)).collect();
    let mut keyed = keyed;
    sort(&mut keyed);
    keyed.into_iter().map(|(_, index)| index).collect()
}

fn sort(keyed: &mut [([u64; 3], usize)]) {
    keyed.sort_unstable();
}
