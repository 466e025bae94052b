//! Whatever happens, in whatever order: the file is the object, byte for byte.

use proptest::prelude::*;
use transfer::{Control, Fault, Stopped};

use crate::bench::{Bench, Book};
use crate::server::{Answer, Object, Server};

/// What happens to a request.
#[derive(Clone, Debug)]
enum Fate {
    Served,
    Cut(usize),
    IgnoresRange,
    Expired,
    Down,
    Html,
    /// The object is another one from here on.
    Changes,
    /// `If-Range` is not understood.
    Deaf,
}

/// How a run of the program ends.
#[derive(Clone, Debug)]
enum End {
    /// Killed when so many bytes are written. What the record does not vouch for is lost.
    Killed(u64),
    Paused(u64),
    /// As it comes.
    Own,
}

fn fate() -> impl Strategy<Value = Fate> {
    prop_oneof![
        4 => Just(Fate::Served),
        4 => (0_usize..200_000).prop_map(Fate::Cut),
        1 => Just(Fate::IgnoresRange),
        1 => Just(Fate::Expired),
        1 => Just(Fate::Down),
        1 => Just(Fate::Html),
        1 => Just(Fate::Changes),
        1 => Just(Fate::Deaf),
    ]
}

fn end() -> impl Strategy<Value = End> {
    prop_oneof![
        3 => (1_u64..900_000).prop_map(End::Killed),
        1 => (1_u64..900_000).prop_map(End::Paused),
        1 => Just(End::Own),
    ]
}

const NAMES: [&str; 4] = ["\"a\"", "\"b\"", "\"c\"", "\"d\""];

async fn survives(size: usize, fates: Vec<Fate>, ends: Vec<End>) -> Result<(), TestCaseError> {
    let versions: Vec<Object> = (0..NAMES.len())
        .map(|at| Object::of(size + at * 1_000, at as u64, NAMES[at]))
        .collect();
    let (stored, told) = (versions.clone(), fates.clone());
    let server = Server::new(move |asked| {
        let changes = told
            .iter()
            .take(asked.nth + 1)
            .filter(|fate| matches!(fate, Fate::Changes));
        let object = &stored[changes.count().min(NAMES.len() - 1)];
        match told.get(asked.nth) {
            Some(Fate::Cut(after)) => Answer::of(object, asked).cut(*after),
            Some(Fate::IgnoresRange) => Answer::whole(object, asked),
            Some(Fate::Expired) => Answer::status(403),
            Some(Fate::Down) => Answer::status(503),
            Some(Fate::Html) => Answer::html(),
            Some(Fate::Deaf) => {
                let deaf = crate::server::Asked {
                    if_range: None,
                    ..asked.clone()
                };
                Answer::of(object, &deaf)
            }
            Some(Fate::Served | Fate::Changes) | None => Answer::of(object, asked),
        }
    })
    .await;
    let (bench, source) = (Bench::new(), server.source());
    let mut record = None;
    let mut ends = ends.into_iter();
    for _ in 0..40 {
        let (mark, kills) = match ends.next() {
            Some(End::Killed(mark)) => (mark, true),
            Some(End::Paused(mark)) => (mark, false),
            Some(End::Own) | None => (0, false),
        };
        let (book, control) = (Book::at(mark), Control::new());
        *book.record.lock().unwrap() = record;
        if book.record().is_none() && bench.part().exists() {
            // Killed before anything was on record: the caller knows the part to be its own.
            *book.record.lock().unwrap() = Some(transfer::Record::default());
        }
        let marked = async {
            book.reached.notified().await;
            if !kills {
                control.pause();
                std::future::pending::<()>().await;
            }
        };
        let ended = tokio::select! {
            ended = bench.run(&source, &book, &control) => Some(ended),
            () = marked => None,
        };
        record = book.record();
        match ended {
            Some(Ok(whole)) => {
                let written = bench.written();
                let named = versions
                    .iter()
                    .find(|version| version.etag == whole.etag.as_deref());
                prop_assert!(
                    named.is_some_and(|version| *version.bytes == written),
                    "not the object"
                );
                prop_assert_eq!(whole.bytes, written.len() as u64);
                return Ok(());
            }
            Some(Err(Fault::Stopped(Stopped::Paused) | Fault::Source(_) | Fault::Damaged(_))) => {}
            Some(Err(fault)) => return Err(TestCaseError::fail(fault.to_string())),
            None => {
                // What still stood in a queue comes to its end, then the rest is lost.
                bench.clock.settle().await;
                spoil(&bench, record.as_ref());
            }
        }
    }
    Err(TestCaseError::fail(format!(
        "no end after {} requests",
        server.asked().len()
    )))
}

/// What the record does not vouch for may be anything after a power cut.
fn spoil(bench: &Bench, record: Option<&transfer::Record>) {
    let Ok(mut bytes) = std::fs::read(bench.part()) else {
        return;
    };
    let finished = record
        .map(|record| record.finished.clone())
        .unwrap_or_default();
    for gap in finished.gaps(bytes.len() as u64) {
        bytes[gap.start as usize..gap.end as usize].fill(0xee);
    }
    std::fs::write(bench.part(), bytes).unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, max_shrink_iters: 60, ..ProptestConfig::default() })]
    #[test]
    fn any_cuts_kills_and_changes_end_in_the_very_object(
        size in prop_oneof![1_usize..600_000, 600_000_usize..900_000],
        fates in proptest::collection::vec(fate(), 0..24),
        ends in proptest::collection::vec(end(), 0..6),
    ) {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
        runtime.block_on(survives(size, fates, ends))?;
    }
}
