//! The images of the sheet: how they come in, and what is typed about each.

use contract::{ContentPolicy, IMAGES_PER_PRODUCT, ImageSource, Media, ask};
use leptos::prelude::*;

use super::form::ProductForm;
use super::rows::{self, ImageRow};
use super::sheet::Labelled;
use crate::app::{say_refusal, store, t, t_with};
use crate::components::{Button, Glyph, Icon, Picture};
use crate::pages::wording::{args, figure};

/// All of them, and the ways in.
#[component]
pub fn ImageRows(
    /// The form.
    form: ProductForm,
) -> impl IntoView {
    let store = store();
    let room = Memo::new(move |_| {
        let existing = form.existing.with(Vec::len);
        form.rows.with(|rows| rows::room(rows, existing))
    });
    let count = move || IMAGES_PER_PRODUCT - room.get().min(IMAGES_PER_PRODUCT);
    view! {
        <section class="images" aria-labelledby="images-title">
            <div class="images-head">
                <h3 id="images-title">{move || t("product-images")}</h3>
                <span class="muted figures" data-test="image-count">
                    {move || t_with("product-image-count", &args([
                        ("count", figure(count()).into()),
                        ("cap", figure(IMAGES_PER_PRODUCT).into()),
                    ]))}
                </span>
            </div>
            <ol class="image-rows">
                <For
                    each=move || form.rows.with(|rows| rows.iter().map(|row| row.number).collect::<Vec<_>>())
                    key=|number| *number
                    let:number
                >
                    <OneRow form number/>
                </For>
            </ol>
            <div
                class="images-add"
                class:over=move || store.drag_over.with(Option::is_some)
                data-test="images-drop"
            >
                <Button
                    test="image-add"
                    glyph=Glyph::Add
                    disabled=Signal::derive(move || room.get() == 0)
                    on_press=Callback::new(move |()| store.tell(ask::BrowseFiles {}))
                >
                    {move || t("product-image-add")}
                </Button>
                <UrlEntry form room/>
                <p class="muted small">{move || t("product-image-kinds")}</p>
            </div>
        </section>
    }
}

/// An image by its public address.
#[component]
fn UrlEntry(
    /// The form.
    form: ProductForm,
    /// How many more fit.
    room: Memo<usize>,
) -> impl IntoView {
    let url = RwSignal::new(String::new());
    let add = move || {
        form.take_url(&url.get_untracked());
        url.set(String::new());
    };
    let is_blank = move || url.with(|url| url.trim().is_empty());
    view! {
        <form
            class="images-url"
            on:submit=move |event: leptos::ev::SubmitEvent| {
                event.prevent_default();
                add();
            }
        >
            <label class="visually-hidden" for="image-url">{move || t("product-image-url")}</label>
            <input
                id="image-url"
                class="control"
                data-test="image-url"
                type="text"
                inputmode="url"
                autocomplete="off"
                spellcheck="false"
                placeholder=move || t("product-image-url-example")
                disabled=move || room.get() == 0
                prop:value=move || url.get()
                on:input:target=move |event| url.set(event.target().value())
            />
            <button
                type="submit"
                class="button"
                data-test="image-url-add"
                disabled=move || room.get() == 0 || is_blank()
            >
                {move || t("product-image-url-add")}
            </button>
        </form>
    }
}

