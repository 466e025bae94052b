//! The writing of a product as it goes: a line for each image, and what can be done about it.

use contract::{ImageWorkState, NextStep, ProductWorkId, ProductWorkView, Refusal, WorkState, ask};
use leptos::prelude::*;
use words::Words;

use crate::app::{Store, say, say_refusal, store, t};
use crate::components::{Button, ButtonKind, Glyph, Icon, RefusalPanel};
use crate::pages::wording::{args, figure};

/// What a writing says of itself in one line.
pub fn headline(words: &Words, work: &ProductWorkView) -> String {
    let values = args([
        ("name", work.name.as_str().into()),
        ("done", figure(sent(work)).into()),
        ("all", figure(work.images.len()).into()),
    ]);
    words.say_with(
        match (
            &work.state,
            work.product_id.is_some(),
            work.images.is_empty(),
        ) {
            (WorkState::Running, false, _) => "work-writing",
            (WorkState::Running, true, _) => "work-sending",
            (WorkState::Paused, ..) => "work-paused",
            (WorkState::Failed { .. }, ..) => "work-failed",
            (WorkState::Done, _, true) => "work-done-plain",
            (WorkState::Done, _, false) => "work-done",
            (WorkState::Cancelled, ..) => "work-cancelled",
        },
        &values,
    )
}

/// What an image's line says at its end.
pub fn image_word(words: &Words, state: &ImageWorkState) -> String {
    match state {
        ImageWorkState::Waiting => words.say("work-image-waiting"),
        ImageWorkState::Sending { total: 0, .. } => words.say("work-image-fetched"),
        ImageWorkState::Sending { sent, total } => words.say_with(
            "work-image-sending",
            &args([
                ("sent", words.megabytes(*sent).into()),
                ("total", words.megabytes(*total).into()),
            ]),
        ),
        ImageWorkState::Done => words.say("work-image-done"),
        ImageWorkState::Failed { .. } => words.say("work-image-failed"),
    }
}

/// The part of an image that is known to have left, 0 to 1. `None`: nothing to measure.
pub fn image_part(state: &ImageWorkState) -> Option<f64> {
    match state {
        ImageWorkState::Waiting | ImageWorkState::Failed { .. } => Some(0.0),
        ImageWorkState::Sending { total: 0, .. } => None,
        #[expect(clippy::cast_precision_loss, reason = "bytes of an image")]
        ImageWorkState::Sending { sent, total } => Some((*sent as f64 / *total as f64).min(1.0)),
        ImageWorkState::Done => Some(1.0),
    }
}

/// A refusal as it is shown beside a writing: it goes on by the writing's own button, and another
/// clip or another plan would not help it.
fn said_here(refusal: &Refusal) -> Refusal {
    let next = match refusal.next {
        NextStep::ChooseAnother | NextStep::EditPlan | NextStep::ReviewAgain => NextStep::None,
        next => next,
    };
    Refusal {
        next,
        ..refusal.clone()
    }
}

/// Images that the service has.
fn sent(work: &ProductWorkView) -> usize {
    work.images
        .iter()
        .filter(|image| image.state == ImageWorkState::Done)
        .count()
}

/// Whether a writing is still to be seen by itself: all but those that ended well or were given up.
pub fn is_unfinished(work: &ProductWorkView) -> bool {
    !matches!(work.state, WorkState::Done | WorkState::Cancelled)
}

const fn image_mark(state: &ImageWorkState) -> &'static str {
    match state {
        ImageWorkState::Waiting => "waiting",
        ImageWorkState::Sending { .. } => "sending",
        ImageWorkState::Done => "done",
        ImageWorkState::Failed { .. } => "failed",
    }
}

const fn work_mark(state: &WorkState) -> &'static str {
    match state {
        WorkState::Running => "running",
        WorkState::Paused => "paused",
        WorkState::Failed { .. } => "failed",
        WorkState::Done => "done",
        WorkState::Cancelled => "cancelled",
    }
}

