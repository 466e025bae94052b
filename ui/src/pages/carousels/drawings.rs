//! Small drawings: what each template does with words, and the shapes that a carousel can have.

use leptos::prelude::*;

/// The accent of a carousel for which none was chosen.
pub const USUAL_ACCENT: &str = "#b8390f";

/// Accents to begin with.
pub const SWATCHES: &[&str] = &[
    "#09EFBE", "#FF5A36", "#FFC531", "#3B5BDB", "#7A3FF2", "#E64980", "#12B886", "#1D1B19",
];

/// A template, 4:5, with the accent where it goes.
pub fn template_picture(template: &str, accent: &str) -> AnyView {
    let accent = accent.to_owned();
    let drawing = match template {
        "boldStatement" => bold(accent).into_any(),
        "editorialStory" => editorial(accent).into_any(),
        "scrapbook" => scrapbook(accent).into_any(),
        "featureGrid" => features(accent).into_any(),
        "offerCard" => offer(accent).into_any(),
        "comparison" => comparison(accent).into_any(),
        _ => plain(accent).into_any(),
    };
    view! {
        <svg
            class="template-picture"
            viewBox="0 0 80 100"
            preserveAspectRatio="xMidYMid slice"
            aria-hidden="true"
            focusable="false"
        >
            {drawing}
        </svg>
    }
    .into_any()
}

/// One sentence, as large as it goes.
fn bold(accent: String) -> impl IntoView {
    view! {
        <rect width="80" height="100" fill="#22313f"></rect>
        <circle cx="62" cy="26" r="30" fill="#35516b"></circle>
        <rect x="8" y="40" width="10" height="4" fill=accent></rect>
        <path d="M8 50h62v10H8zM8 63h50v10H8zM8 76h36v10H8z" fill="#f6f3ee"></path>
    }
}

/// A picture above, a column below.
fn editorial(accent: String) -> impl IntoView {
    view! {
        <rect width="80" height="100" fill="#f3eee5"></rect>
        <rect width="80" height="50" fill="#b9c4b1"></rect>
        <path d="M0 50c16-18 30-18 44-6s24 4 36-6v12z" fill="#7d9174"></path>
        <rect x="10" y="58" width="22" height="3" fill=accent></rect>
        <path d="M10 66h50v5H10z" fill="#2a2724"></path>
        <path d="M10 78h58M10 84h58M10 90h40" stroke="#8d857a" stroke-width="2"></path>
    }
}

/// Cuttings, tape, a note at a slant.
fn scrapbook(accent: String) -> impl IntoView {
    view! {
        <rect width="80" height="100" fill="#d8cbb6"></rect>
        <g transform="rotate(-6 30 36)">
            <rect x="8" y="14" width="42" height="44" fill="#fffdf8"></rect>
            <rect x="11" y="17" width="36" height="32" fill="#8fb0c4"></rect>
            <rect x="20" y="9" width="18" height="8" fill=accent.clone() opacity="0.75"></rect>
        </g>
        <g transform="rotate(5 50 74)">
            <rect x="24" y="58" width="48" height="32" fill="#fffdf8"></rect>
            <path d="M30 66h36M30 73h30M30 80h34" stroke="#4c443a" stroke-width="2.5"></path>
        </g>
        <path d="M8 84l8 8M16 84l-8 8" stroke=accent stroke-width="3"></path>
    }
}

/// Four facts, each with its mark.
fn features(accent: String) -> impl IntoView {
    view! {
        <rect width="80" height="100" fill="#eef1f6"></rect>
        <path d="M10 12h44v6H10z" fill="#1f2733"></path>
        <g fill="#fff">
            <rect x="8" y="28" width="30" height="30" rx="4"></rect>
            <rect x="42" y="28" width="30" height="30" rx="4"></rect>
            <rect x="8" y="62" width="30" height="30" rx="4"></rect>
            <rect x="42" y="62" width="30" height="30" rx="4"></rect>
        </g>
        <g fill=accent>
            <circle cx="16" cy="37" r="4"></circle>
            <circle cx="50" cy="37" r="4"></circle>
            <circle cx="16" cy="71" r="4"></circle>
            <circle cx="50" cy="71" r="4"></circle>
        </g>
        <path
            d="M12 46h22M12 51h16M46 46h22M46 51h16M12 80h22M12 85h16M46 80h22M46 85h16"
            stroke="#9aa5b5"
            stroke-width="2"
        ></path>
    }
}

/// A card with a price's place and a button.
fn offer(accent: String) -> impl IntoView {
    view! {
        <rect width="80" height="100" fill=accent.clone()></rect>
        <rect x="10" y="16" width="60" height="68" rx="6" fill="#fffdf9"></rect>
        <path d="M30 26h20v6l5 6v16H25V38l5-6z" fill="#c9bda9"></path>
        <path d="M18 60h44v5H18zM24 68h32v3H24z" fill="#2a2724"></path>
        <rect x="24" y="74" width="32" height="7" rx="3.5" fill=accent></rect>
    }
}

/// Two halves, one better than the other.
fn comparison(accent: String) -> impl IntoView {
    view! {
        <rect width="40" height="100" fill="#c8c5c0"></rect>
        <rect x="40" width="40" height="100" fill=accent></rect>
        <path d="M14 30l12 12M26 30L14 42" stroke="#6c6862" stroke-width="4"></path>
        <path d="M52 36l6 6 12-12" fill="none" stroke="#fff" stroke-width="4"></path>
        <path d="M8 58h24M8 66h18M8 74h22" stroke="#8b8780" stroke-width="3"></path>
        <path d="M48 58h24M48 66h18M48 74h22" stroke="#fff" stroke-width="3"></path>
        <rect x="36" y="8" width="8" height="84" fill="#fffdf9"></rect>
    }
}

fn plain(accent: String) -> impl IntoView {
    view! {
        <rect width="80" height="100" fill="#9aa3ad"></rect>
        <rect x="10" y="40" width="14" height="4" fill=accent></rect>
        <path d="M10 50h54v7H10zM10 62h40v5H10z" fill="#fff"></path>
    }
}

/// A carousel's shape as an outline.
pub fn ratio_picture(ratio: &str) -> AnyView {
    let (width, height) = match ratio {
        "1:1" => (40, 40),
        "9:16" => (27, 48),
        _ => (38, 48),
    };
    let (x, y) = ((56 - width) / 2, (56 - height) / 2);
    view! {
        <svg class="ratio-picture" viewBox="0 0 56 56" aria-hidden="true" focusable="false">
            <rect x=x y=y width=width height=height rx="3" class="place-frame"></rect>
        </svg>
    }
    .into_any()
}

/// An accent as a dot.
pub fn swatch(color: &str) -> AnyView {
    let color = color.to_owned();
    view! {
        <svg class="swatch" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
            <circle cx="10" cy="10" r="9" fill=color></circle>
        </svg>
    }
    .into_any()
}

/// The class of a shape: `ratio-4-5`.
pub fn ratio_class(ratio: Option<&str>) -> &'static str {
    match ratio {
        Some("1:1") => "ratio-1-1",
        Some("9:16") => "ratio-9-16",
        _ => "ratio-4-5",
    }
}
