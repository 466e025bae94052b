//! Which bytes are there, which are on their way, and which nobody fetches yet.

use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use jiff::Timestamp;

use crate::ranges::Ranges;
use crate::record::Record;

/// The end of an object whose length nobody knows.
pub(super) const UNKNOWN: u64 = u64::MAX;
/// A stolen half begins at a multiple of this many bytes.
const ALIGNMENT: u64 = 64 * 1024;
/// Seconds that a connection runs at least before its speed says something.
const PROOF: f64 = 2.0;
/// Seconds that a connection still needs at least for one beside it to be of help, however few bytes
/// are left.
const LONG: f64 = 4.0;

/// The very object that is fetched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Object {
    pub(super) total: Option<u64>,
    /// Strong. Without one, nothing that comes later can be told to be of the same bytes.
    pub(super) etag: Option<String>,
}

impl Object {
    /// Whether an answer's object can be this one. A length may be learnt later.
    pub(super) fn is(&self, other: &Self) -> bool {
        self.etag == other.etag && (self.total.is_none() || self.total == other.total)
    }
}

/// What one connection fetches. Its end moves towards its beginning when another one takes over
/// its rear half.
#[derive(Debug)]
pub(super) struct Span {
    first: u64,
    begun: Timestamp,
    /// The next byte that the connection takes.
    next: AtomicU64,
    end: AtomicU64,
}

impl Span {
    fn new(range: Range<u64>, begun: Timestamp) -> Arc<Self> {
        Arc::new(Self {
            first: range.start,
            begun,
            next: AtomicU64::new(range.start),
            end: AtomicU64::new(range.end),
        })
    }

    pub(super) fn next(&self) -> u64 {
        self.next.load(Ordering::Relaxed)
    }

    pub(super) fn end(&self) -> u64 {
        self.end.load(Ordering::Relaxed)
    }

    /// The connection has taken everything before this byte.
    pub(super) fn advance(&self, next: u64) {
        self.next.store(next, Ordering::Relaxed);
    }

    fn cut(&self, end: u64) {
        self.end.store(end, Ordering::Relaxed);
    }

    fn left(&self) -> u64 {
        self.end().saturating_sub(self.next())
    }

    /// Seconds that it will still take, once that can be said.
    fn seconds_left(&self, now: Timestamp) -> Option<f64> {
        let age = now.duration_since(self.begun).as_secs_f64();
        let came = self.next().saturating_sub(self.first) as f64;
        (age >= PROOF).then(|| self.left() as f64 * age / came.max(1.0))
    }
}

/// How one connection helps another.
#[derive(Clone, Copy, Debug)]
pub(super) struct Help {
    /// Bytes that it must get at least.
    pub(super) smallest: u64,
    /// Or fewer, where the other one would take long for them.
    pub(super) slow_ones: bool,
}

/// The plan of one object: everything in it is either written, on its way, or to do.
///
/// A byte may be fetched twice where an end moved in the very moment in which it was passed. It is
/// the same byte of the same object, so only the count matters, and that is a set's.
#[derive(Debug)]
pub(super) struct Plan {
    object: Option<Object>,
    written: Ranges,
    bytes: u64,
    todo: Vec<Range<u64>>,
    active: Vec<Arc<Span>>,
}

impl Plan {
    /// Nothing is known of the object, and nothing there.
    pub(super) fn fresh() -> Self {
        Self {
            object: None,
            written: Ranges::default(),
            bytes: 0,
            todo: std::iter::once(0..UNKNOWN).collect(),
            active: Vec::new(),
        }
    }

    /// Goes on with what a record vouches for, as far as the part has it.
    pub(super) fn resumed(record: &Record, length: u64) -> Self {
        let (Some(total), Some(etag)) = (record.total, &record.etag) else {
            return Self::fresh();
        };
        let written = record.finished.below(total.min(length));
        if written.is_empty() && total > 0 {
            return Self::fresh();
        }
        let mut todo = written.gaps(total);
        todo.reverse();
        Self {
            object: Some(Object {
                total: Some(total),
                etag: Some(etag.clone()),
            }),
            bytes: written.bytes(),
            written,
            todo,
            active: Vec::new(),
        }
    }

    pub(super) fn object(&self) -> Option<&Object> {
        self.object.as_ref()
    }

    /// The first answer has said what is fetched. Its connection's range ends there.
    pub(super) fn adopt(&mut self, object: Object) {
        if let Some(total) = object.total {
            for span in self.active.iter().filter(|span| span.end() == UNKNOWN) {
                span.cut(total);
            }
        }
        self.object = Some(object);
    }

    /// The stream of an object whose length nobody knew has come to its end.
    pub(super) fn ends_at(&mut self, total: u64) {
        if let Some(object) = &mut self.object {
            object.total.get_or_insert(total);
        }
    }

    pub(super) fn record(&self) -> Record {
        let object = self.object.as_ref();
        Record {
            total: object.and_then(|object| object.total),
            etag: object.and_then(|object| object.etag.clone()),
            finished: self.written.clone(),
        }
    }

    pub(super) fn bytes(&self) -> u64 {
        self.bytes
    }

    pub(super) fn total(&self) -> Option<u64> {
        self.object.as_ref().and_then(|object| object.total)
    }

    /// Bytes that are still to be written, where that is known.
    pub(super) fn missing(&self) -> Option<u64> {
        self.total().map(|total| total.saturating_sub(self.bytes))
    }

