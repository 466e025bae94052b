//! Small drawings of the visual languages: what each feels like, drawn here, without a photo.

use leptos::prelude::*;

/// The drawing of a visual language, 9:16. One that is not known has a quiet one.
pub fn scene(look: &str) -> AnyView {
    let drawing = match look {
        "kinetic_creator" => kinetic().into_any(),
        "premium_editorial" => editorial().into_any(),
        "cinematic_product" => cinematic().into_any(),
        "ugc_realism" => realism().into_any(),
        "startup_explainer" => explainer().into_any(),
        "luxury_minimal" => luxury().into_any(),
        _ => open().into_any(),
    };
    view! {
        <svg
            class="look-scene"
            viewBox="0 0 90 160"
            preserveAspectRatio="xMidYMid slice"
            aria-hidden="true"
            focusable="false"
        >
            {drawing}
        </svg>
    }
    .into_any()
}

/// Tilted bands, a figure in a leap.
fn kinetic() -> impl IntoView {
    view! {
        <rect width="90" height="160" fill="#ff7a3d"></rect>
        <path d="M-10 60L100 10v34L-10 94zM-10 128L100 78v18L-10 146z" fill="#ffd23f"></path>
        <path d="M-10 104L100 54v6L-10 110z" fill="#2b1a4a"></path>
        <circle cx="52" cy="56" r="11" fill="#2b1a4a"></circle>
        <path
            d="M50 69l-9 26 14 13-6 26M49 72l22-10M48 74l-22 14M41 95l-16 18"
            fill="none"
            stroke="#2b1a4a"
            stroke-width="8"
            stroke-linecap="round"
            stroke-linejoin="round"
        ></path>
    }
}

/// A page: a column, a still life, a thin rule.
fn editorial() -> impl IntoView {
    view! {
        <rect width="90" height="160" fill="#efe9df"></rect>
        <path d="M12 20h66" stroke="#2d2a26" stroke-width="1.2"></path>
        <rect x="12" y="28" width="44" height="6" fill="#2d2a26"></rect>
        <rect x="12" y="38" width="30" height="6" fill="#2d2a26"></rect>
        <rect x="12" y="56" width="66" height="64" fill="#c9b8a2"></rect>
        <path d="M12 104h66v16H12z" fill="#a88f75"></path>
        <path d="M40 72h10v8l4 6v22H36V86l4-6z" fill="#f7f3ec"></path>
        <circle cx="63" cy="100" r="8" fill="#b4552d"></circle>
        <path d="M12 130h40M12 136h52M12 142h30" stroke="#8c8378" stroke-width="2"></path>
    }
}

/// A product in a cone of light.
fn cinematic() -> impl IntoView {
    view! {
        <rect width="90" height="160" fill="#0d1520"></rect>
        <path d="M34 0h22l30 132H4z" fill="#234055" opacity="0.75"></path>
        <path d="M40 0h10l16 132H24z" fill="#4f7f96" opacity="0.55"></path>
        <ellipse cx="45" cy="130" rx="34" ry="8" fill="#89b4c4" opacity="0.5"></ellipse>
        <path d="M39 66h12v10l6 8v44H33V84l6-8z" fill="#e9a24b"></path>
        <path d="M51 76l6 8v44h-8z" fill="#8f5a1f"></path>
        <path d="M0 0h90v14H0zM0 146h90v14H0z" fill="#05080c"></path>
    }
}

/// A phone's view: a room, a hand that holds something up.
fn realism() -> impl IntoView {
    view! {
        <rect width="90" height="160" fill="#d9e3dc"></rect>
        <rect x="52" y="18" width="30" height="46" rx="2" fill="#b9d7ea"></rect>
        <path d="M67 18v46M52 41h30" stroke="#f5f7f4" stroke-width="2.5"></path>
        <path d="M0 104h90v56H0z" fill="#b98f6a"></path>
        <circle cx="34" cy="60" r="17" fill="#c98c66"></circle>
        <path d="M16 60c0-26 36-26 36-2-10 2-22-4-24-10-2 6-6 10-12 12z" fill="#4a2f22"></path>
        <path d="M6 160c0-44 14-74 28-74s28 30 28 74z" fill="#5f7f9e"></path>
        <path d="M58 122l16-22" stroke="#c98c66" stroke-width="10" stroke-linecap="round"></path>
        <rect x="66" y="74" width="15" height="26" rx="3" fill="#f4f1ea"></rect>
        <rect x="66" y="83" width="15" height="8" fill="#d0603c"></rect>
    }
}

/// Shapes that are joined by a line, a chart that climbs.
fn explainer() -> impl IntoView {
    view! {
        <rect width="90" height="160" fill="#e9efff"></rect>
        <path d="M20 40h24v26h26v30" fill="none" stroke="#8aa3f0" stroke-width="2.5"></path>
        <rect x="10" y="30" width="20" height="20" rx="5" fill="#3b5bdb"></rect>
        <circle cx="44" cy="66" r="11" fill="#12b886"></circle>
        <rect x="58" y="88" width="24" height="16" rx="5" fill="#f59f00"></rect>
        <path d="M12 142V126h12v16zM30 142v-22h12v22zM48 142v-30h12v30zM66 142v-12h12v12z" fill="#3b5bdb"></path>
        <path d="M8 142h74" stroke="#1c2a5e" stroke-width="2"></path>
        <path d="M40 66l3 3 6-7" fill="none" stroke="#fff" stroke-width="2.500"></path>
    }
}

/// Much room, one thing, one line of gold.
fn luxury() -> impl IntoView {
    view! {
        <rect width="90" height="160" fill="#f3f0ea"></rect>
        <path d="M0 112h90v48H0z" fill="#e2dcd1"></path>
        <path d="M24 112c0-34 42-34 42 0z" fill="#d3cabb"></path>
        <rect x="38" y="70" width="14" height="42" rx="2" fill="#1f1d1a"></rect>
        <rect x="41" y="60" width="8" height="10" fill="#c2a15a"></rect>
        <path d="M38 92h14" stroke="#c2a15a" stroke-width="1.5"></path>
        <path d="M30 134h30" stroke="#c2a15a" stroke-width="1"></path>
    }
}

/// Nothing chosen: the service decides.
fn open() -> impl IntoView {
    view! {
        <rect width="90" height="160" fill="#8d97a3"></rect>
        <circle cx="58" cy="50" r="24" fill="#b6bec7"></circle>
        <path d="M0 100c20-26 34-20 50 0s28 18 40-4v64H0z" fill="#4c5661"></path>
        <path d="M0 126c24-16 40-10 60 2s22 6 30-2v34H0z" fill="#363e47"></path>
    }
}
