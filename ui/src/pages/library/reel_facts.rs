//! What is known of a reel beside its words: where it came from.

use contract::{LanguageView, Millis, OrderView, ReelView};
use leptos::prelude::*;
use words::Words;

use super::mark::{kind_of, kind_word};
use super::slides::{is_carousel, slide_count};
use crate::app::{say, store, t};
use crate::pages::wording::{args, facts, language_name, source_title};

/// The line under the reel's title.
pub fn subtitle(
    words: &Words,
    reel: &ReelView,
    orders: &[OrderView],
    languages: &[LanguageView],
    now: Millis,
) -> String {
    let order = order_of(reel, orders);
    let kind = kind_of(reel);
    let service = kind.map(|_| words.say("service-hubfluencer"));
    let kind = kind.map(|kind| kind_word(words, kind));
    let slides = is_carousel(reel).then(|| {
        let count = f64::from(slide_count(reel));
        words.say_with("hub-step-slides", &args([("count", count.into())]))
    });
    let from = order.map(|order| {
        let source = source_title(words, &order.source);
        words.say_with("reel-from", &args([("source", source.into())]))
    });
    let language = order.map(|order| language_name(languages, &order.language));
    let length = reel.duration_seconds.map(|seconds| words.seconds(seconds));
    let made = reel
        .created_at
        .map(|made| words.say_with("reel-made", &args([("ago", words.ago(now, made).into())])));
    let saved = is_on_disk(reel).then(|| words.say("reel-is-saved"));
    let all = [service, kind, from, language, length, slides, made, saved];
    facts(all.into_iter().flatten())
}

/// Caption and hashtags as they are pasted into a post.
pub fn both(caption: &str, hashtags: &[String]) -> String {
    let parts = [caption.trim().to_owned(), hashtags.join(" ")];
    parts
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("\n\n")
}

/// Whether the saved file is still there.
pub fn is_on_disk(reel: &ReelView) -> bool {
    reel.saved.as_ref().is_some_and(|saved| saved.present)
}

fn order_of<'a>(reel: &ReelView, orders: &'a [OrderView]) -> Option<&'a OrderView> {
    let order_id = reel.order_id.as_ref()?;
    orders.iter().find(|order| order.order_id == *order_id)
}

/// What was ordered, where the order is known here.
#[component]
pub fn Ordered(
    /// The reel.
    reel: Memo<Option<ReelView>>,
) -> impl IntoView {
    let store = store();
    let order = Memo::new(move |_| {
        reel.with(|r| {
            r.as_ref()
                .and_then(|r| store.orders.with(|all| order_of(r, all).cloned()))
        })
    });
    let is_foreign = move || reel.with(|r| r.as_ref().is_some_and(|r| r.order_id.is_none()));
    move || match order.get() {
        None if is_foreign() => {
            view! { <p class="muted" data-test="reel-elsewhere">{t("reel-elsewhere")}</p> }
                .into_any()
        }
        None => ().into_any(),
        Some(order) => {
            let source = source_title(&say(), &order.source);
            let language = store
                .languages
                .with(|all| language_name(all, &order.language));
            view! {
                <section class="reel-section" data-test="reel-order" aria-labelledby="reel-order-title">
                    <h2 id="reel-order-title">{t("reel-ordered")}</h2>
                    <dl class="restated">
                        <dt>{t("reel-source")}</dt>
                        <dd data-test="reel-source">{source}</dd>
                        <dt>{t("reel-language")}</dt>
                        <dd>{language}</dd>
                        {said("reel-direction", t("reel-direction"), order.direction)}
                        {said("reel-hint", t("reel-hint"), order.hint)}
                    </dl>
                </section>
            }
            .into_any()
        }
    }
}

/// A text of the order, when there was one.
fn said(test: &'static str, name: String, text: String) -> impl IntoView {
    (!text.trim().is_empty()).then(|| {
        view! {
            <dt>{name}</dt>
            <dd class="restated-text" data-test=test>{text}</dd>
        }
    })
}

#[cfg(test)]
mod tests {
    use contract::{AssetId, Language, OrderId, OrderState};

    use super::*;
    use crate::pages::queue::samples::{order, reel};

    #[test]
    fn both_is_ready_to_paste() {
        let tags = ["#a".to_owned(), "#b".to_owned()];
        assert_eq!(both(" Caption. ", &tags), "Caption.\n\n#a #b");
        assert_eq!(both("", &tags), "#a #b");
        assert_eq!(both("Caption.", &[]), "Caption.");
    }

    #[test]
    fn the_subtitle_names_the_source_of_an_order_of_ours() {
        let words = Words::of(Language::English);
        let mut made = reel("a", true);
        made.order_id = Some(OrderId::from("order"));
        made.duration_seconds = Some(15.5);
        made.created_at = Some(0);
        let orders = [order(OrderState::Ready)];
        assert_eq!(
            subtitle(&words, &made, &orders, &[], 120_000),
            "From hook.mov · en · 15.5 s · made 2 min ago · saved"
        );
        made.order_id = None;
        made.saved = None;
        assert_eq!(
            subtitle(&words, &made, &orders, &[], 120_000),
            "15.5 s · made 2 min ago"
        );
        assert_eq!(made.asset_id, AssetId::from("a"));
    }
}
