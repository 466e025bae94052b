//! What Hubfluencer is making, in one quiet line: it has its own pages.

use leptos::prelude::*;

use crate::app::{Page, say, store, t_with};
use crate::components::{Button, ButtonKind};
use crate::pages::projects::project_title;
use crate::pages::wording::{args, figure};

/// Ways that are named at most.
const MOST: usize = 4;

/// The line, while something is being made.
#[component]
pub fn Elsewhere() -> impl IntoView {
    let store = store();
    let under_way = Memo::new(move |_| {
        store.hub.projects.with(|all| {
            all.iter()
                .filter(|project| project.is_under_way())
                .map(|project| (project.key(), project_title(&say(), project)))
                .collect::<Vec<_>>()
        })
    });
    view! {
        <Show when=move || under_way.with(|all| !all.is_empty())>
            <div class="queue-elsewhere muted small" data-test="queue-hub">
                <span>
                    {move || t_with(
                        "queue-hub-making",
                        &args([("count", figure(under_way.with(Vec::len)).into())]),
                    )}
                </span>
                <For
                    each=move || under_way.get().into_iter().take(MOST)
                    key=Clone::clone
                    let((key, title))
                >
                    <Button
                        kind=ButtonKind::Quiet
                        test="queue-hub-project"
                        on_press=Callback::new(move |()| store.page.set(Page::of_project(&key)))
                    >
                        {title}
                    </Button>
                </For>
            </div>
        </Show>
    }
}