    pub(super) fn is_whole(&self) -> bool {
        self.missing() == Some(0)
    }

    pub(super) fn wrote(&mut self, range: Range<u64>) {
        self.written.insert(range);
        self.bytes = self.written.bytes();
    }

    /// What one more connection is to fetch: what nobody fetches, or, where `help` says how, the
    /// rear half of a range on its way.
    pub(super) fn next_span(&mut self, help: Option<Help>, now: Timestamp) -> Option<Arc<Span>> {
        let range = match self.todo.pop() {
            Some(range) => range,
            None => self.steal(help?, now)?,
        };
        let span = Span::new(range, now);
        self.active.push(Arc::clone(&span));
        Some(span)
    }

    fn steal(&self, help: Help, now: Timestamp) -> Option<Range<u64>> {
        let known = || self.active.iter().filter(|span| span.end() != UNKNOWN);
        let longest = known().max_by_key(|span| span.left());
        let is_worth_it = |span: &&Arc<Span>| span.left() / 2 >= help.smallest;
        let slow = |span: &&Arc<Span>| help.slow_ones && span.seconds_left(now) >= Some(LONG);
        let span = longest
            .filter(is_worth_it)
            .or_else(|| known().filter(slow).max_by_key(|span| span.left()))?;
        let (next, end) = (span.next(), span.end());
        let half = end.saturating_sub(next) / 2;
        let middle = (next + half).next_multiple_of(ALIGNMENT);
        if half < ALIGNMENT || middle >= end {
            return None;
        }
        span.cut(middle);
        Some(middle..end)
    }

    /// A connection has ended, and everything that it took is written or lost. What is missing of
    /// its range is to do again.
    pub(super) fn end(&mut self, span: &Arc<Span>, from: u64) {
        self.active.retain(|active| !Arc::ptr_eq(active, span));
        let end = match (span.end(), self.total()) {
            (UNKNOWN, Some(total)) => total,
            (end, _) => end,
        };
        if from < end {
            self.todo.push(from..end);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MIB: u64 = 1024 * 1024;
    const HELP: Option<Help> = Some(Help {
        smallest: MIB,
        slow_ones: true,
    });

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(seconds).unwrap()
    }

    fn known(total: u64) -> Plan {
        let mut plan = Plan::fresh();
        plan.adopt(Object {
            total: Some(total),
            etag: None,
        });
        plan.todo.clear();
        plan.todo.push(0..total);
        plan
    }

    #[test]
    fn four_connections_have_a_quarter_each() {
        let mut plan = Plan::fresh();
        let first = plan.next_span(None, at(0)).expect("all of it");
        assert!(plan.next_span(HELP, at(1)).is_none(), "of unknown length");
        plan.adopt(Object {
            total: Some(64 * MIB),
            etag: None,
        });
        let spans: Vec<_> = (0..3).filter_map(|_| plan.next_span(HELP, at(1))).collect();
        let mut all: Vec<_> = std::iter::once(&first)
            .chain(&spans)
            .map(|span| (span.next() / MIB, span.end() / MIB))
            .collect();
        all.sort_unstable();
        assert_eq!(all, [(0, 16), (16, 32), (32, 48), (48, 64)]);
    }

    #[test]
    fn a_slow_one_is_helped_as_long_as_it_pays() {
        let mut plan = known(8 * MIB);
        let slow = plan.next_span(None, at(0)).expect("all");
        slow.advance(2 * MIB);
        let helper = plan.next_span(HELP, at(1)).expect("half of the rest");
        assert_eq!((slow.end(), helper.next()), (5 * MIB, 5 * MIB));
        slow.advance(4 * MIB);
        helper.advance(7 * MIB);
        assert!(plan.next_span(HELP, at(1)).is_none());
        // After six more seconds the slow one has hardly moved.
        helper.advance(8 * MIB);
        let late = plan.next_span(HELP, at(16)).expect("it takes 4 s more");
        assert_eq!((slow.end(), late.end()), (9 * MIB / 2, 5 * MIB));
        let patient = HELP.map(|help| Help {
            slow_ones: false,
            ..help
        });
        assert!(plan.next_span(patient, at(60)).is_none());
    }

    #[test]
    fn what_a_broken_connection_leaves_is_to_do_again() {
        let mut plan = known(10);
        let span = plan.next_span(None, at(0)).expect("all");
        plan.wrote(0..4);
        plan.end(&span, 4);
        let rest = plan.next_span(None, at(0)).expect("the rest");
        assert_eq!((rest.next(), rest.end()), (4, 10));
        plan.wrote(4..10);
        plan.end(&rest, 10);
        assert!(plan.is_whole() && plan.next_span(HELP, at(1)).is_none());
    }

    #[test]
    fn a_record_is_believed_as_far_as_the_part_goes() {
        let record = Record {
            total: Some(100),
            etag: Some("\"a\"".to_owned()),
            finished: [0..10, 50..90, 95..200].into_iter().collect(),
        };
        let plan = Plan::resumed(&record, 70);
        assert_eq!((plan.bytes(), plan.todo), (30, vec![70..100, 10..50]));
        assert!(Plan::resumed(&record, 0).object().is_none());
        let unmarked = Record {
            etag: None,
            ..record
        };
        assert!(Plan::resumed(&unmarked, 100).object().is_none());
    }
}
