//! Templates that tests are about.

use contract::{TemplateId, TemplateView};

/// An analysed template of the own scope, of which nothing more is known.
pub fn template(id: &str) -> TemplateView {
    TemplateView {
        template_id: TemplateId::from(id),
        name: format!("Template {id}"),
        status: "analyzed".to_owned(),
        emotion_arc: None,
        segments: None,
        used_count: None,
        tags: Vec::new(),
        source_url: None,
        source_platform: None,
        has_picture: false,
        is_stale: false,
        is_public: false,
        created_at: None,
        refresh: None,
    }
}
