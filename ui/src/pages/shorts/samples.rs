//! Shorts for this folder's tests.

use contract::{ShortBrief, ShortStage, ShortView};

/// A short at this stage.
pub fn short(slug: &str, stage: ShortStage) -> ShortView {
    ShortView {
        slug: slug.to_owned(),
        brief: ShortBrief::default(),
        text_beats: Vec::new(),
        stage,
        failed_stage: None,
        error: None,
        has_product: false,
        product_description: String::new(),
        has_poster: false,
        render: None,
        caption: String::new(),
        hashtags: Vec::new(),
        note: None,
        began_at: None,
        heard_at: None,
        changed_at: 0,
    }
}
