//! An ad by hand: three scenes, one of them an own clip, in the order of the person's choice.

use crate::harness::app::App;
use crate::harness::stage::Stage;
use crate::harness::{clips, until, until_rendered};
use crate::hub_steps::{add_scene, begin_ad, clip_is_ready, drop_clip, saved, say_yes};

const POUR: &str = "A kettle pours into a paper filter";
const SIP: &str = "Somebody takes the first sip";
const DOWN: char = '\u{e015}';
const HOME: char = '\u{e011}';

#[tokio::test(flavor = "multi_thread")]
async fn three_scenes_one_of_them_an_own_clip_are_reordered_by_keys_and_rendered() {
    let Some(stage) = Stage::set("hub-editor").await else {
        return;
    };
    let app = stage.open(&[]).await;
    begin_ad(&app, &stage).await;
    app.find("scene-add").await;
    assert!(!app.shows("ways").await, "the way was chosen already");
    for prompt in [POUR, SIP] {
        add_scene(&app, prompt).await;
    }
    app.find_all_words("scene-facts", 2).await;

    // The clip is dropped on the page, sent, and placed once the service has looked at it.
    let clip = clips::sample();
    drop_clip(&app, &stage, &clip).await;
    app.words("clip-file", |words| words.contains("sample.mp4"))
        .await;
    app.click("fit-cover").await;
    app.click("clip-send").await;
    clip_is_ready(&app).await;
    let length = std::fs::metadata(&clip).expect("the clip").len();
    let stored = stage.sandbox.storage_books();
    assert!(stored.objects.iter().any(|object| object.bytes == length));
    assert_eq!(stored.credentials_leaked, 0, "the token stays at home");
    app.click("clip-place").await;
    app.find_all_words("scene-facts", 3).await;
    app.find("clip-shown-in").await;

    // The clip goes to the top by one key, and one down again by another.
    focus_grip(&app, 2).await;
    app.keys(&[HOME]).await;
    in_order(&app, &["", POUR, SIP]).await;
    grip_has_focus(&app, 0).await;
    app.keys(&[DOWN]).await;
    in_order(&app, &[POUR, "", SIP]).await;
    grip_has_focus(&app, 1).await;

    // One scene beforehand; the render makes the other.
    app.click("scene-make").await;
    say_yes(&app, 5).await;
    until_rendered("the first scene", async || {
        app.has_any("[data-test='scene'][data-state='completed'] [data-test='scene-again']")
            .await
            .then_some(())
    })
    .await;
    assert_eq!(stage.sandbox.hub_books().charged(), 5);
    let whole = 16.0 + clips::seconds(&clip);
    app.words("render-words", |words| words.contains('5')).await;
    app.click("render").await;
    say_yes(&app, 5).await;
    until_rendered("the film", async || {
        app.has_any("[data-test='film'][data-state='completed']")
            .await
            .then_some(())
    })
    .await;
    let film = saved(&app, &stage, None).await;
    let lasts = clips::seconds(&film);
    assert!((lasts - whole).abs() < 0.5, "{lasts} s for {whole} s");
    let books = stage.sandbox.hub_books();
    assert_eq!(books.charged(), 10, "{:?}", books.charges);
    app.is_sound().await;
}

/// Moves the focus to the grip of the scene at this place.
async fn focus_grip(app: &App, place: usize) {
    let selector = format!("[data-grip='{place}']");
    assert!(app.has_any(&selector).await, "there is such a scene");
    const TAB: char = '\u{e004}';
    app.tab_to("scene-grip").await;
    until(&format!("the focus on grip {place}"), async || {
        if focused_grip(app).await == Some(place) {
            return Some(());
        }
        app.keys(&[TAB]).await;
        None
    })
    .await;
}

async fn grip_has_focus(app: &App, place: usize) {
    until(&format!("the focus on grip {place}"), async || {
        (focused_grip(app).await == Some(place)).then_some(())
    })
    .await;
}

async fn focused_grip(app: &App) -> Option<usize> {
    let grip = app.look("return document.activeElement?.dataset.grip ?? ''");
    grip.await.as_str()?.parse().ok()
}

/// Waits until the scenes stand in this order, by words that each has; "" for the clip.
async fn in_order(app: &App, wanted: &[&str]) {
    const SCRIPT: &str = "return [...document.querySelectorAll(\"[data-test='scene']\")]
        .map(scene => scene.innerText)";
    until(&format!("the order {wanted:?}"), async || {
        let scenes = app.look(SCRIPT).await;
        let scenes = scenes.as_array()?.clone();
        let fits = scenes.len() == wanted.len()
            && scenes.iter().zip(wanted).all(|(scene, wanted)| {
                let words = scene.as_str().unwrap_or_default();
                match *wanted {
                    "" => !words.contains(POUR) && !words.contains(SIP),
                    wanted => words.contains(wanted),
                }
            });
        fits.then_some(())
    })
    .await;
}
