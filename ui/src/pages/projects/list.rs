//! A list of projects of one kind: its tiles, or why there are none.

use contract::{Millis, ProjectKey, ProjectKind, ProjectView};
use leptos::prelude::*;

use super::adopt::Adopt;
use crate::app::{Page, Store, say, store, t};
use crate::components::hub::{HubRefusal, TokenNeeded};
use crate::components::tiles::{Place, Seat, Shape, Tiles};
use crate::components::{Button, ButtonKind, Empty, Glyph};
use crate::pages::wording::facts;

/// What a list says of itself: keys of its words.
#[derive(Clone, Copy)]
pub struct ListWords {
    /// What it lists.
    pub kind: ProjectKind,
    /// Its large picture.
    pub glyph: Glyph,
    /// Empty: the heading, and for tests.
    pub empty: &'static str,
    /// Empty: how to begin.
    pub empty_how: &'static str,
    /// The word on the button of a new one.
    pub new: &'static str,
    /// Signed out: the heading, and for tests.
    pub signed_out: &'static str,
    /// Signed out: what a token would bring.
    pub signed_out_how: &'static str,
    /// What the list is, for whoever does not see it, and for tests.
    pub list: &'static str,
}

/// A project as a tile.
pub struct Face {
    /// What it is called.
    pub title: String,
    /// Where it stands.
    pub words: String,
    /// The same, for tests and styles.
    pub state: &'static str,
    /// When it changed last.
    pub changed_at: Millis,
    /// Its picture.
    pub picture: AnyView,
}

/// What there is to see.
#[derive(Clone, Copy, PartialEq)]
enum Sight {
    NoServer,
    SignedOut,
    Loading,
    Unreachable,
    Empty,
    Tiles,
}

/// At the right of the heading: a new one, and one that was made elsewhere.
#[component]
pub fn ListActions(
    /// The list's words.
    words: ListWords,
    /// Where a new one is made.
    new: Page,
) -> impl IntoView {
    let store = store();
    let page = StoredValue::new(new);
    let has_some = Memo::new(move |_| {
        store
            .hub
            .projects
            .with(|all| all.iter().any(|project| project.key().kind == words.kind))
    });
    view! {
        <Adopt kind=words.kind/>
        // Without any, the page itself offers it.
        <Show when=move || has_some.get()>
            <Button
                kind=ButtonKind::Primary
                test=format!("{}-new", words.kind.as_str())
                glyph=Glyph::Add
                on_press=Callback::new(move |()| store.page.set(page.get_value()))
            >
                {move || t(words.new)}
            </Button>
        </Show>
    }
}

/// The list. It is read whenever somebody comes here or signs in.
#[component]
pub fn ProjectList(
    /// Its words.
    words: ListWords,
    /// Where a new one is made.
    new: Page,
    /// The tiles' looks.
    shape: Shape,
    /// Where the person is in it.
    place: RwSignal<Place>,
    /// What one looks like.
    face: Callback<ProjectView, Option<Face>>,
) -> impl IntoView {
    let store = store();
    let hub = store.hub;
    let signed_in = Memo::new(move |_| hub.is_signed_in());
    Effect::new(move |_| {
        if signed_in.get() {
            hub.read_projects();
        }
    });
    let all = hub.of_kind(words.kind);
    let sight = Memo::new(move |_| sight(store, all.with(Vec::is_empty)));
    let page = StoredValue::new(new);
    view! {
        <div class="project-list" data-test=words.list>
            {move || match sight.get() {
                Sight::Tiles => view! { <List words all shape place face/> }.into_any(),
                Sight::Loading => view! {
                    <p class="muted" role="status" data-test="projects-loading">
                        {move || t("projects-loading")}
                    </p>
                }
                .into_any(),
                Sight::Unreachable => view! {
                    {move || hub.projects_refusal.get().map(|refusal| view! {
                        <HubRefusal
                            refusal
                            on_go=Callback::new(move |()| hub.read_projects())
                        />
                    })}
                }
                .into_any(),
                Sight::SignedOut => view! {
                    <TokenNeeded
                        glyph=words.glyph
                        title=words.signed_out
                        words=words.signed_out_how
                    />
                }
                .into_any(),
                Sight::NoServer => view! {
                    <Empty
                        glyph=words.glyph
                        title=move || t("projects-no-server")
                        words=move || t("projects-no-server-how")
                        test="projects-no-server"
                    />
                }
                .into_any(),
                Sight::Empty => view! {
                    <Empty
                        glyph=words.glyph
                        title=move || t(words.empty)
                        words=move || t(words.empty_how)
                        test=words.empty
                    >
                        <Button
                            kind=ButtonKind::Primary
                            test=format!("{}-new", words.kind.as_str())
                            on_press=Callback::new(move |()| store.page.set(page.get_value()))
                        >
                            {move || t(words.new)}
                        </Button>
                    </Empty>
                }
                .into_any(),
            }}
        </div>
    }
}

