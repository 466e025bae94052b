//! Hubfluencer's personal access tokens: which there are, a new one, and taking one back.

mod create;
mod desk;
mod list;
mod made;
mod permissions;
mod revoke;
mod wording;

use leptos::prelude::*;

use self::create::CreateToken;
use self::desk::{Desk, Sight};
use self::list::TokenList;
use self::made::TokenMadeDialog;
use self::permissions::AdminNeeded;
use self::revoke::RevokeToken;
use crate::app::{Page, PageFrame, store, t};
use crate::components::hub::{HubRefusal, TokenNeeded};
use crate::components::{Button, ButtonKind, Empty, Glyph};
use crate::pages::projects::leave_by_escape;

/// The page. The list is read whenever somebody comes here or gives another token.
#[component]
pub fn Tokens() -> impl IntoView {
    let store = store();
    let desk = Desk::new(store);
    leave_by_escape(store, Page::Settings);
    view! {
        <PageFrame
            name="tokens"
            title=move || t("page-tokens")
            subtitle=move || t("tokens-means")
            actions=move || view! { <Actions desk/> }
        >
            {move || match desk.sight.get() {
                Sight::NoServer => view! {
                    <Empty
                        glyph=Glyph::Lock
                        title=move || t("projects-no-server")
                        words=move || t("projects-no-server-how")
                        test="projects-no-server"
                    />
                }
                .into_any(),
                Sight::TokenNeeded => view! {
                    <TokenNeeded
                        glyph=Glyph::Lock
                        title="tokens-token-needed"
                        words="tokens-token-needed-how"
                    />
                }
                .into_any(),
                Sight::AdminNeeded => view! { <AdminNeeded desk/> }.into_any(),
                Sight::Unreachable => view! {
                    {move || desk.tokens.refusal.get().map(|refusal| view! {
                        <HubRefusal refusal on_go=Callback::new(move |()| desk.read())/>
                    })}
                }
                .into_any(),
                Sight::Loading => view! { <Bones/> }.into_any(),
                Sight::Empty => view! {
                    <Empty
                        glyph=Glyph::Lock
                        title=move || t("tokens-empty")
                        words=move || t("tokens-empty-how")
                        test="tokens-empty"
                    >
                        <Button
                            kind=ButtonKind::Primary
                            test="tokens-create-first"
                            on_press=Callback::new(move |()| desk.creating.set(true))
                        >
                            {move || t("tokens-create")}
                        </Button>
                    </Empty>
                }
                .into_any(),
                Sight::List => view! { <TokenList desk/> }.into_any(),
            }}
            <CreateToken desk/>
            <TokenMadeDialog desk/>
            <RevokeToken desk/>
        </PageFrame>
    }
}

/// At the right of the heading: back, and a new one.
#[component]
fn Actions(
    /// The page.
    desk: Desk,
) -> impl IntoView {
    let store = store();
    // Without any, the page itself offers it.
    let can_create = Memo::new(move |_| desk.sight.get() == Sight::List);
    view! {
        <Button
            kind=ButtonKind::Quiet
            test="tokens-back"
            glyph=Glyph::Back
            on_press=Callback::new(move |()| store.page.set(Page::Settings))
        >
            {move || t("page-settings")}
        </Button>
        <Show when=move || can_create.get()>
            <Button
                kind=ButtonKind::Primary
                test="tokens-create"
                glyph=Glyph::Add
                on_press=Callback::new(move |()| desk.creating.set(true))
            >
                {move || t("tokens-create")}
            </Button>
        </Show>
    }
}

/// The shape of the list to come.
#[component]
fn Bones() -> impl IntoView {
    view! {
        <div class="tokens" aria-busy="true" data-test="tokens-loading">
            <p class="visually-hidden" role="status">{move || t("tokens-loading")}</p>
            {(0..3).map(|_| view! { <span class="bone token-bone"></span> }).collect_view()}
        </div>
    }
}
