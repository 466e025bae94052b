//! A carousel, from the brief to the numbered slides on disk, in new words and another look.

use std::path::{Path, PathBuf};

use crate::harness::app::App;
use crate::harness::stage::Stage;
use crate::harness::until_rendered;
use crate::hub_steps::{come_with_token, saved, say_yes};

const SLIDES: usize = 4;

#[tokio::test(flavor = "multi_thread")]
async fn a_carousel_is_made_edited_on_the_slide_restyled_for_free_and_saved() {
    let Some(stage) = Stage::set("hub-carousel").await else {
        return;
    };
    let app = stage.open(&[]).await;
    come_with_token(&app, &stage, "rail-carousels").await;

    app.click("carousel-new").await;
    app.write("carousel-prompt", "Four ways to pour coffee slowly.")
        .await;
    let fewer = app.look("return document.querySelector(\"[data-test='carousel-slides']\").value");
    let given: usize = fewer.await.as_str().expect("a count").parse().expect("one");
    for _ in SLIDES..given {
        app.click("carousel-slides-less").await;
    }
    for _ in given..SLIDES {
        app.click("carousel-slides-more").await;
    }
    app.click("carousel-template-editorialStory").await;
    app.click("carousel-ratio-1:1").await;
    app.click("carousel-generate").await;
    app.find("page-carousel").await;
    assert_eq!(
        stage.sandbox.hub_books().charged(),
        0,
        "nothing before the yes"
    );
    say_yes(&app, 4).await;
    made(&app).await;
    let first = saved(&app, &stage, None).await;
    let charged = stage.sandbox.hub_books().charged();
    assert_eq!(charged, 4, "one credit for each slide");

    // The words of the second one, on the slide itself.
    app.click("slide-2").await;
    app.click("slide-edit").await;
    app.find("slide-fields").await;
    app.find("slide-headline")
        .await
        .clear()
        .await
        .expect("an empty field");
    app.write("slide-headline", "Slower than you think").await;
    app.click("slide-save").await;
    // By itself it would be saved once nothing was changed for two minutes.
    app.click("project-save").await;
    let second = saved(&app, &stage, Some(&first)).await;
    made(&app).await;
    app.words("slide-said", |words| {
        words.contains("Slower than you think")
    })
    .await;
    let (before, after) = (set(&first), set(&second));
    assert_ne!(read(&before[1]), read(&after[1]), "the slide has new words");
    assert_eq!(read(&before[0]), read(&after[0]), "the others stay");

    app.click("restyle-template-scrapbook").await;
    app.click("restyle-apply").await;
    app.click("project-save").await;
    let third = saved(&app, &stage, Some(&second)).await;
    made(&app).await;
    let restyled = set(&third);
    for (before, after) in after.iter().zip(&restyled) {
        assert_ne!(read(before), read(after), "{}", after.display());
    }
    assert_eq!(
        stage.sandbox.hub_books().charged(),
        charged,
        "both are free"
    );

    // Caption and hashtags lie beside the slides, as the page shows them.
    let words = std::fs::read_to_string(named(&third, ".txt")).expect("the words");
    let caption = app
        .look("return document.querySelector(\"[data-test='carousel-caption']\").value")
        .await;
    let caption = caption.as_str().expect("a caption").to_owned();
    assert!(!caption.trim().is_empty());
    assert!(
        words.contains(caption.trim()) && words.contains('#'),
        "{words}"
    );
    app.is_sound().await;
}

/// Waits until every slide is made.
async fn made(app: &App) {
    until_rendered("the finished carousel", async || {
        let status = app
            .look(
                "const page = document.querySelector(\"[data-test='carousel-page']\");
                 const under_way = document.querySelector(
                     \".slide-thumb:not([data-state='completed'])\");
                 return page?.dataset.status === 'completed' && !under_way",
            )
            .await;
        (status == true).then_some(())
    })
    .await;
}

/// The slides of a set whose first one is here, in their order.
fn set(first: &Path) -> Vec<PathBuf> {
    let numbered = |number: usize| named(first, &format!("-{number:02}.png"));
    assert!(!numbered(SLIDES + 1).exists(), "there are no more");
    (1..=SLIDES).map(numbered).collect()
}

/// The file of a set with this ending.
fn named(first: &Path, ending: &str) -> PathBuf {
    let name = first
        .file_name()
        .expect("a name")
        .to_string_lossy()
        .into_owned();
    let stem = name.strip_suffix("-01.png").expect("a first slide");
    first.with_file_name(format!("{stem}{ending}"))
}

fn read(path: &Path) -> Vec<u8> {
    let bytes = std::fs::read(path).expect("a slide");
    assert_eq!(&bytes[1..4], b"PNG", "{}", path.display());
    bytes
}
