//! What is known of a reel beside its words: where it came from, and where it is on disk.

use contract::{LanguageView, Media, Millis, OrderView, ReelView, ask};
use leptos::prelude::*;
use words::Words;

use super::mark::{kind_of, kind_word};
use super::slides::{is_carousel, slide_count};
use super::{saving, transfers};
use crate::app::{say, store, t, t_with};
use crate::components::{Button, ButtonKind, Glyph, RefusalPanel};
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

/// The bar: where the reel is on disk, on its way there, or how to get it there.
#[component]
pub fn SaveBar(
    /// The reel. There is nothing to save without it.
    reel: Memo<Option<ReelView>>,
) -> impl IntoView {
    let store = store();
    let id = Memo::new(move |_| reel.with(|r| r.as_ref().map(|r| r.asset_id.clone())));
    let transfer = Memo::new(move |_| {
        let asset_id = id.get()?;
        store
            .transfers
            .with(|all| all.iter().find(|t| t.asset_id == asset_id).cloned())
    });
    let under_way = Memo::new(move |_| transfer.get().filter(|t| saving::is_open(&t.state)));
    let failure = Memo::new(move |_| transfers::failure(transfer.get().as_ref()));
    let on_disk = Memo::new(move |_| reel.with(|r| r.as_ref().is_some_and(is_on_disk)));
    let save = Callback::new(move |()| {
        if let Some(asset_id) = id.get_untracked() {
            store.tell(ask::SaveReel { asset_id });
        }
    });
    // A set has a folder of its own: there is no other place to ask for.
    let is_set = Memo::new(move |_| reel.with(|r| r.as_ref().is_some_and(is_carousel)));
    let save_word = move || {
        t(if is_set.get() {
            "reel-save-all"
        } else {
            "reel-save"
        })
    };
    view! {
        <Show when=move || id.with(Option::is_some)>
            {move || failure.get().filter(|_| !on_disk.get()).map(|refusal| view! {
                <div class="save-refusal"><RefusalPanel refusal on_retry=save/></div>
            })}
            {move || if under_way.with(Option::is_some) {
                view! { <UnderWay transfer=under_way/> }.into_any()
            } else {
                view! { <Place reel on_disk/> }.into_any()
            }}
            <div class="save-actions">
                {move || if under_way.with(Option::is_some) {
                    view! { <CancelSaving transfer=under_way/> }.into_any()
                } else if on_disk.get() {
                    view! { <SavedActions reel is_set/> }.into_any()
                } else {
                    view! {
                        <Show when=move || !is_set.get()>
                            <SaveAs reel label="reel-save-as"/>
                        </Show>
                        <Button
                            kind=ButtonKind::Primary
                            test="reel-save"
                            glyph=Glyph::Save
                            on_press=save
                        >
                            {save_word}
                        </Button>
                    }
                    .into_any()
                }}
            </div>
        </Show>
    }
}

/// Where the reel is on disk.
#[component]
fn Place(
    /// The reel.
    reel: Memo<Option<ReelView>>,
    /// Whether it is there.
    on_disk: Memo<bool>,
) -> impl IntoView {
    let saved = Memo::new(move |_| reel.with(|r| r.as_ref().and_then(|r| r.saved.clone())));
    move || match saved.get() {
        None => view! { <p data-test="reel-not-saved">{t("reel-not-saved")}</p> }.into_any(),
        Some(saved) if on_disk.get() && saved.files > 1 => {
            let values = args([
                ("count", f64::from(saved.files).into()),
                ("folder", saved.folder.into()),
            ]);
            view! {
                <p class="saved-path" data-test="reel-saved">{t_with("reel-saved-set", &values)}</p>
            }
            .into_any()
        }
        Some(saved) if on_disk.get() => {
            let path = format!("{}/{}", saved.folder.trim_end_matches('/'), saved.name);
            view! { <p class="saved-path" data-test="reel-saved" title=path.clone()>{path.clone()}</p> }
                .into_any()
        }
        Some(saved) => {
            let values = args([("name", saved.name.into()), ("folder", saved.folder.into())]);
            view! { <p data-test="reel-file-gone">{t_with("reel-file-gone", &values)}</p> }
                .into_any()
        }
    }
}

#[component]
fn UnderWay(
    /// The transfer.
    transfer: Memo<Option<contract::TransferView>>,
) -> impl IntoView {
    view! {
        <div class="under-way" data-test="reel-saving">
            <p class="figures">
                {move || transfer.with(|t| t.as_ref().and_then(|t| saving::reel_line(&say(), &t.state)))}
            </p>
            <transfers::SavingBar state=Signal::derive(move || transfer.get())/>
        </div>
    }
}

#[component]
fn CancelSaving(
    /// The transfer.
    transfer: Memo<Option<contract::TransferView>>,
) -> impl IntoView {
    let store = store();
    view! {
        <Button
            test="reel-save-cancel"
            on_press=Callback::new(move |()| {
                if let Some(transfer) = transfer.get_untracked() {
                    store.tell(ask::CancelTransfer { transfer_id: transfer.transfer_id });
                }
            })
        >
            {move || t("reel-save-cancel")}
        </Button>
    }
}

#[component]
fn SavedActions(
    /// The reel.
    reel: Memo<Option<ReelView>>,
    /// Whether it is a set of slides.
    is_set: Memo<bool>,
) -> impl IntoView {
    let store = store();
    let id = move || reel.with_untracked(|r| r.as_ref().map(|r| r.asset_id.clone()));
    view! {
        <Show when=move || !is_set.get()>
            <SaveAs reel label="reel-save-copy"/>
            <Button
                test="reel-open-player"
                on_press=Callback::new(move |()| {
                    if let Some(asset_id) = id() {
                        store.tell(ask::OpenInPlayer { media: Media::Reel(asset_id) });
                    }
                })
            >
                {move || t("reel-open-player")}
            </Button>
        </Show>
        <Button
            test="reel-show-folder"
            glyph=Glyph::Folder
            on_press=Callback::new(move |()| {
                if let Some(asset_id) = id() {
                    store.tell(ask::ShowInFolder { asset_id });
                }
            })
        >
            {move || t("reel-show-folder")}
        </Button>
    }
}

/// Another place, by the system's dialog.
#[component]
fn SaveAs(
    /// The reel.
    reel: Memo<Option<ReelView>>,
    /// The key of the button's word.
    label: &'static str,
) -> impl IntoView {
    let store = store();
    view! {
        <Button
            kind=ButtonKind::Quiet
            test="reel-save-as"
            on_press=Callback::new(move |()| {
                if let Some(asset_id) = reel.with_untracked(|r| r.as_ref().map(|r| r.asset_id.clone())) {
                    store.tell(ask::SaveReelAs { asset_id });
                }
            })
        >
            {move || t(label)}
        </Button>
    }
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
