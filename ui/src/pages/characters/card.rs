//! One character: picture, who it is, and whether it can act.

use contract::Media;
use leptos::prelude::*;

use crate::app::{say, store, t, t_with};
use crate::components::{Button, ButtonKind, Glyph, Icon, Picture};
use crate::pages::riff::{Offered, toggle};
use crate::pages::wording::{args, character_facts, facts, figure, list, standing_reason, whole};

/// Personas longer than this are folded, in characters.
const FOLDED_FROM: usize = 150;

/// The card.
#[component]
pub fn Card(
    /// Who, and why it was suggested.
    offered: Offered,
) -> impl IntoView {
    let can_act = offered.can_act();
    let Offered { character, because } = offered;
    let id = character.character_id.clone();
    let media = character
        .has_picture
        .then(|| Media::CharacterPicture(id.clone()));
    let standing = character.standing;
    let videos = character.videos;
    let name = character.name.clone();
    let persona = character.persona.clone().unwrap_or_default();
    let fits = !because.is_empty();
    let of = character;
    let shown_id = id.to_string();
    view! {
        <li
            class="cast-card"
            class:fits=fits
            data-test="character-card"
            data-id=shown_id
            data-can-act=can_act.to_string()
        >
            <div class="cast-picture">{match media {
                Some(media) => view! { <Picture media=Signal::derive(move || Some(media.clone()))/> }.into_any(),
                None => view! {
                    <span class="picture"><span class="picture-none"><Icon glyph=Glyph::Person/></span></span>
                }
                .into_any(),
            }}</div>
            <div class="cast-words">
                <h2 class="cast-name">{name.clone()}</h2>
                <p class="muted small">
                    {move || facts([character_facts(&say(), &of), videos_word(videos)])}
                </p>
                {fits.then(|| view! {
                    <p class="character-fits small" data-test="character-fits">
                        {move || t_with(
                            "characters-because",
                            &args([("words", list(&say(), &because).into())]),
                        )}
                    </p>
                })}
                <Persona persona/>
                {move || standing_reason(&say(), standing).map(|reason| view! {
                    <p class="warning-words small" data-test="character-reason">{reason}</p>
                })}
                {can_act.then(|| view! { <Use id name/> })}
            </div>
        </li>
    }
}

/// In how many videos it is, where the service told it and it is in one.
fn videos_word(videos: Option<u64>) -> String {
    match videos {
        None | Some(0) => String::new(),
        Some(n) => t_with(
            "character-videos",
            &args([("count", figure(whole(n)).into())]),
        ),
    }
}

/// Who it is, in its maker's words. A long one is folded.
#[component]
fn Persona(
    /// The words.
    persona: String,
) -> impl IntoView {
    let is_long = persona.chars().count() > FOLDED_FROM;
    let is_folded = RwSignal::new(is_long);
    (!persona.trim().is_empty()).then(|| {
        view! {
            <p class="cast-persona" class:folded=move || is_folded.get() data-test="character-persona">
                {persona}
            </p>
            {is_long.then(|| view! {
                <button
                    type="button"
                    class="fold small"
                    data-test="character-more"
                    aria-expanded=move || (!is_folded.get()).to_string()
                    on:click=move |_| is_folded.update(|folded| *folded = !*folded)
                >
                    {move || if is_folded.get() { t("character-more") } else { t("character-less") }}
                </button>
            })}
        }
    })
}

/// Takes it into the riff in the making, or out of it.
#[component]
fn Use(
    /// Who.
    id: contract::CharacterId,
    /// Its name.
    name: String,
) -> impl IntoView {
    let store = store();
    let id = StoredValue::new(id);
    let is_chosen = Memo::new(move |_| {
        id.with_value(|id| store.plan.with(|plan| plan.characters.contains(id)))
    });
    let press = Callback::new(move |()| {
        store
            .plan
            .update(|plan| id.with_value(|id| toggle(&mut plan.characters, id)));
    });
    view! {
        <div class="cast-use" data-chosen=move || is_chosen.get().to_string()>
            <Show when=move || is_chosen.get()>
                <span class="cast-in small"><Icon glyph=Glyph::Check/>{move || t("character-in-riff")}</span>
            </Show>
            <Button
                test="character-use"
                kind=ButtonKind::Secondary
                on_press=press
            >
                {move || if is_chosen.get() { t("character-take-out") } else { t("character-use") }}
                <span class="visually-hidden">{name}</span>
            </Button>
        </div>
    }
}
