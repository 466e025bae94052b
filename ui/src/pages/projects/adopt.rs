//! Taking up a project that was made elsewhere, by the name that its address has.

use contract::{ProjectKey, ProjectKind, Refusal, hub_ask};
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::{Page, store, t};
use crate::backend;
use crate::components::hub::HubRefusal;
use crate::components::{Button, ButtonKind, Dialog};

/// The button and its dialog.
#[component]
pub fn Adopt(
    /// What kind.
    kind: ProjectKind,
) -> impl IntoView {
    let store = store();
    let open = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let refusal = RwSignal::new(None::<Refusal>);
    let field = NodeRef::<html::Input>::new();
    let text = RwSignal::new(String::new());
    let take = move || {
        let Some(slug) = slug_of(&text.get_untracked()) else {
            return;
        };
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        refusal.set(None);
        spawn_local(async move {
            let project = ProjectKey::new(kind, slug);
            let answer = backend::ask(hub_ask::AdoptProject {
                project: project.clone(),
            })
            .await;
            busy.try_set(false);
            match answer {
                Ok(view) => {
                    open.try_set(false);
                    store.hub.take_project(view);
                    store.page.set(Page::of_project(&project));
                }
                Err(why) => {
                    refusal.try_set(Some(why));
                }
            }
        });
    };
    view! {
        <Button
            kind=ButtonKind::Quiet
            test="project-adopt"
            disabled=Signal::derive(move || !store.hub.is_signed_in())
            on_press=Callback::new(move |()| open.set(true))
        >
            {move || t("projects-adopt")}
        </Button>
        <Dialog
            open
            title=move || t("projects-adopt-title")
            test="adopt-dialog"
            on_close=Callback::new(move |()| open.set(false))
        >
            <form
                class="token-form"
                on:submit=move |event: leptos::ev::SubmitEvent| {
                    event.prevent_default();
                    take();
                }
            >
                <label for="adopt-slug">{move || t("projects-adopt-means")}</label>
                <div class="token-row">
                    <input
                        node_ref=field
                        id="adopt-slug"
                        class="control"
                        data-test="adopt-slug"
                        type="text"
                        autocomplete="off"
                        spellcheck="false"
                        prop:value=move || text.get()
                        on:input:target=move |event| text.set(event.target().value())
                    />
                    <button
                        type="submit"
                        class="button primary"
                        data-test="adopt-take"
                        disabled=move || busy.get() || text.with(|text| slug_of(text).is_none())
                    >
                        {move || t("projects-adopt-take")}
                    </button>
                </div>
            </form>
            {move || refusal.get().map(|refusal| view! {
                <HubRefusal refusal on_go=Callback::new(move |()| take())/>
            })}
            <div class="dialog-actions">
                <Button test="adopt-close" on_press=Callback::new(move |()| open.set(false))>
                    {move || t("hub-token-close")}
                </Button>
            </div>
        </Dialog>
    }
}

/// The name in what was pasted: the name itself, or the address that ends with it.
fn slug_of(text: &str) -> Option<String> {
    let path = text.trim().split(['?', '#']).next()?.trim_end_matches('/');
    let slug = path.rsplit('/').next()?;
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    (!slug.is_empty() && slug.chars().all(is_name)).then(|| slug.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_is_found_in_its_address() {
        let name = Some("oat-shot-7f3".to_owned());
        assert_eq!(slug_of(" oat-shot-7f3 "), name);
        assert_eq!(
            slug_of("https://hubfluencer.com/shorts/oat-shot-7f3/?tab=2"),
            name
        );
        assert_eq!(slug_of("two words"), None);
        assert_eq!(slug_of("  "), None);
    }
}
