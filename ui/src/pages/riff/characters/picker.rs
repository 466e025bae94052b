//! The picker: pictures, who they are, and why some of them can't act.

use std::time::Duration;

use contract::{CharacterId, CharacterSuggestion, Media, SessionState, ask};
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::choice::{self, Offered, names, offered};
use crate::app::{say, store, t, t_with};
use crate::backend;
use crate::components::{Button, ButtonKind, Dialog, Glyph, Icon, Picture, RefusalPanel};
use crate::pages::wording::{args, character_facts, figure, list, standing_reason};

/// How long the person has to stop typing before their words are looked at.
const PAUSE: Duration = Duration::from_millis(300);
/// Cards that are drawn before the person asks for more.
const STEP: usize = 40;

/// The dialog. What is chosen in it counts once it is taken.
#[component]
pub fn CharacterPicker(
    /// Whether it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let store = store();
    let chosen = RwSignal::new(Vec::<CharacterId>::new());
    Effect::new(move |_| {
        if open.get() {
            chosen.set(store.plan.with_untracked(|plan| plan.characters.clone()));
            if untrack(|| store.session.with(SessionState::is_signed_in)) {
                store.read_characters();
            }
        }
    });
    let take = Callback::new(move |()| {
        let characters = chosen.get_untracked();
        store.plan.update(|plan| plan.characters = characters);
        open.set(false);
    });
    view! {
        <Dialog
            open
            title=move || t("characters-pick")
            test="characters-picker"
            on_close=Callback::new(move |()| open.set(false))
        >
            <p class="muted">{move || t("characters-pick-how")}</p>
            <Offer chosen/>
            <p class="picker-count" role="status" data-test="characters-count">
                {move || count_sentence(&names_of(chosen))}
            </p>
            <div class="dialog-actions">
                <Button test="characters-cancel" on_press=Callback::new(move |()| open.set(false))>
                    {move || t("picker-cancel")}
                </Button>
                <Button kind=ButtonKind::Primary test="characters-take" on_press=take>
                    {move || t("picker-take")}
                </Button>
            </div>
        </Dialog>
    }
}

fn names_of(chosen: RwSignal<Vec<CharacterId>>) -> Vec<String> {
    let store = store();
    chosen.with(|chosen| {
        store
            .characters
            .items
            .with(|known| names(chosen, known.as_deref()))
    })
}

/// How many videos this choice means, said plainly.
pub fn count_sentence(names: &[String]) -> String {
    match names {
        [] => t("characters-count-auto"),
        [one] => t_with(
            "characters-count-one",
            &args([("name", one.as_str().into())]),
        ),
        several => t_with(
            "characters-count",
            &args([
                ("count", figure(several.len()).into()),
                ("names", list(&say(), several).into()),
            ]),
        ),
    }
}

/// What can be chosen, or why nothing can.
#[component]
fn Offer(
    /// What is chosen.
    chosen: RwSignal<Vec<CharacterId>>,
) -> impl IntoView {
    let store = store();
    let suggestions = RwSignal::new(Vec::<CharacterSuggestion>::new());
    let drawn = RwSignal::new(STEP);
    let all = Memo::new(move |_| {
        store.characters.items.with(|items| {
            suggestions
                .with(|suggestions| offered(items.as_deref().unwrap_or_default(), suggestions))
        })
    });
    let rest = Memo::new(move |_| all.with(Vec::len).saturating_sub(drawn.get()));
    let is_empty = move || {
        store
            .characters
            .items
            .with(|items| items.as_ref().is_some_and(Vec::is_empty))
    };
    view! {
        <Describe suggestions autofocus=true/>
        {move || store.characters.refusal.get().map(|refusal| view! {
            <RefusalPanel refusal on_retry=Callback::new(move |()| store.read_characters())/>
        })}
        <Show when=move || !store.session.with(SessionState::is_signed_in)>
            <p class="notice info" data-test="characters-signed-out">
                <span>{move || t("characters-signed-out")}</span>
                <Button
                    test="characters-sign-in"
                    on_press=Callback::new(move |()| store.tell(ask::SignIn {}))
                >
                    {move || t("library-sign-in")}
                </Button>
            </p>
        </Show>
        <Show when=is_empty>
            <p class="muted" data-test="characters-none">{move || t("characters-none")}</p>
        </Show>
        <div class="picker-scroll">
            <ul class="character-cards" aria-label=move || t("characters-pick")>
                <AutoCard chosen/>
                <For
                    each=move || all.with(|all| all.iter().take(drawn.get()).cloned().collect::<Vec<_>>())
                    key=|offered| (offered.character.character_id.clone(), offered.because.clone(), offered.character.standing as u8)
                    let:offered
                >
                    <Card offered chosen/>
                </For>
            </ul>
            <Show when=move || store.characters.loading.get() && store.characters.items.with(Option::is_none)>
                <p class="muted" role="status">{move || t("characters-loading")}</p>
            </Show>
            <Show when=move || { rest.get() > 0 }>
                <Button test="characters-more" on_press=Callback::new(move |()| drawn.update(|n| *n += STEP))>
                    {move || t_with("products-more", &args([("count", figure(rest.get()).into())]))}
                </Button>
            </Show>
        </div>
    }
}

