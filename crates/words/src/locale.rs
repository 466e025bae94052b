//! The files of each language, as they stand in the program.

use contract::Language;
use fluent_bundle::{FluentResource, FluentValue, concurrent::FluentBundle};
use unic_langid::LanguageIdentifier;

use crate::number::Separators;

/// What the page says. `reel` says most of it as well.
macro_rules! everywhere {
    ($language:literal) => {
        [
            include_str!(concat!("../locales/", $language, "/measures.ftl")),
            include_str!(concat!("../locales/", $language, "/refusals.ftl")),
            include_str!(concat!("../locales/", $language, "/hub_refusals.ftl")),
            include_str!(concat!("../locales/", $language, "/hub.ftl")),
            include_str!(concat!("../locales/", $language, "/shorts.ftl")),
            include_str!(concat!("../locales/", $language, "/carousels.ftl")),
            include_str!(concat!("../locales/", $language, "/editor.ftl")),
            include_str!(concat!("../locales/", $language, "/window.ftl")),
            include_str!(concat!("../locales/", $language, "/pages.ftl")),
            include_str!(concat!("../locales/", $language, "/doubt.ftl")),
            include_str!(concat!("../locales/", $language, "/transfers.ftl")),
            include_str!(concat!("../locales/", $language, "/limits.ftl")),
            include_str!(concat!("../locales/", $language, "/templates.ftl")),
            include_str!(concat!("../locales/", $language, "/products.ftl")),
            include_str!(concat!("../locales/", $language, "/tasks.ftl")),
            include_str!(concat!("../locales/", $language, "/usage.ftl")),
        ]
    };
}

/// What only programs say: `reel`, and the shell around the page. The page carries none of it.
#[cfg(not(target_arch = "wasm32"))]
macro_rules! programs {
    ($language:literal) => {
        [
            include_str!(concat!("../locales/", $language, "/reel.ftl")),
            include_str!(concat!("../locales/", $language, "/reel_hub.ftl")),
            include_str!(concat!("../locales/", $language, "/reel_limits.ftl")),
            include_str!(concat!("../locales/", $language, "/shell.ftl")),
        ]
    };
}
#[cfg(target_arch = "wasm32")]
macro_rules! programs {
    ($language:literal) => {
        []
    };
}

type Files = (&'static [&'static str], &'static [&'static str]);

fn files(language: Language) -> Files {
    match language {
        Language::English => (&everywhere!("en"), &programs!("en")),
        Language::Chinese => (&everywhere!("zh-Hans"), &programs!("zh-Hans")),
        Language::Spanish => (&everywhere!("es"), &programs!("es")),
    }
}

/// Parses a language's files. What can't be parsed is left out: a test holds the files flawless.
pub(crate) fn bundle(language: Language) -> FluentBundle<FluentResource> {
    let (everywhere, programs) = files(language);
    let tag: LanguageIdentifier = language.tag().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    // The marks would show as boxes in terminals and end up in what people copy.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match language {
        Language::English => |value, _| number(value, Separators::ENGLISH),
        Language::Chinese => |value, _| number(value, Separators::CHINESE),
        Language::Spanish => |value, _| number(value, Separators::SPANISH),
    }));
    for file in everywhere.iter().chain(programs) {
        let resource = match FluentResource::try_new((*file).to_owned()) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                debug_assert!(false, "{}: {errors:?}", language.tag());
                resource
            }
        };
        let added = bundle.add_resource(resource);
        debug_assert!(added.is_ok(), "{}: {added:?}", language.tag());
    }
    bundle
}

/// Fluent's hook for values: numbers get the language's separators.
fn number(value: &FluentValue<'_>, separators: Separators) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(separators.localised(&number.as_string())),
        _ => None,
    }
}
