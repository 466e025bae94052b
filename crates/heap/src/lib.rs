//! For tests: how much memory a piece of work holds at a time.
//!
//! A test program makes [`Accounting`] its allocator and asks [`held_by`]. Each thread has an account of its own, so
//! that tests that run side by side don't count in each other's.
//!
//! ```
//! #[global_allocator]
//! static ALLOCATOR: heap::Accounting = heap::Accounting;
//!
//! let (length, most) = heap::held_by(|| vec![0_u8; 10_000].len());
//! assert_eq!(length, 10_000);
//! assert!((10_000..11_000).contains(&most));
//! ```

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

thread_local! {
    static HELD: Cell<isize> = const { Cell::new(0) };
    static MOST_HELD: Cell<isize> = const { Cell::new(0) };
}

/// The system's allocator, with an account for each thread.
#[derive(Clone, Copy, Debug, Default)]
pub struct Accounting;

/// What `work` gives, and the most bytes that it held at a time on this thread beyond what was held before it.
///
/// Zero where [`Accounting`] is not the program's allocator.
pub fn held_by<T>(work: impl FnOnce() -> T) -> (T, usize) {
    let before = HELD.get();
    MOST_HELD.set(before);
    let done = work();
    let most = MOST_HELD.get() - before;
    (done, usize::try_from(most).unwrap_or(0))
}

fn note(change: isize) {
    // A thread that ends has no account any more.
    let _ = HELD.try_with(|held| {
        held.set(held.get().saturating_add(change));
        let _ = MOST_HELD.try_with(|most| most.set(most.get().max(held.get())));
    });
}

fn signed(size: usize) -> isize {
    isize::try_from(size).unwrap_or(isize::MAX)
}

#[expect(
    unsafe_code,
    reason = "an allocator can't be written without; each call goes to the system's as it came"
)]
// SAFETY: every method hands its arguments to `System` unchanged and gives back what it answers.
unsafe impl GlobalAlloc for Accounting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        note(signed(layout.size()));
        // SAFETY: the caller's promises are passed on.
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        note(signed(layout.size()));
        // SAFETY: the caller's promises are passed on.
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // Old and new may both be there while it is copied.
        note(signed(size));
        note(-signed(layout.size()));
        // SAFETY: the caller's promises are passed on.
        unsafe { System.realloc(block, layout, size) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        note(-signed(layout.size()));
        // SAFETY: the caller's promises are passed on.
        unsafe { System.dealloc(block, layout) }
    }
}
