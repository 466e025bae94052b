//! What this process has cost.

use std::time::Duration;

use crate::Outcome;

/// The kernel's clock ticks in a second, as every Linux tells them to programs.
const TICKS: f64 = 100.0;

/// Time that processors have spent on this process so far, in its own code and in the kernel for it.
///
/// # Errors
/// This system has no `/proc`.
pub fn cpu_time() -> Outcome<Duration> {
    let stat = std::fs::read_to_string("/proc/self/stat")?;
    // The name in parentheses may hold anything; the two times are the 14th and 15th field.
    let (_, rest) = stat.rsplit_once(')').ok_or("no such file")?;
    let fields: Vec<&str> = rest.split_whitespace().collect();
    let ticks = |at: usize| -> Outcome<f64> { Ok(fields.get(at).ok_or("too short")?.parse()?) };
    Ok(Duration::from_secs_f64((ticks(11)? + ticks(12)?) / TICKS))
}