/// One writing, followed by itself.
pub fn of_store(store: Store, work_id: ProductWorkId) -> Memo<Option<ProductWorkView>> {
    Memo::new(move |_| {
        store
            .product_works
            .with(|all| all.iter().find(|work| work.work_id == work_id).cloned())
    })
}

/// The panel of a writing that stands for itself.
#[component]
pub fn WorkPanel(
    /// Which.
    work_id: ProductWorkId,
) -> impl IntoView {
    let store = store();
    let work = of_store(store, work_id.clone());
    let id = StoredValue::new(work_id);
    let state = Memo::new(move |_| work.with(|work| work.as_ref().map(|work| work.state.clone())));
    let mark = move || state.with(|state| state.as_ref().map(work_mark));
    view! {
        <section class="panel work" data-test="product-work" data-state=mark>
            <WorkLines work/>
            <div class="work-actions">
                {move || match state.get() {
                    Some(WorkState::Running) => view! {
                        <Button
                            test="product-work-pause"
                            glyph=Glyph::Pause
                            on_press=Callback::new(move |()| {
                                store.tell(ask::PauseProductWork { work_id: id.get_value() });
                            })
                        >
                            {move || t("work-pause")}
                        </Button>
                    }.into_any(),
                    Some(WorkState::Paused | WorkState::Failed { .. }) => view! {
                        <Button
                            kind=ButtonKind::Primary
                            test="product-work-resume"
                            on_press=Callback::new(move |()| {
                                store.tell(ask::ResumeProductWork { work_id: id.get_value() });
                            })
                        >
                            {move || t("work-resume")}
                        </Button>
                    }.into_any(),
                    _ => ().into_any(),
                }}
                <Show when=move || work.with(|work| work.as_ref().is_some_and(is_unfinished))>
                    <Button
                        kind=ButtonKind::Quiet
                        test="product-work-cancel"
                        on_press=Callback::new(move |()| {
                            store.tell(ask::CancelProductWork { work_id: id.get_value() });
                        })
                    >
                        {move || t("work-cancel")}
                    </Button>
                </Show>
            </div>
        </section>
    }
}

/// The lines of a writing: what it says, why it stopped, and one line for each image.
#[component]
pub fn WorkLines(
    /// The writing.
    work: Memo<Option<ProductWorkView>>,
) -> impl IntoView {
    let store = store();
    let said =
        Memo::new(move |_| work.with(|work| work.as_ref().map(|work| headline(&say(), work))));
    // A step that ends is read out; bytes that move are not.
    Effect::new(move |before: Option<Option<String>>| {
        let now = said.get();
        if let (Some(before), Some(sentence)) = (before, &now)
            && before.as_ref() != Some(sentence)
        {
            store.announce(sentence.clone());
        }
        now
    });
    let refusal = Memo::new(move |_| {
        work.with(|work| match work.as_ref().map(|work| &work.state) {
            Some(WorkState::Failed { refusal }) => Some(said_here(refusal)),
            _ => None,
        })
    });
    let count =
        Memo::new(move |_| work.with(|work| work.as_ref().map_or(0, |work| work.images.len())));
    view! {
        <p class="work-headline" data-test="product-work-headline">{move || said.get()}</p>
        {move || refusal.get().map(|refusal: Refusal| view! { <RefusalPanel refusal/> })}
        <ol class="work-images">
            <For each=move || 0..count.get() key=|index| *index let:index>
                <ImageLine work index/>
            </For>
        </ol>
    }
}