fn sight(store: Store, is_empty: bool) -> Sight {
    let hub = store.hub;
    if !is_empty {
        Sight::Tiles
    } else if hub.server.with(Option::is_none) {
        Sight::NoServer
    } else if hub.is_signed_out() {
        Sight::SignedOut
    } else if hub.projects_refusal.with(Option::is_some) {
        Sight::Unreachable
    } else if !hub.projects_heard.get() {
        Sight::Loading
    } else {
        Sight::Empty
    }
}

#[component]
fn List(
    /// Its words.
    words: ListWords,
    /// The projects.
    all: Memo<Vec<ProjectView>>,
    /// The tiles' looks.
    shape: Shape,
    /// Where the person is in it.
    place: RwSignal<Place>,
    /// What one looks like.
    face: Callback<ProjectView, Option<Face>>,
) -> impl IntoView {
    let store = store();
    let hub = store.hub;
    let key_at = move |index: usize| all.with(|all| all.get(index).map(ProjectView::key));
    view! {
        {move || hub.projects_refusal.get().map(|refusal| view! {
            <HubRefusal refusal on_go=Callback::new(move |()| hub.read_projects())/>
        })}
        <Tiles
            label=move || t(words.list)
            test="projects-scroll"
            shape
            total=Signal::derive(move || all.with(Vec::len))
            place
            on_drawn=Callback::new(|_| ())
            key=key_at
            tile=move |seat| view! { <Tile all seat face/> }
        />
    }
}

#[component]
fn Tile(
    /// The projects.
    all: Memo<Vec<ProjectView>>,
    /// Its seat in the list.
    seat: Seat,
    /// What one looks like.
    face: Callback<ProjectView, Option<Face>>,
) -> impl IntoView {
    let store = store();
    let index = seat.index;
    let project = Memo::new(move |_| all.with(|all| all.get(index).cloned()));
    let key = Memo::new(move |_| project.with(|project| project.as_ref().map(ProjectView::key)));
    let now = store.ticking();
    let open = move |_| {
        if let Some(key) = key.get_untracked() {
            seat.opened();
            store.page.set(Page::of_project(&key));
        }
    };
    view! {
        <button
            type="button"
            class="tile"
            data-test="project-tile"
            data-id=move || key.get().map(|key: ProjectKey| key.slug)
            data-index=index.to_string()
            tabindex=move || seat.tabindex()
            on:focus=move |_| seat.focused()
            on:click=open
        >
            {move || project.get().and_then(|project| face.run(project)).map(|face| {
                let changed = face.changed_at;
                let words = face.words;
                view! {
                    <span class="tile-picture" data-state=face.state>{face.picture}</span>
                    <span class="tile-title">{face.title}</span>
                    <span class="tile-time muted">
                        {move || facts([words.clone(), say().ago(now.get(), changed)])}
                    </span>
                }
            })}
        </button>
    }
}
