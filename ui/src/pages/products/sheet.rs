//! The sheet in which a product, or more images of one, are written down.

use contract::{IMAGES_PER_PRODUCT, NewProduct, ProductId, ProductWorkId, Refusal, ask};
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::text_prop::TextProp;

use super::form::ProductForm;
use super::image_row::ImageRows;
use crate::app::{say_refusal, store, t, t_with};
use crate::backend;
use crate::components::{Button, ButtonKind, Dialog, Notice, Tone};
use crate::pages::wording::{args, figure};

/// What becomes of it.
#[derive(Clone, Debug, PartialEq)]
pub enum Purpose {
    /// It waits in the plan: written after the riff's confirm.
    Stage,
    /// It is written now.
    Create,
    /// Its images are added to this product now.
    AddImages(ProductId),
}

/// What became of it.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// It was found good to be staged.
    Staged(NewProduct),
    /// Its writing has begun.
    Begun(ProductWorkId),
}

/// The sheet. Open while `form.open` is.
#[component]
pub fn ProductSheet(
    /// What is written down.
    form: ProductForm,
    /// What for.
    purpose: Purpose,
    /// It was taken. The sheet is closed by then.
    on_done: Callback<Outcome>,
) -> impl IntoView {
    let store = store();
    let purpose = StoredValue::new(purpose);
    let adds = purpose.with_value(|purpose| matches!(purpose, Purpose::AddImages(_)));
    form.follow_files(store);
    let (title, note) = purpose.with_value(|purpose| match purpose {
        Purpose::Stage => ("product-sheet-new", "product-sheet-stage-means"),
        Purpose::Create => ("product-sheet-new", "product-sheet-create-means"),
        Purpose::AddImages(_) => ("product-sheet-add", "product-sheet-add-means"),
    });
    view! {
        <Dialog
            open=form.open
            title=move || t(title)
            test="product-sheet"
            on_close=Callback::new(move |()| form.hide())
        >
            <p class="muted" data-test="product-sheet-means">{move || t(note)}</p>
            <Show when=move || !adds>
                <Words form/>
            </Show>
            <ImageRows form/>
            <div class="sheet-foot">
                <Faults form/>
                <Answer form purpose on_done/>
            </div>
        </Dialog>
    }
}

/// The product's own words.
#[component]
fn Words(
    /// The form.
    form: ProductForm,
) -> impl IntoView {
    let name = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        if let Some(name) = name.get() {
            let _ = name.focus();
        }
    });
    let is_about = move |code: contract::Code| {
        form.refusal
            .with(|refusal| refusal.as_ref().is_some_and(|r| r.code == code))
            .then_some("true")
    };
    view! {
        <div class="labelled">
            <label for="product-name">{move || t("product-name")}</label>
            <input
                node_ref=name
                id="product-name"
                class="control"
                data-test="product-name"
                type="text"
                autocomplete="off"
                required=true
                aria-invalid=move || is_about(contract::Code::ProductNameMissing)
                placeholder=move || t("product-name-example")
                prop:value=move || form.name.get()
                on:input:target=move |event| {
                    form.refusal.set(None);
                    form.name.set(event.target().value());
                }
            />
        </div>
        <div class="labelled">
            <label for="product-description">{move || t("product-description")}</label>
            <textarea
                id="product-description"
                class="control"
                data-test="product-description"
                rows="3"
                required=true
                aria-invalid=move || is_about(contract::Code::ProductDescriptionMissing)
                placeholder=move || t("product-description-example")
                prop:value=move || form.description.get()
                on:input:target=move |event| {
                    form.refusal.set(None);
                    form.description.set(event.target().value());
                }
            ></textarea>
        </div>
        <Labelled
            id="product-audience".to_owned()
            label=move || t("product-audience")
            example=move || t("product-audience-example")
            text=Signal::derive(move || form.audience.get())
            on_text=Callback::new(move |text| form.audience.set(text))
        />
    }
}

