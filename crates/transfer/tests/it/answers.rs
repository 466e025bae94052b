//! Servers that answer as they should, and as they should not.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use transfer::{Control, Damage, Fault, Pause};

use crate::bench::{Bench, Book};
use crate::server::{Answer, Object, Server};

const MIB: usize = 1024 * 1024;

fn same(bench: &Bench, object: &Object) {
    assert!(bench.written() == *object.bytes, "the file is another one");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_large_object_comes_over_several_connections_each_byte_once() {
    let object = Object::of(4 * MIB + 17, 1, "\"v1\"");
    let stored = object.clone();
    let server = Server::new(move |asked| Answer::of(&stored, asked)).await;
    let (bench, book) = (Bench::new(), Arc::<Book>::default());
    let whole = bench
        .run(&server.source(), &book, &Control::new())
        .await
        .unwrap();
    same(&bench, &object);
    assert_eq!(
        (whole.bytes, whole.etag.as_deref()),
        (object.bytes.len() as u64, Some("\"v1\""))
    );
    let asked = server.asked();
    assert!(asked.len() >= 4, "{asked:?}");
    assert!(
        asked[1..]
            .iter()
            .all(|asked| asked.if_range.as_deref() == Some("\"v1\""))
    );
    let record = book.record().unwrap();
    assert_eq!(
        (record.finished.bytes(), record.total),
        (whole.bytes, Some(whole.bytes))
    );
    let told = book.told.lock().unwrap();
    assert!(told.windows(2).all(|two| two[0].bytes <= two[1].bytes));
    assert_eq!(told.last().unwrap().bytes, whole.bytes);
}

#[tokio::test]
async fn without_ranges_or_a_strong_etag_one_stream_does() {
    let object = Object::of(2 * MIB, 2, "\"v1\"");
    let weak = Object {
        etag: Some("W/\"v1\""),
        ..object.clone()
    };
    let unnamed = Object {
        etag: None,
        ..object.clone()
    };
    let stored = object.clone();
    let server = Server::new(move |asked| Answer::whole(&stored, asked)).await;
    let bench = Bench::new();
    bench.once(&server).await.unwrap();
    same(&bench, &object);
    assert_eq!(server.asked().len(), 1);
    for stored in [weak, unnamed] {
        let server = Server::new(move |asked| Answer::of(&stored, asked)).await;
        let bench = Bench::new();
        bench.once(&server).await.unwrap();
        same(&bench, &object);
        assert_eq!(
            server.asked().len(),
            1,
            "nothing tells two parts to be of the same bytes"
        );
    }
}

#[tokio::test]
async fn an_object_of_unknown_length_and_an_empty_one() {
    let object = Object::of(300_000, 3, "\"v1\"");
    let stored = object.clone();
    let server = Server::new(move |asked| {
        let mut answer = Answer::whole(&stored, asked);
        answer
            .headers
            .retain(|header| !header.starts_with("Content-Length"));
        answer
    })
    .await;
    let bench = Bench::new();
    assert_eq!(bench.once(&server).await.unwrap().bytes, 300_000);
    same(&bench, &object);
    let empty = Object::of(0, 0, "\"none\"");
    // A range of nothing is refused (416).
    let server = Server::new(move |asked| Answer::of(&empty, asked)).await;
    let bench = Bench::new();
    assert_eq!(bench.once(&server).await.unwrap().bytes, 0);
    assert!(bench.written().is_empty());
}

#[tokio::test]
async fn an_expired_link_is_made_anew_and_one_that_never_works_is_not_made_for_ever() {
    let object = Object::of(200_000, 4, "\"v1\"");
    let stored = object.clone();
    let server = Server::new(move |asked| match (asked.link, asked.nth) {
        (0, 0) => Answer::of(&stored, asked).cut(50_000),
        (0, _) => Answer::status(403),
        _ => Answer::of(&stored, asked),
    })
    .await;
    let bench = Bench::new();
    bench.once(&server).await.unwrap();
    same(&bench, &object);
    let asked = server.asked();
    assert_eq!(
        asked.iter().map(|asked| asked.link).collect::<Vec<_>>(),
        [0, 0, 1]
    );
    assert_eq!(asked[2].range.unwrap().0, 50_000, "it goes on where it was");

    let server = Server::new(|_| Answer::status(410)).await;
    let bench = Bench::new();
    let fault = bench.once(&server).await.unwrap_err();
    assert!(matches!(fault, Fault::Source(failure) if failure.status() == Some(410)));
    assert_eq!(server.asked().len(), 4);
}

#[tokio::test]
async fn html_in_place_of_a_video_is_found_out_and_costs_nothing_that_was_there() {
    let object = Object::of(200_000, 5, "\"v1\"");
    let stored = object.clone();
    // The hotel's page stands in the way for a while.
    let server = Server::new(move |asked| match asked.nth {
        0 => Answer::of(&stored, asked).cut(60_000),
        1 | 2 => Answer::html(),
        _ => Answer::of(&stored, asked),
    })
    .await;
    let bench = Bench::new();
    bench.once(&server).await.unwrap();
    same(&bench, &object);
    assert_eq!(server.asked()[3].range.unwrap().0, 60_000);

    let server = Server::new(|_| Answer::html()).await;
    let bench = Bench::new();
    let fault = bench.once(&server).await.unwrap_err();
    assert!(
        matches!(fault, Fault::Damaged(Damage::NotTheObject(Some(kind))) if kind == "text/html")
    );
    assert!(bench.written().is_empty(), "nothing of it is written");
}

#[tokio::test]
async fn a_server_that_lies_about_ranges_and_lengths_is_found_out() {
    let object = Object::of(200_000, 6, "\"v1\"");
    for lie in [
        "bytes 5-199999/200000",
        "bytes 0-9/200000",
        "bytes 0-199999/150000",
        "nonsense",
    ] {
        let stored = object.clone();
        let server = Server::new(move |asked| {
            let mut answer = Answer::of(&stored, asked);
            if answer.status == 206 {
                answer.headers[0] = format!("Content-Range: {lie}");
            }
            answer
        })
        .await;
        let bench = Bench::new();
        // Its ranges are of no use; the whole is.
        bench.once(&server).await.unwrap();
        same(&bench, &object);
        assert_eq!(server.asked().last().unwrap().range, None, "{lie}");
    }
    // More than its own range, in a body without a length.
    let stored = object.clone();
    let server = Server::new(move |asked| {
        let mut answer = Answer::of(&stored, asked);
        answer
            .headers
            .retain(|header| !header.starts_with("Content-Length"));
        answer.body.extend_from_slice(b"and more");
        answer
    })
    .await;
    let fault = Bench::new().once(&server).await.unwrap_err();
    assert!(matches!(fault, Fault::Damaged(Damage::TooLong)), "{fault}");
    // Less than that, again and again.
    let stored = object.clone();
    let server = Server::new(move |asked| {
        let mut answer = Answer::of(&stored, asked);
        answer
            .headers
            .retain(|header| !header.starts_with("Content-Length"));
        answer.body.clear();
        answer
    })
    .await;
    let (bench, book) = (Bench::new(), Arc::<Book>::default());
    let fault = bench
        .run(&server.source(), &book, &Control::new())
        .await
        .unwrap_err();
    assert!(matches!(fault, Fault::Damaged(Damage::CutOff)), "{fault}");
    let told = book.told.lock().unwrap();
    let mut pauses = told.iter().filter_map(|told| told.pause);
    assert!(
        pauses.all(|pause| matches!(pause, Pause::Cut(_))),
        "{told:?}"
    );
}

#[tokio::test]
async fn a_service_that_asks_for_patience_gets_it_and_a_broken_one_is_given_up() {
    let object = Object::of(100_000, 7, "\"v1\"");
    let stored = object.clone();
    let server = Server::new(move |asked| match asked.nth {
        0 => Answer::status(429).header("Retry-After: 40"),
        _ => Answer::of(&stored, asked),
    })
    .await;
    let (bench, book) = (Bench::new(), Arc::<Book>::default());
    let begun = transfer::Clock::now(&bench.clock);
    bench
        .run(&server.source(), &book, &Control::new())
        .await
        .unwrap();
    let waited = transfer::Clock::now(&bench.clock).duration_since(begun);
    assert!(waited.as_secs() >= 40, "{waited}");
    let pause = Pause::Backoff(Duration::from_secs(40));
    assert!(
        book.told
            .lock()
            .unwrap()
            .iter()
            .any(|told| told.pause == Some(pause))
    );

    let server = Server::new(|_| Answer::status(503)).await;
    let (bench, book) = (Bench::new(), Arc::<Book>::default());
    let source = server.source();
    let fault = bench.run(&source, &book, &Control::new()).await;
    assert!(
        matches!(fault, Err(Fault::Source(failure)) if failure.status() == Some(503)),
        "its own last word"
    );
    assert_eq!(server.asked().len(), 5);
    {
        let told = book.told.lock().unwrap();
        let mut pauses = told.iter().filter_map(|told| told.pause);
        assert!(
            pauses.all(|pause| matches!(pause, Pause::Backoff(_))),
            "who answers has no network trouble: {told:?}"
        );
    }
    let server = Server::new(|_| Answer::status(404)).await;
    Bench::new().once(&server).await.unwrap_err();
    assert_eq!(server.asked().len(), 1, "a plain no is one");
}

#[tokio::test]
async fn an_absent_network_is_waited_for_and_can_be_hurried() {
    let object = Object::of(100_000, 8, "\"v1\"");
    let stored = object.clone();
    let server = Server::new(move |asked| Answer::of(&stored, asked)).await;
    let (bench, book) = (Bench::new(), Arc::<Book>::default());
    // Nobody listens at that port any more.
    let gone = Server::new(|_| Answer::status(200)).await;
    let source = gone.source();
    drop(gone);
    let control = Control::new();
    let network = bench.engine.network.clone();
    let hurrying = async {
        while book
            .told
            .lock()
            .unwrap()
            .iter()
            .filter(|told| told.pause.is_some())
            .count()
            < 12
        {
            bench.clock.settle().await;
        }
        network.hurry();
        control.pause();
    };
    let (fault, ()) = tokio::join!(bench.run(&source, &book, &control), hurrying);
    assert!(matches!(
        fault,
        Err(Fault::Stopped(transfer::Stopped::Paused))
    ));
    let longest = book
        .told
        .lock()
        .unwrap()
        .iter()
        .filter_map(|told| told.pause)
        .next_back();
    assert!(matches!(longest, Some(Pause::Offline(pause)) if pause >= Duration::from_secs(30)));
    control.resume();
    bench.run(&server.source(), &book, &control).await.unwrap();
    same(&bench, &object);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_service_that_allows_one_connection_gets_one() {
    let object = Object::of(2 * MIB, 9, "\"v1\"");
    let stored = object.clone();
    let server = Server::new(move |asked| match asked.nth {
        0 => Answer::of(&stored, asked),
        // The others come while the first one runs, mostly.
        1..=3 => Answer::status(400),
        _ => Answer::of(&stored, asked),
    })
    .await;
    let bench = Bench::new();
    let source = server.source();
    bench
        .run(&source, &Arc::default(), &Control::new())
        .await
        .unwrap();
    same(&bench, &object);
    assert_eq!(source.link.load(Ordering::SeqCst), 0);
}

#[tokio::test]
async fn a_whole_that_is_cut_off_each_time_is_given_up() {
    // Nothing of one try is of use to the next: there is no range to go on with.
    let object = Object::of(200_000, 10, "\"v1\"");
    let server = Server::new(move |asked| match asked.range {
        Some(_) => Answer::status(416),
        None => Answer::of(&object, asked).cut(150_000),
    })
    .await;
    let fault = Bench::new().once(&server).await.unwrap_err();
    assert!(matches!(fault, Fault::Source(_)), "{fault}");
    assert!(server.asked().len() <= 12, "{}", server.asked().len());
}
