//! Going on from a part and its record.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use transfer::{Control, Damage, Fault, Ranges, Record};

use crate::bench::{Bench, Book};
use crate::server::{Answer, Object, Server};

const SIZE: usize = 400_000;

/// A book and a part as a killed program leaves them: `0..100_000` and `200_000..300_000` are there,
/// everything else is rubbish.
fn left_behind(bench: &Bench, object: &Object) -> Arc<Book> {
    let finished: Ranges = [0..100_000, 200_000..300_000].into_iter().collect();
    let mut bytes = vec![0xee; 350_000];
    for range in finished.iter() {
        let range = range.start as usize..range.end as usize;
        bytes[range.clone()].copy_from_slice(&object.bytes[range]);
    }
    std::fs::write(bench.part(), bytes).unwrap();
    let book = Arc::<Book>::default();
    *book.record.lock().unwrap() = Some(Record {
        total: Some(SIZE as u64),
        etag: object.etag.map(str::to_owned),
        finished,
    });
    book
}

#[tokio::test]
async fn only_what_the_record_does_not_vouch_for_is_fetched() {
    let object = Object::of(SIZE, 1, "\"v1\"");
    let stored = object.clone();
    let server = Server::new(move |asked| Answer::of(&stored, asked)).await;
    let bench = Bench::new();
    let book = left_behind(&bench, &object);
    bench
        .run(&server.source(), &book, &Control::new())
        .await
        .unwrap();
    assert!(bench.written() == *object.bytes);
    let ranges: Vec<_> = server
        .asked()
        .iter()
        .map(|asked| asked.range.unwrap())
        .collect();
    assert_eq!(ranges, [(100_000, Some(199_999)), (300_000, Some(399_999))]);
    // Once more, with everything there: nothing is asked.
    bench
        .run(&server.source(), &book, &Control::new())
        .await
        .unwrap();
    assert_eq!(server.asked().len(), 2);
}

#[tokio::test]
async fn a_changed_object_begins_anew_and_is_never_stitched() {
    let (old, new) = (
        Object::of(SIZE, 1, "\"v1\""),
        Object::of(SIZE + 9, 2, "\"v2\""),
    );
    let stored = new.clone();
    let server = Server::new(move |asked| Answer::of(&stored, asked)).await;
    let bench = Bench::new();
    let book = left_behind(&bench, &old);
    let whole = bench
        .run(&server.source(), &book, &Control::new())
        .await
        .unwrap();
    assert!(bench.written() == *new.bytes);
    assert_eq!(whole.etag.as_deref(), Some("\"v2\""));

    // A part without a name, or with another one, is of nobody knows what.
    for etag in [None, Some("\"v2\"")] {
        let stored = Object {
            etag,
            ..new.clone()
        };
        let server = Server::new(move |asked| {
            let deaf = crate::server::Asked {
                if_range: None,
                ..asked.clone()
            };
            Answer::of(&stored, &deaf)
        })
        .await;
        let bench = Bench::new();
        let book = left_behind(&bench, &old);
        bench
            .run(&server.source(), &book, &Control::new())
            .await
            .unwrap();
        assert!(bench.written() == *new.bytes);
    }
}

#[tokio::test]
async fn what_a_record_vouches_for_stays_while_the_record_cant_be_replaced() {
    let (old, new) = (Object::of(SIZE, 1, "\"v1\""), Object::of(SIZE, 2, "\"v2\""));
    let stored = new.clone();
    let server = Server::new(move |asked| Answer::of(&stored, asked)).await;
    let bench = Bench::new();
    let book = left_behind(&bench, &old);
    let (part, record) = (bench.written(), book.record());
    book.is_full.store(true, Ordering::SeqCst);
    let (source, control) = (server.source(), Control::new());
    let stopped = bench.run(&source, &book, &control).await;
    assert!(matches!(stopped, Err(Fault::Record(_))), "{stopped:?}");
    assert!(bench.written() == part, "as the record says");
    assert_eq!(book.record(), record);
    book.is_full.store(false, Ordering::SeqCst);
    bench.run(&source, &book, &control).await.unwrap();
    assert!(bench.written() == *new.bytes);
}

#[tokio::test]
async fn a_smaller_object_leaves_no_tail_of_the_one_before() {
    let (old, new) = (
        Object::of(SIZE, 1, "\"v1\""),
        Object::of(1_000, 2, "\"v2\""),
    );
    let stored = new.clone();
    let server = Server::new(move |asked| Answer::of(&stored, asked)).await;
    let bench = Bench::new();
    let book = left_behind(&bench, &old);
    bench
        .run(&server.source(), &book, &Control::new())
        .await
        .unwrap();
    assert!(bench.written() == *new.bytes);
}

#[tokio::test]
async fn a_server_that_ignores_the_range_sends_everything_once_more() {
    let object = Object::of(SIZE, 1, "\"v1\"");
    let stored = object.clone();
    let server = Server::new(move |asked| Answer::whole(&stored, asked)).await;
    let bench = Bench::new();
    let book = left_behind(&bench, &object);
    bench
        .run(&server.source(), &book, &Control::new())
        .await
        .unwrap();
    assert!(bench.written() == *object.bytes);
}

#[tokio::test]
async fn what_is_another_at_each_look_is_given_up() {
    const NAMES: [&str; 9] = [
        "\"0\"", "\"1\"", "\"2\"", "\"3\"", "\"4\"", "\"5\"", "\"6\"", "\"7\"", "\"8\"",
    ];
    let server = Server::new(move |asked| {
        let stored = Object::of(SIZE, asked.nth as u64, NAMES[asked.nth.min(8)]);
        Answer::of(&stored, asked).cut(100_000)
    })
    .await;
    let bench = Bench::new();
    let fault = bench.once(&server).await.unwrap_err();
    assert!(
        matches!(fault, Fault::Damaged(Damage::KeepsChanging)),
        "{fault}"
    );
}

#[tokio::test]
async fn a_part_that_is_gone_or_shorter_is_no_matter() {
    let object = Object::of(SIZE, 1, "\"v1\"");
    for length in [None, Some(0), Some(150_000)] {
        let stored = object.clone();
        let server = Server::new(move |asked| Answer::of(&stored, asked)).await;
        let bench = Bench::new();
        let book = left_behind(&bench, &object);
        std::fs::remove_file(bench.part()).unwrap();
        if let Some(length) = length {
            std::fs::write(bench.part(), &object.bytes[..length]).unwrap();
        }
        bench
            .run(&server.source(), &book, &Control::new())
            .await
            .unwrap();
        assert!(bench.written() == *object.bytes, "{length:?}");
    }
}

#[tokio::test]
async fn a_file_that_no_record_speaks_of_is_not_touched() {
    let object = Object::of(SIZE, 1, "\"v1\"");
    let server = Server::new(move |asked| Answer::of(&object, asked)).await;
    let bench = Bench::new();
    std::fs::write(bench.part(), "somebody's").unwrap();
    let fault = bench.once(&server).await.unwrap_err();
    assert!(
        matches!(fault, Fault::Disk(error) if error.kind() == std::io::ErrorKind::AlreadyExists)
    );
    assert_eq!(bench.written(), b"somebody's");
    assert!(server.asked().is_empty());
}