/// A name, and a line to type into.
#[component]
pub fn Labelled(
    /// Its id.
    #[prop(into)]
    id: String,
    /// For tests. Without one: the id.
    #[prop(optional, into)]
    test: Option<Signal<String>>,
    /// Its name.
    #[prop(into)]
    label: TextProp,
    /// What could stand there.
    #[prop(optional, into)]
    example: TextProp,
    /// Whether what stands there can't stay so.
    #[prop(optional, into)]
    faulty: Signal<bool>,
    /// The text.
    text: Signal<String>,
    /// It was changed.
    on_text: Callback<String>,
) -> impl IntoView {
    let id = StoredValue::new(id);
    view! {
        <div class="labelled">
            <label for=id.get_value()>{move || label.get()}</label>
            <input
                id=id.get_value()
                class="control"
                data-test=move || test.map_or_else(|| id.get_value(), |test| test.get())
                type="text"
                autocomplete="off"
                aria-invalid=move || faulty.get().then_some("true")
                placeholder=move || example.get().to_string()
                prop:value=move || text.get()
                on:input:target=move |event| on_text.run(event.target().value())
            />
        </div>
    }
}

/// Why it could not be taken, and what was left out.
#[component]
fn Faults(
    /// The form.
    form: ProductForm,
) -> impl IntoView {
    view! {
        {move || (form.left_out.get() > 0).then(|| view! {
            <Notice tone=Tone::Warning test="images-left-out">
                <p>{move || t_with("product-images-left-out", &args([
                    ("count", figure(form.left_out.get()).into()),
                    ("cap", figure(IMAGES_PER_PRODUCT).into()),
                ]))}</p>
            </Notice>
        })}
        <p
            class="field-refusal"
            role="alert"
            data-test="product-refusal"
            data-code=move || form.refusal.with(|r| r.as_ref().map(|r| r.code.as_str()))
        >
            {move || form.refusal.get().map(|refusal| say_refusal(&refusal))}
        </p>
    }
}

/// Closing, beginning anew, and the one yes of the sheet.
#[component]
fn Answer(
    /// The form.
    form: ProductForm,
    /// What for.
    purpose: StoredValue<Purpose>,
    /// It was taken.
    on_done: Callback<Outcome>,
) -> impl IntoView {
    let (word, test) = purpose.with_value(|purpose| match purpose {
        Purpose::Stage => ("product-stage", "stage-product"),
        Purpose::Create => ("product-create", "create-product"),
        Purpose::AddImages(_) => ("product-add-images", "add-images"),
    });
    let nothing_to_add = move || {
        purpose.with_value(|purpose| matches!(purpose, Purpose::AddImages(_)))
            && form.rows.with(Vec::is_empty)
    };
    view! {
        <div class="dialog-actions">
            <Show when=move || !form.is_blank()>
                <span class="dialog-actions-start">
                    <Button
                        kind=ButtonKind::Quiet
                        test="product-clear"
                        on_press=Callback::new(move |()| form.clear())
                    >
                        {move || t("product-clear")}
                    </Button>
                </span>
            </Show>
            <Button test="product-close" on_press=Callback::new(move |()| form.hide())>
                {move || t("product-close")}
            </Button>
            <Button
                kind=ButtonKind::Primary
                test
                disabled=Signal::derive(move || form.busy.get() || nothing_to_add())
                on_press=Callback::new(move |()| take(form, purpose.get_value(), on_done))
            >
                {move || t(word)}
            </Button>
        </div>
    }
}

/// Has the core look at it, and hands it on.
fn take(form: ProductForm, purpose: Purpose, on_done: Callback<Outcome>) {
    if form.busy.get_untracked() {
        return;
    }
    if let Some(fault) = form.first_fault() {
        form.refusal.set(Some(fault));
        return;
    }
    form.refusal.set(None);
    form.busy.set(true);
    let product = form.product();
    spawn_local(async move {
        let answer = hand_over(purpose, product).await;
        form.busy.try_set(false);
        match answer {
            Ok(outcome) => {
                form.open.try_set(false);
                on_done.try_run(outcome);
            }
            Err(refusal) => {
                form.refusal.try_set(Some(refusal));
            }
        }
    });
}

async fn hand_over(purpose: Purpose, product: NewProduct) -> Result<Outcome, Refusal> {
    match purpose {
        Purpose::Stage => {
            let checked = product.clone();
            backend::ask(ask::CheckProduct { product: checked }).await?;
            Ok(Outcome::Staged(product))
        }
        Purpose::Create => {
            let checked = product.clone();
            backend::ask(ask::CheckProduct { product: checked }).await?;
            let work_id = backend::ask(ask::CreateProduct { product }).await?;
            Ok(Outcome::Begun(work_id))
        }
        Purpose::AddImages(product_id) => {
            let images = product.images;
            let work_id = backend::ask(ask::AddProductImages { product_id, images }).await?;
            Ok(Outcome::Begun(work_id))
        }
    }
}
