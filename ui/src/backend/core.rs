//! The core behind Tauri's IPC: requests with typed answers, and its one stream of events.

use contract::{Ask, Code, Event, Refusal, Request};
use js_sys::{Function, JSON, Reflect};
use wasm_bindgen::prelude::*;

/// The shell's name of its one event.
const EVENT: &str = "core";

#[wasm_bindgen]
extern "C" {
    /// Tauri's own entry point, there whether or not its JavaScript API is.
    #[wasm_bindgen(catch, js_namespace = ["window", "__TAURI_INTERNALS__"], js_name = invoke)]
    async fn invoke(command: &str, arguments: JsValue) -> Result<JsValue, JsValue>;

    /// Registers a function that the core can call, and gives its number.
    #[wasm_bindgen(catch, js_namespace = ["window", "__TAURI_INTERNALS__"], js_name = transformCallback)]
    fn transform_callback(callback: &Function) -> Result<JsValue, JsValue>;
}

/// Asks the core. Numbers travel as JSON text, so that none loses bits in JavaScript's own types.
///
/// # Errors
/// The core's refusal; [`Code::Internal`] when it can't be reached or answers in another shape.
pub async fn ask<A: Ask>(a: A) -> Result<A::Answer, Refusal> {
    #[derive(serde::Serialize)]
    struct Arguments {
        request: Request,
    }
    let arguments = serde_json::to_string(&Arguments { request: a.into() })
        .map_err(|error| internal(&error.to_string()))?;
    let arguments = JSON::parse(&arguments).map_err(|error| refusal(&error))?;
    let answer = invoke("ask", arguments)
        .await
        .map_err(|error| refusal(&error))?;
    serde_json::from_str(&text(&answer)).map_err(|error| internal(&error.to_string()))
}

/// Hears the core's events for the rest of this run.
///
/// # Errors
/// [`Code::Internal`] when the shell does not answer.
pub async fn listen(hear: impl Fn(Event) + 'static) -> Result<(), Refusal> {
    let hear = Closure::<dyn Fn(JsValue)>::new(move |message: JsValue| {
        let payload = Reflect::get(&message, &"payload".into()).unwrap_or(JsValue::NULL);
        match serde_json::from_str(&text(&payload)) {
            Ok(event) => hear(event),
            Err(error) => {
                leptos::logging::error!("an event that is none of the contract's: {error}")
            }
        }
    });
    // The page lives as long as the window: what it hears with is never taken down.
    let handler =
        transform_callback(&hear.into_js_value().unchecked_into()).map_err(|e| refusal(&e))?;
    let arguments = js_sys::Object::new();
    let target = js_sys::Object::new();
    set(&target, "kind", &"Any".into());
    set(&arguments, "event", &EVENT.into());
    set(&arguments, "target", &target);
    set(&arguments, "handler", &handler);
    invoke("plugin:event|listen", arguments.into())
        .await
        .map_err(|error| refusal(&error))?;
    Ok(())
}

fn set(object: &js_sys::Object, key: &str, value: &JsValue) {
    // Setting a property of a fresh plain object can't fail.
    let _ = Reflect::set(object, &key.into(), value);
}

/// JSON of a value as Tauri handed it over. Nothing at all counts as `null`.
fn text(value: &JsValue) -> String {
    JSON::stringify(value)
        .ok()
        .and_then(|text| text.as_string())
        .unwrap_or_else(|| "null".to_owned())
}

/// What was thrown: the core's own refusal, or anything else as an internal one.
fn refusal(thrown: &JsValue) -> Refusal {
    serde_json::from_str(&text(thrown)).unwrap_or_else(|_| {
        let detail = thrown
            .as_string()
            .or_else(|| {
                thrown
                    .dyn_ref::<js_sys::Error>()
                    .map(|e| String::from(e.message()))
            })
            .unwrap_or_else(|| text(thrown));
        internal(&detail)
    })
}

fn internal(detail: &str) -> Refusal {
    Refusal::new(Code::Internal).with("detail", detail)
}
