//! A TikTok link as the source: the field, and what the core says of it.

use contract::{Code, Refusal, Source, ask};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::{Store, say_refusal, store, t};
use crate::backend;
use crate::components::{Button, ButtonKind};

/// The link that is being put in. Copy: parts of the page share it.
#[derive(Clone, Copy)]
pub struct LinkEntry {
    open: RwSignal<bool>,
    text: RwSignal<String>,
    refusal: RwSignal<Option<Refusal>>,
    checking: RwSignal<bool>,
}

impl LinkEntry {
    /// No link yet. Any source that is taken from elsewhere closes the field.
    pub fn new(store: Store) -> Self {
        let entry = Self {
            open: RwSignal::new(false),
            text: RwSignal::new(String::new()),
            refusal: RwSignal::new(None),
            checking: RwSignal::new(false),
        };
        let source = Memo::new(move |_| store.plan.with(|plan| plan.source.clone()));
        Effect::new(move |before: Option<Option<Source>>| {
            let now = source.get();
            if before.is_some_and(|before| before != now) && now.is_some() {
                entry.close();
            }
            now
        });
        entry
    }

    /// Whether the field is shown.
    pub fn is_open(self) -> bool {
        self.open.get()
    }

    /// Shows the field, with this in it.
    pub fn open(self, text: &str) {
        self.text.set(text.to_owned());
        self.refusal.set(None);
        self.open.set(true);
    }

    fn close(self) {
        self.open.set(false);
        self.text.set(String::new());
        self.refusal.set(None);
    }

    /// Makes a link the source if the core lets it; else shows the field with why not.
    pub fn take(self, store: Store, url: String) {
        if url.trim().is_empty() || self.checking.get_untracked() {
            return;
        }
        self.checking.set(true);
        spawn_local(async move {
            let answer = backend::ask(ask::CheckLink { url: url.clone() }).await;
            let checked = match answer {
                // An unusual host is asked about by name in the confirm step.
                Err(refusal) if refusal.code == Code::LinkHostUnusual => Ok(url.trim().to_owned()),
                other => other,
            };
            self.checking.try_set(false);
            match checked {
                Ok(url) => {
                    self.close();
                    let source = Source::Link {
                        url,
                        agreed_host: None,
                    };
                    store.plan.update(|plan| plan.source = Some(source));
                }
                Err(refusal) => {
                    self.open.try_set(true);
                    self.text.try_set(url);
                    self.refusal.try_set(Some(refusal));
                }
            }
        });
    }
}

/// The field, while it is open.
#[component]
pub fn LinkForm(
    /// Its state.
    link: LinkEntry,
) -> impl IntoView {
    let store = store();
    let input = NodeRef::<leptos::html::Input>::new();
    Effect::new(move |_| {
        if let Some(input) = input.get() {
            let _ = input.focus();
        }
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        link.take(store, link.text.get_untracked());
    };
    let leave = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" {
            event.prevent_default();
            link.close();
        }
    };
    view! {
        <Show when=move || link.open.get()>
            <form class="link-form" data-test="link-form" on:submit=submit on:keydown=leave>
                <label for="link-input">{move || t("riff-link-label")}</label>
                <div class="link-row">
                    <input
                        node_ref=input
                        id="link-input"
                        class="control"
                        data-test="link-input"
                        type="text"
                        inputmode="url"
                        autocomplete="off"
                        spellcheck="false"
                        placeholder=move || t("riff-link-example")
                        aria-invalid=move || link.refusal.with(Option::is_some).then_some("true")
                        aria-describedby="link-refusal"
                        prop:value=move || link.text.get()
                        on:input:target=move |event| {
                            link.text.set(event.target().value());
                            link.refusal.set(None);
                        }
                    />
                    <button
                        type="submit"
                        class="button"
                        data-test="link-use"
                        disabled=move || {
                            link.checking.get() || link.text.with(|text| text.trim().is_empty())
                        }
                    >
                        {move || t("riff-link-use")}
                    </button>
                    <Button
                        kind=ButtonKind::Quiet
                        test="link-cancel"
                        on_press=Callback::new(move |()| link.close())
                    >
                        {move || t("riff-link-cancel")}
                    </Button>
                </div>
                <p
                    id="link-refusal"
                    class="field-refusal"
                    role="alert"
                    data-test="link-refusal"
                    data-code=move || link.refusal.with(|r| r.as_ref().map(|r| r.code.as_str()))
                >
                    {move || link.refusal.get().map(|refusal| say_refusal(&refusal))}
                </p>
            </form>
        </Show>
    }
}
