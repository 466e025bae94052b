//! The pages whose code comes when they are first gone to. A window begins with the page for a riff: to read all others
//! before anything is drawn would take most of its start and much of its memory.
//!
//! They come in three pieces, cut where people stay: what was ordered and what came of it, what Riffkit has, and
//! Hubfluencer. A piece is a file of its own beside the page's WASM, cut at these functions when the page is built.

use contract::{AssetId, ProductId, TaskId, TemplateId};
use leptos::prelude::*;
use wasm_split_helpers::wasm_split;

use super::{
    Activity, Carousel, Carousels, Characters, Editor, Editors, Library, NewCarousel, NewEditor,
    NewShort, Product, Products, Queue, Reel, Settings, Short, Shorts, Task, Template, Templates,
    Tokens, Usage,
};

#[wasm_split(reels)]
pub fn queue() -> ViewFn {
    ViewFn::from(|| view! { <Queue/> })
}

#[wasm_split(reels)]
pub fn task(task_id: TaskId) -> ViewFn {
    ViewFn::from(move || view! { <Task task_id=task_id.clone()/> })
}

#[wasm_split(reels)]
pub fn library() -> ViewFn {
    ViewFn::from(|| view! { <Library/> })
}

#[wasm_split(reels)]
pub fn reel(asset_id: AssetId) -> ViewFn {
    ViewFn::from(move || view! { <Reel asset_id=asset_id.clone()/> })
}

#[wasm_split(riffkit)]
pub fn templates() -> ViewFn {
    ViewFn::from(|| view! { <Templates/> })
}

#[wasm_split(riffkit)]
pub fn template(template_id: TemplateId) -> ViewFn {
    ViewFn::from(move || view! { <Template template_id=template_id.clone()/> })
}

#[wasm_split(riffkit)]
pub fn characters() -> ViewFn {
    ViewFn::from(|| view! { <Characters/> })
}

#[wasm_split(riffkit)]
pub fn products() -> ViewFn {
    ViewFn::from(|| view! { <Products/> })
}

#[wasm_split(riffkit)]
pub fn product(product_id: ProductId) -> ViewFn {
    ViewFn::from(move || view! { <Product product_id=product_id.clone()/> })
}

#[wasm_split(riffkit)]
pub fn usage() -> ViewFn {
    ViewFn::from(|| view! { <Usage/> })
}

#[wasm_split(riffkit)]
pub fn activity() -> ViewFn {
    ViewFn::from(|| view! { <Activity/> })
}

#[wasm_split(riffkit)]
pub fn settings() -> ViewFn {
    ViewFn::from(|| view! { <Settings/> })
}

#[wasm_split(hubfluencer)]
pub fn shorts() -> ViewFn {
    ViewFn::from(|| view! { <Shorts/> })
}

#[wasm_split(hubfluencer)]
pub fn new_short() -> ViewFn {
    ViewFn::from(|| view! { <NewShort/> })
}

#[wasm_split(hubfluencer)]
pub fn short(slug: String) -> ViewFn {
    ViewFn::from(move || view! { <Short slug=slug.clone()/> })
}

#[wasm_split(hubfluencer)]
pub fn carousels() -> ViewFn {
    ViewFn::from(|| view! { <Carousels/> })
}

#[wasm_split(hubfluencer)]
pub fn new_carousel() -> ViewFn {
    ViewFn::from(|| view! { <NewCarousel/> })
}

#[wasm_split(hubfluencer)]
pub fn carousel(slug: String) -> ViewFn {
    ViewFn::from(move || view! { <Carousel slug=slug.clone()/> })
}

#[wasm_split(hubfluencer)]
pub fn editors() -> ViewFn {
    ViewFn::from(|| view! { <Editors/> })
}

#[wasm_split(hubfluencer)]
pub fn new_editor() -> ViewFn {
    ViewFn::from(|| view! { <NewEditor/> })
}

#[wasm_split(hubfluencer)]
pub fn editor(slug: String) -> ViewFn {
    ViewFn::from(move || view! { <Editor slug=slug.clone()/> })
}

#[wasm_split(hubfluencer)]
pub fn tokens() -> ViewFn {
    ViewFn::from(|| view! { <Tokens/> })
}
