//! Drawings of this app: 20 × 20, one stroke, drawn here.

use leptos::prelude::*;

/// Every drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Glyph {
    /// The app's mark. The only one with colour.
    Brand,
    /// Two arrows in a ring.
    Riff,
    /// Lines.
    Queue,
    /// Upright frames.
    Library,
    /// A cog.
    Settings,
    /// A tick.
    Check,
    /// A cross.
    Close,
    /// A triangle that points right.
    Play,
    /// Two sheets.
    Copy,
    /// A triangle with a mark of exclamation.
    Alert,
    /// A folder.
    Folder,
    /// An arrow into a tray.
    Save,
    /// Chain links.
    Link,
    /// A frame with a play mark.
    Reel,
    /// A clock.
    Clock,
    /// A padlock.
    Lock,
    /// A magnifying glass.
    Search,
    /// An arrow to the left.
    Back,
    /// A plus.
    Add,
    /// A frame in parts.
    Template,
    /// A box.
    Product,
    /// Head and shoulders.
    Person,
    /// Two upright strokes.
    Pause,
    /// Six dots: what can be dragged by it.
    Grip,
    /// One upright frame.
    Short,
    /// A frame between two others.
    Carousel,
    /// A line of scenes with a mark on it.
    Scenes,
    /// A bin.
    Bin,
    /// A frame with a hill.
    Image,
    /// A star with four points.
    Assist,
}

impl Glyph {
    const fn path(self) -> &'static str {
        match self {
            Self::Brand => "M8 6.8v6.4l5.4-3.2z",
            Self::Riff => {
                "M3.5 9a6.5 6.5 0 0 1 11.4-3.4M16.5 2.8v3.4h-3.4M16.5 11a6.5 6.5 0 0 1-11.4 3.4M3.5 17.2v-3.4h3.4"
            }
            Self::Queue => "M3 5h14M3 10h14M3 15h9",
            Self::Library => {
                "M4 3.5h3.5a.5.5 0 0 1 .5.5v12a.5.5 0 0 1-.5.5H4a.5.5 0 0 1-.5-.5V4a.5.5 0 0 1 .5-.5zM12.5 3.5H16a.5.5 0 0 1 .5.5v12a.5.5 0 0 1-.5.5h-3.5a.5.5 0 0 1-.5-.5V4a.5.5 0 0 1 .5-.5z"
            }
            Self::Settings => {
                "M3 6h6M13 6h4M3 14h3M10 14h7M11 4a2 2 0 1 1 0 4 2 2 0 0 1 0-4zM8 12a2 2 0 1 1 0 4 2 2 0 0 1 0-4z"
            }
            Self::Check => "M4 10.5l4 4 8-9",
            Self::Close => "M5 5l10 10M15 5L5 15",
            Self::Play => "M6.5 4v12l9.5-6z",
            Self::Copy => {
                "M7 7h8.5a.5.5 0 0 1 .5.5V16a.5.5 0 0 1-.5.5H7a.5.5 0 0 1-.5-.5V7.500a.5.5 0 0 1 .5-.5zM4 13V4a.5.5 0 0 1 .5-.5H13"
            }
            Self::Alert => "M10 3.500l7.500 13h-15zM10 8.500v3.700M10 14.400v.1",
            Self::Folder => "M2.800 15.500v-11h5l1.700 2h7.700v9z",
            Self::Save => "M10 3v9.500M6.200 9l3.800 3.700L13.800 9M3.500 13.500v3h13v-3",
            Self::Link => {
                "M8.500 11.500a3 3 0 0 0 4.300 0l3-3a3 3 0 0 0-4.300-4.300l-1 1M11.500 8.500a3 3 0 0 0-4.300 0l-3 3a3 3 0 0 0 4.300 4.300l1-1"
            }
            Self::Reel => {
                "M6 2.500h8a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-13a1 1 0 0 1 1-1zM8.700 7.700v4.600l3.800-2.300z"
            }
            Self::Clock => {
                "M10 2.800a7.200 7.200 0 1 1 0 14.400 7.200 7.200 0 0 1 0-14.400zM10 6v4.200l2.800 1.800"
            }
            Self::Lock => "M5 9h10v7.500H5zM7 9V6.500a3 3 0 0 1 6 0V9",
            Self::Search => "M9 3.500a5.500 5.500 0 1 1 0 11 5.500 5.500 0 0 1 0-11zM13 13l4 4",
            Self::Back => "M12.500 4l-6 6 6 6",
            Self::Add => "M10 4v12M4 10h12",
            Self::Template => {
                "M4.500 3.500h11a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1v-11a1 1 0 0 1 1-1zM3.500 8h13M8.500 8v8.500"
            }
            Self::Product => {
                "M10 2.800l6.500 3.600v7.200L10 17.200l-6.500-3.600V6.400zM3.500 6.400L10 10l6.500-3.600M10 10v7.200"
            }
            Self::Person => {
                "M10 3.500a3.200 3.200 0 1 1 0 6.400 3.200 3.200 0 0 1 0-6.400zM3.800 16.800a6.200 4.600 0 0 1 12.400 0"
            }
            Self::Pause => "M7 4.500v11M13 4.500v11",
            Self::Grip => {
                "M7.500 5v.1M12.500 5v.1M7.500 10v.1M12.500 10v.1M7.500 15v.1M12.500 15v.1"
            }
            Self::Short => {
                "M7.500 2.800h5a1 1 0 0 1 1 1v12.400a1 1 0 0 1-1 1h-5a1 1 0 0 1-1-1V3.800a1 1 0 0 1 1-1z"
            }
            Self::Carousel => "M7.500 4.500h5v11h-5zM4.500 6.500h-2v7h2M15.500 6.500h2v7h-2",
            Self::Scenes => "M2.500 6.500h15M2.500 13.500h15M6.500 4v5M13.500 11v5",
            Self::Bin => {
                "M4 6h12M8 6V4h4v2M5.500 6l.8 10.500h7.400L14.500 6M8.500 9v4.500M11.500 9v4.500"
            }
            Self::Image => {
                "M3.500 4.500h13v11h-13zM3.500 13l4-4 3.500 3.500 2-2 3.500 3.500M12.800 7.800v.1"
            }
            Self::Assist => {
                "M10 3l1.700 5.300L17 10l-5.300 1.700L10 17l-1.700-5.300L3 10l5.300-1.700z"
            }
        }
    }
}

/// A drawing beside words that say the same: hidden from whoever listens.
#[component]
pub fn Icon(
    /// Which.
    glyph: Glyph,
) -> impl IntoView {
    let class = match glyph {
        Glyph::Brand => "icon icon-brand",
        Glyph::Play => "icon icon-solid",
        _ => "icon",
    };
    view! {
        <svg class=class viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
            {(glyph == Glyph::Brand).then(|| view! { <rect x="1" y="1" width="18" height="18" rx="5"></rect> })}
            <path d=glyph.path()></path>
        </svg>
    }
}
