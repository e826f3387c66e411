//! An iteration allocates nothing.

mod common;

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

use common::{configuration, examples};
use nn::Trainer;

struct Counting;

thread_local! {
    static ALLOCATIONS: Cell<usize> = const { Cell::new(0) };
}

#[allow(unsafe_code, reason = "a global allocator cannot be written without")]
// SAFETY: every call is handed on to the system's allocator.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        ALLOCATIONS.with(|count| count.set(count.get() + 1));
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

#[test]
fn iterations_after_the_first_allocate_nothing() {
    let mut trainer =
        Trainer::new(&configuration(&[2, 8, 8, 1]), examples(2, 300, 1)).expect("valid");
    let before_first = ALLOCATIONS.get();
    trainer.step();
    let after_first = ALLOCATIONS.get();
    for _ in 0..1000 {
        trainer.step();
    }
    assert!(before_first > 0, "the counter counts");
    assert_eq!(ALLOCATIONS.get(), after_first);
}