/// The person's own words for who they want. Marks what fits; chooses nothing.
#[component]
pub fn Describe(
    /// What fits.
    suggestions: RwSignal<Vec<CharacterSuggestion>>,
    /// Whether the focus comes here at once.
    #[prop(optional)]
    autofocus: bool,
) -> impl IntoView {
    let words = RwSignal::new(String::new());
    let heard = RwSignal::new(None::<usize>);
    Effect::new(move |_| {
        let wanted = words.get();
        heard.set(None);
        if wanted.trim().is_empty() {
            suggestions.set(Vec::new());
            return;
        }
        // Typing on takes this back: the timer goes with the effect's last run.
        backend::after(PAUSE, move || {
            spawn_local(async move {
                let answer = backend::ask(ask::SuggestCharacters {
                    words: wanted.clone(),
                })
                .await;
                // A suggestion that can't be had is no trouble: the list is all there.
                let found = answer.unwrap_or_default();
                if words.try_get_untracked().as_ref() == Some(&wanted) {
                    heard.set(Some(found.len()));
                    suggestions.set(found);
                }
            });
        });
    });
    let input = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        if autofocus && let Some(input) = input.get() {
            let _ = input.focus();
        }
    });
    view! {
        <div class="labelled">
            <label for="characters-describe">{move || t("characters-describe")}</label>
            <input
                node_ref=input
                id="characters-describe"
                class="control"
                data-test="characters-describe"
                type="text"
                autocomplete="off"
                placeholder=move || t("characters-describe-example")
                prop:value=move || words.get()
                on:input:target=move |event| words.set(event.target().value())
            />
            <p class="field-note" role="status" data-test="characters-fit">
                {move || heard.get().map(|count| {
                    t_with("characters-fit", &args([("count", figure(count).into())]))
                })}
            </p>
        </div>
    }
}

/// Nobody in particular.
#[component]
fn AutoCard(
    /// What is chosen.
    chosen: RwSignal<Vec<CharacterId>>,
) -> impl IntoView {
    let is_auto = move || chosen.with(Vec::is_empty);
    view! {
        <li>
            <button
                type="button"
                class="character-card"
                data-test="character-auto"
                aria-pressed=move || is_auto().to_string()
                on:click=move |_| chosen.set(Vec::new())
            >
                <span class="character-picture"><span class="picture-none"><Icon glyph=Glyph::Riff/></span></span>
                <span class="character-words">
                    <strong>{move || t("characters-auto")}</strong>
                    <span class="muted small">{move || t("characters-auto-means")}</span>
                </span>
                <Tick on=Signal::derive(is_auto)/>
            </button>
        </li>
    }
}

/// One character.
#[component]
fn Card(
    /// Which.
    offered: Offered,
    /// What is chosen.
    chosen: RwSignal<Vec<CharacterId>>,
) -> impl IntoView {
    let can_act = offered.can_act();
    let Offered { character, because } = offered;
    let id = StoredValue::new(character.character_id.clone());
    let is_chosen = move || id.with_value(|id| chosen.with(|chosen| chosen.contains(id)));
    let media = character
        .has_picture
        .then(|| Media::CharacterPicture(character.character_id.clone()));
    let standing = character.standing;
    let facts_of = character.clone();
    let persona = character.persona.clone().unwrap_or_default();
    let persona_whole = persona.clone();
    let fits = !because.is_empty();
    let press = move |_| {
        // One that can't act is left alone, but one that was chosen before can be let go.
        if can_act || is_chosen() {
            chosen.update(|chosen| id.with_value(|id| choice::toggle(chosen, id)));
        }
    };
    view! {
        <li>
            <button
                type="button"
                class="character-card"
                class:fits=fits
                data-test=format!("character-{}", character.character_id)
                aria-pressed=move || is_chosen().to_string()
                aria-disabled=(!can_act).then_some("true")
                title=persona_whole
                on:click=press
            >
                <span class="character-picture">
                    <Picture media=Signal::derive(move || media.clone()) glyph=Glyph::Person/>
                </span>
                <span class="character-words">
                    <strong class="character-name">{character.name}</strong>
                    <span class="muted small">{move || character_facts(&say(), &facts_of)}</span>
                    <span class="small character-persona">{persona}</span>
                    {fits.then(|| view! {
                        <span class="character-fits small" data-test="character-fits">
                            {move || t_with(
                                "characters-because",
                                &args([("words", list(&say(), &because).into())]),
                            )}
                        </span>
                    })}
                    {move || standing_reason(&say(), standing).map(|reason| view! {
                        <span class="warning-words small" data-test="character-reason">{reason}</span>
                    })}
                </span>
                <Tick on=Signal::derive(is_chosen)/>
            </button>
        </li>
    }
}

#[component]
fn Tick(
    /// Whether it shows.
    on: Signal<bool>,
) -> impl IntoView {
    view! {
        <span class="card-tick" aria-hidden="true">
            {move || on.get().then(|| view! { <Icon glyph=Glyph::Check/> })}
        </span>
    }
}