#[component]
fn ImageLine(
    /// The writing.
    work: Memo<Option<ProductWorkView>>,
    /// Which of its images.
    index: usize,
) -> impl IntoView {
    let image = Memo::new(move |_| {
        work.with(|work| {
            work.as_ref()
                .and_then(|work| work.images.get(index).cloned())
        })
    });
    let name = Memo::new(move |_| {
        image
            .with(|image| image.as_ref().map(|image| image.name.clone()))
            .unwrap_or_default()
    });
    let mark = move || image.with(|image| image.as_ref().map(|image| image_mark(&image.state)));
    let part =
        Memo::new(move |_| image.with(|image| image.as_ref().and_then(|i| image_part(&i.state))));
    // What stopped the whole writing is said above already.
    let refusal = Memo::new(move |_| {
        work.with(|work| {
            let work = work.as_ref()?;
            match (&work.images.get(index)?.state, &work.state) {
                (ImageWorkState::Failed { refusal }, WorkState::Failed { refusal: said })
                    if refusal == said =>
                {
                    None
                }
                (ImageWorkState::Failed { refusal }, _) => Some(refusal.clone()),
                _ => None,
            }
        })
    });
    view! {
        <li class="work-image" data-test="product-work-image" data-state=mark>
            <span class="work-mark">
                {move || match mark() {
                    Some("done") => view! { <Icon glyph=Glyph::Check/> }.into_any(),
                    Some("failed") => view! { <Icon glyph=Glyph::Alert/> }.into_any(),
                    _ => ().into_any(),
                }}
            </span>
            <span class="work-name" title=move || name.get()>{move || name.get()}</span>
            <progress
                aria-label=move || name.get()
                max="1"
                value=move || part.get().map(|part| format!("{part:.3}"))
            ></progress>
            <span class="muted small figures work-word">
                {move || image.with(|image| image.as_ref().map(|image| image_word(&say(), &image.state)))}
            </span>
            {move || refusal.get().map(|refusal| view! {
                <span class="field-refusal work-refusal">{say_refusal(&refusal)}</span>
            })}
        </li>
    }
}

#[cfg(test)]
mod tests {
    use contract::{Code, ImageWorkView, Language, ProductId};

    use super::*;

    fn work(state: WorkState, images: Vec<ImageWorkState>) -> ProductWorkView {
        ProductWorkView {
            work_id: ProductWorkId::from("w"),
            name: "Oat Shot".to_owned(),
            product_id: Some(ProductId::from("p")),
            state,
            images: images
                .into_iter()
                .map(|state| ImageWorkView {
                    name: "front".to_owned(),
                    state,
                })
                .collect(),
        }
    }

    #[test]
    fn a_writing_says_how_many_images_the_service_has() {
        let words = Words::of(Language::English);
        let two_of_three = vec![
            ImageWorkState::Done,
            ImageWorkState::Done,
            ImageWorkState::Sending { sent: 1, total: 2 },
        ];
        let said = headline(&words, &work(WorkState::Running, two_of_three.clone()));
        assert_eq!(said, "Sending images of Oat Shot: 2 of 3 are there.");
        let refusal = Refusal::new(Code::Offline);
        let stopped = work(WorkState::Failed { refusal }, two_of_three);
        assert!(headline(&words, &stopped).contains("2 of 3"));
        assert!(is_unfinished(&stopped));
    }

    #[test]
    fn before_the_product_is_there_no_image_is_claimed_to_be_sent() {
        let words = Words::of(Language::English);
        let mut begun = work(WorkState::Running, vec![ImageWorkState::Waiting]);
        begun.product_id = None;
        assert_eq!(headline(&words, &begun), "Writing Oat Shot.");
    }

    #[test]
    fn an_address_has_no_bytes_to_count_and_claims_none() {
        let words = Words::of(Language::English);
        let fetched = ImageWorkState::Sending { sent: 0, total: 0 };
        assert_eq!(image_part(&fetched), None);
        assert_eq!(image_word(&words, &fetched), "Riffkit fetches it");
        let half = ImageWorkState::Sending {
            sent: 1_000_000,
            total: 2_000_000,
        };
        assert_eq!(image_part(&half), Some(0.5));
        assert_eq!(image_word(&words, &half), "1 MB of 2 MB");
    }
}
