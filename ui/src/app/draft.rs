//! The words of a plan that is not ordered yet outlive the window: whoever closes it in the middle
//! of a thought finds the thought again. No file is kept, since the page knows none: neither the
//! source nor images that a staged product has as files. Those are told, so that they can be
//! chosen anew.

use contract::{ImageSource, Plan, PlanProduct};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::Store;
use crate::backend;

const NAME: &str = "draft";

/// What is kept.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct Draft {
    #[serde(flatten)]
    plan: Plan,
    /// Names of the staged product's images that were files.
    #[serde(default)]
    lost_images: Vec<String>,
}

/// Takes up the words of the last run, and keeps those of this one.
pub(super) fn keep(store: Store) {
    if let Some(draft) = backend::kept(NAME).as_deref().and_then(read) {
        store.plan.set(draft.plan);
        store.lost_images.set(draft.lost_images);
    }
    let words = Memo::new(move |_| {
        store
            .plan
            .with(|plan| store.lost_images.with(|lost| written(plan, lost)))
    });
    Effect::new(move |_| match words.get() {
        Some(text) => backend::keep(NAME, &text),
        None => backend::forget(NAME),
    });
}

/// The words of a plan, or none where there is nothing to lose.
fn written(plan: &Plan, lost_before: &[String]) -> Option<String> {
    let has_words = !plan.direction.is_empty() || !plan.hint.is_empty();
    if !has_words && plan.characters.is_empty() && plan.product.is_none() {
        return None;
    }
    serde_json::to_string(&without_files(plan.clone(), lost_before)).ok()
}

/// A plan as it outlives the window.
fn without_files(plan: Plan, lost_before: &[String]) -> Draft {
    let mut draft = Draft {
        plan: Plan {
            source: None,
            ..plan
        },
        lost_images: Vec::new(),
    };
    if let Some(PlanProduct::New { product }) = &mut draft.plan.product {
        draft.lost_images.extend_from_slice(lost_before);
        let (files, kept): (Vec<_>, Vec<_>) = std::mem::take(&mut product.images)
            .into_iter()
            .partition(|image| matches!(image.source, ImageSource::File { .. }));
        product.images = kept;
        draft
            .lost_images
            .extend(files.into_iter().map(|image| image.name));
    }
    draft
}

/// What an older or newer version wrote and this one can't read is none.
fn read(text: &str) -> Option<Draft> {
    let draft: Draft = serde_json::from_str(text).ok()?;
    Some(without_files(draft.plan, &draft.lost_images))
}

#[cfg(test)]
mod tests {
    use contract::{
        CharacterId, ContentPolicy, FileId, NewImage, NewProduct, ProductId, Source, Visibility,
    };

    use super::*;

    fn image(name: &str, source: ImageSource) -> NewImage {
        NewImage {
            source,
            name: name.to_owned(),
            image_id: String::new(),
            description: String::new(),
            usage_context: String::new(),
            content_policy: ContentPolicy::Locked,
        }
    }

    #[test]
    fn the_words_and_choices_come_back_without_the_source() {
        let plan = Plan {
            source: Some(Source::Link {
                url: "https://vm.tiktok.com/Z1".to_owned(),
                agreed_host: None,
            }),
            language: "es".to_owned(),
            direction: "foam in one pour ☕".to_owned(),
            characters: vec![CharacterId::from("mia")],
            product: Some(PlanProduct::Known {
                product_id: ProductId::from("p"),
                name: "Oat Shot".to_owned(),
            }),
            visibility: Visibility::OffCamera,
            ..Plan::default()
        };
        let back = written(&plan, &[]).as_deref().and_then(read).expect("kept");
        assert!(back.lost_images.is_empty());
        assert_eq!(
            back.plan,
            Plan {
                source: None,
                ..plan
            }
        );
    }

    #[test]
    fn a_choice_alone_is_worth_keeping() {
        let plan = Plan {
            characters: vec![CharacterId::from("mia")],
            ..Plan::default()
        };
        assert!(written(&plan, &[]).is_some());
    }

    #[test]
    fn images_that_were_files_are_told_and_addresses_stay() {
        let file = ImageSource::File {
            file_id: FileId::from("f"),
        };
        let url = ImageSource::Url {
            url: "https://cdn.example.com/a.png".to_owned(),
        };
        let plan = Plan {
            product: Some(PlanProduct::New {
                product: NewProduct {
                    name: "Oat Shot".to_owned(),
                    description: "Froth".to_owned(),
                    target_audience: String::new(),
                    images: vec![image("front", file), image("back", url.clone())],
                },
            }),
            ..Plan::default()
        };
        let back = written(&plan, &[]).as_deref().and_then(read).expect("kept");
        assert_eq!(back.lost_images, ["front"]);
        let Some(PlanProduct::New { product }) = &back.plan.product else {
            panic!("the staged product stays");
        };
        assert_eq!(product.images, [image("back", url)]);
        // Nothing is told twice by the next run.
        let again = written(&back.plan, &back.lost_images)
            .as_deref()
            .and_then(read)
            .expect("kept");
        assert_eq!(again.lost_images, ["front"]);
    }

    #[test]
    fn with_another_product_nothing_is_missed() {
        let plan = Plan {
            product: Some(PlanProduct::Known {
                product_id: ProductId::from("p"),
                name: "Oat Shot".to_owned(),
            }),
            ..Plan::default()
        };
        let lost = ["front".to_owned()];
        let back = written(&plan, &lost).as_deref().and_then(read);
        assert!(back.expect("kept").lost_images.is_empty());
    }

    #[test]
    fn what_an_older_version_kept_is_read() {
        let old = r#"{"source":null,"language":"es","direction":"x","hint":""}"#;
        assert_eq!(read(old).expect("read").plan.direction, "x");
    }

    #[test]
    fn nothing_written_is_nothing_kept_and_damage_is_nothing_read() {
        assert_eq!(written(&Plan::default(), &[]), None);
        assert_eq!(read("{ broken"), None);
    }
}
