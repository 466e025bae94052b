//! Locking what a part of the core keeps to itself.

use std::sync::{Mutex, MutexGuard, PoisonError};

/// Locks, going on with what a panicked holder left: every state here is whole between statements.
pub(crate) fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
