//! Bodies that the caller holds back: a speed limit, a pause.

use std::io::Write as _;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde_json::Value;
use wire::upload::{FilePart, Hooks, Multipart};

use crate::server::{Server, announced, impatient, json};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Paced(u64),
    Gate,
}

#[tokio::test]
async fn who_holds_a_body_back_is_not_taken_for_silence_and_the_gate_comes_last() {
    let server = Server::new().await;
    let url = server.at("/api/riffs");
    let received = tokio::spawn(async move {
        let mut peer = server.accept().await;
        let head = peer.head().await;
        let total = announced(&head);
        let body = peer.body(total).await;
        peer.say(&json("200 OK", "{}")).await;
        (total, body.len())
    });
    let mut file = tempfile::tempfile().unwrap();
    let bytes = vec![7; 700_000];
    file.write_all(&bytes).unwrap();
    std::io::Seek::rewind(&mut file).unwrap();
    let part = FilePart {
        file: file.into(),
        length: bytes.len() as u64,
        file_name: "clip.mp4".to_owned(),
        content_type: "video/mp4".to_owned(),
    };
    let steps: Arc<Mutex<Vec<Step>>> = Arc::default();
    let (paced, gated) = (Arc::clone(&steps), Arc::clone(&steps));
    let hooks = Hooks::none()
        .paced(move |bytes| {
            let mut steps = paced.lock().unwrap();
            steps.push(Step::Paced(bytes));
            let is_third = steps.len() == 3;
            Box::pin(async move {
                if is_third {
                    // Twice the time that this client takes for the end.
                    tokio::time::sleep(Duration::from_millis(300)).await;
                }
            })
        })
        .before_last(move || {
            gated.lock().unwrap().push(Step::Gate);
            Box::pin(async { Ok(()) })
        });
    let form = Multipart::new().text("language", "en").file("video", part);
    impatient()
        .post_multipart::<Value>(url, None, form, hooks)
        .await
        .unwrap();
    let (total, came) = received.await.unwrap();
    assert_eq!(total, came);
    let steps = steps.lock().unwrap();
    let paced = steps.iter().map(|step| match step {
        Step::Paced(bytes) => *bytes,
        Step::Gate => 0,
    });
    assert_eq!(paced.sum::<u64>(), total as u64, "every byte is asked for");
    assert_eq!(steps.last(), Some(&Step::Gate));
}
