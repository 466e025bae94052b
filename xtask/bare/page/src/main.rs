//! A button that counts: what Leptos' own introduction begins with.

use leptos::prelude::*;

fn main() {
    mount_to_body(|| {
        let (count, set_count) = signal(0);
        view! {
            <button data-test="bare" on:click=move |_| set_count.update(|count| *count += 1)>
                "Clicked: " {count}
            </button>
        }
    });
}
