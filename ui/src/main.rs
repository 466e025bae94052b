//! The window's page: a view of the core, drawn with Leptos. It holds no truth of its own beyond
//! what the person is typing; everything else comes from the core as views and events.

mod app;
mod backend;
mod components;
mod pages;

fn main() {
    app::tell_of_panics();
    leptos::mount::mount_to_body(app::App);
}
