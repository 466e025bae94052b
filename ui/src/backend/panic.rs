//! What is left to show when the page itself fails.

use js_sys::{Function, Reflect};
use leptos::prelude::*;
use leptos::web_sys;
use wasm_bindgen::prelude::*;

/// What stands in the place of a page that failed.
pub struct Farewell {
    /// What happened.
    pub sentence: String,
    /// The word on the button that loads the page anew.
    pub again: String,
}

/// From now on a panic is told: to the console, and to the person in the page's place. `say` is
/// given the language that the page had. Nothing of this crate runs after a panic, so what is shown
/// is plain elements, and the button is the browser's own reload.
pub fn on_panic(say: impl Fn(&str) -> Farewell + Send + Sync + 'static) {
    std::panic::set_hook(Box::new(move |panic| {
        console_error_panic_hook::hook(panic);
        let root = document().document_element();
        let tag = root.and_then(|root| root.get_attribute("lang"));
        // There is nobody left to tell when even this fails; the console has the reason.
        let _ = show(&say(&tag.unwrap_or_default()));
    }));
}

fn show(farewell: &Farewell) -> Result<(), JsValue> {
    let Some(body) = document().body() else {
        return Ok(());
    };
    let page = element("main", "start-failed")?;
    page.set_attribute("data-test", "page-stopped")?;
    let notice = element("div", "notice bad refusal")?;
    notice.set_attribute("role", "alert")?;
    let sentence = element("p", "")?;
    sentence.set_text_content(Some(&farewell.sentence));
    notice.append_child(&sentence)?;
    let again = element("button", "button primary")?;
    again.set_attribute("type", "button")?;
    again.set_attribute("data-test", "page-again")?;
    again.set_text_content(Some(&farewell.again));
    again.add_event_listener_with_callback("click", &reload()?)?;
    page.append_child(&notice)?;
    page.append_child(&again)?;
    body.set_text_content(None);
    body.append_child(&page)?;
    if let Some(again) = again.dyn_ref::<web_sys::HtmlElement>() {
        again.focus()?;
    }
    Ok(())
}

fn element(tag: &str, class: &str) -> Result<web_sys::Element, JsValue> {
    let element = document().create_element(tag)?;
    element.set_class_name(class);
    Ok(element)
}

/// The browser's own `location.reload`, which needs nothing of this crate.
fn reload() -> Result<Function, JsValue> {
    let location = Reflect::get(&window(), &"location".into())?;
    let reload: Function = Reflect::get(&location, &"reload".into())?.dyn_into()?;
    Ok(reload.bind0(&location))
}