/// One image. It goes when its row does.
#[component]
fn OneRow(
    /// The form.
    form: ProductForm,
    /// Which row.
    number: u32,
) -> impl IntoView {
    let store = store();
    let row = Memo::new(move |_| {
        form.rows
            .with(|rows| rows.iter().find(|row| row.number == number).cloned())
    });
    let place = Memo::new(move |_| {
        form.rows
            .with(|rows| rows.iter().position(|row| row.number == number))
            .map_or(0, |index| index + 1)
    });
    let faulty = Memo::new(move |_| {
        form.refusal.with(Option::is_some)
            && form.rows.with(|rows| {
                form.existing
                    .with(|existing| rows::name_is_faulty(number, rows, existing))
            })
    });
    let media = Signal::derive(move || {
        row.with(|row| match row.as_ref().map(|row| &row.image.source) {
            Some(ImageSource::File { file_id }) => Some(Media::File(file_id.clone())),
            _ => None,
        })
    });
    let is_link = move || {
        row.with(|row| {
            row.as_ref()
                .is_some_and(|row| matches!(row.image.source, ImageSource::Url { .. }))
        })
    };
    let label = Memo::new(move |_| {
        row.with(|row| row.as_ref().map(|row| row.label.clone()))
            .unwrap_or_default()
    });
    let refusal = Memo::new(move |_| row.with(|row| row.as_ref().and_then(|r| r.refusal.clone())));
    let text = move |of: fn(&ImageRow) -> &String| {
        Signal::derive(move || {
            row.with(|row| row.as_ref().map(of).cloned())
                .unwrap_or_default()
        })
    };
    let test = move |stem: &'static str| Signal::derive(move || format!("{stem}-{}", place.get()));
    view! {
        <li class="image-row" data-test="image-row" class:refused=move || refusal.with(Option::is_some)>
            <div class="image-picture">
                <Show when=is_link fallback=move || view! { <Picture media/> }>
                    <span class="image-link"><Icon glyph=Glyph::Link/></span>
                </Show>
            </div>
            <div class="image-words">
                <p class="muted small image-label" title=move || label.get()>{move || label.get()}</p>
                {move || refusal.get().map(|refusal| view! {
                    <p class="field-refusal" data-test="image-refusal">{say_refusal(&refusal)}</p>
                })}
                <Show when=move || refusal.with(Option::is_none)>
                    <div class="image-fields">
                        <Labelled
                            id=format!("image-{number}-name")
                            test=test("image-name")
                            label=move || t("product-image-name")
                            example=move || t("product-image-name-example")
                            faulty=Signal::derive(move || faulty.get())
                            text=text(|row| &row.image.name)
                            on_text=Callback::new(move |text| form.change(number, |image| image.name = text))
                        />
                        <Labelled
                            id=format!("image-{number}-description")
                            test=test("image-description")
                            label=move || t("product-image-description")
                            example=move || t("product-image-description-example")
                            text=text(|row| &row.image.description)
                            on_text=Callback::new(move |text| form.change(number, |image| image.description = text))
                        />
                    </div>
                    <More form number row test=Signal::derive(move || place.get())/>
                </Show>
            </div>
            <button
                type="button"
                class="image-remove"
                data-test=move || format!("image-remove-{}", place.get())
                aria-label=move || t_with("product-image-remove", &args([("name", label.get().into())]))
                on:click=move |_| form.remove(store, number)
            >
                <Icon glyph=Glyph::Close/>
            </button>
        </li>
    }
}

/// What few people need: when to use it, whether it may be changed, an id of one's own.
#[component]
fn More(
    /// The form.
    form: ProductForm,
    /// Which row.
    number: u32,
    /// The row.
    row: Memo<Option<ImageRow>>,
    /// Its place, for tests.
    test: Signal<usize>,
) -> impl IntoView {
    let of = move |text: fn(&ImageRow) -> &String| {
        Signal::derive(move || {
            row.with(|row| row.as_ref().map(text).cloned())
                .unwrap_or_default()
        })
    };
    let named = move |stem: &'static str| Signal::derive(move || format!("{stem}-{}", test.get()));
    let is_mutable = move || {
        row.with(|row| {
            row.as_ref()
                .is_some_and(|row| row.image.content_policy == ContentPolicy::Mutable)
        })
    };
    view! {
        <details class="aid image-more">
            <summary data-test=move || format!("image-more-{}", test.get())>
                {move || t("product-image-more")}
            </summary>
            <div class="image-fields">
                <Labelled
                    id=format!("image-{number}-usage")
                    test=named("image-usage")
                    label=move || t("product-image-usage")
                    example=move || t("product-image-usage-example")
                    text=of(|row| &row.image.usage_context)
                    on_text=Callback::new(move |text| {
                        form.change(number, |image| image.usage_context = text);
                    })
                />
                <Labelled
                    id=format!("image-{number}-id")
                    test=named("image-id")
                    label=move || t("product-image-id")
                    example=move || t("product-image-id-example")
                    text=of(|row| &row.image.image_id)
                    on_text=Callback::new(move |text| form.change(number, |image| image.image_id = text))
                />
            </div>
            <label class="image-policy">
                <input
                    type="checkbox"
                    data-test=move || format!("image-mutable-{}", test.get())
                    prop:checked=is_mutable
                    on:change:target=move |event| form.set_mutable(number, event.target().checked())
                />
                <span>{move || t("product-image-mutable")}</span>
            </label>
        </details>
    }
}
