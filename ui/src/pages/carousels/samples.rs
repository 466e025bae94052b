//! Carousels for this folder's tests.

use contract::{CarouselBrief, CarouselStatus, CarouselView, SlideStatus, SlideView};

/// A carousel in this state, with so many slides that are not begun.
pub fn carousel(slug: &str, status: CarouselStatus, slides: u32) -> CarouselView {
    CarouselView {
        slug: slug.to_owned(),
        brief: CarouselBrief::default(),
        caption: String::new(),
        hashtags: Vec::new(),
        status,
        error: None,
        logo_s3_key: None,
        slides: (1..=slides).map(slide).collect(),
        asset_id: None,
        note: None,
        began_at: None,
        heard_at: None,
        changed_at: 0,
    }
}

fn slide(position: u32) -> SlideView {
    SlideView {
        position,
        headline: String::new(),
        body: String::new(),
        kicker: String::new(),
        status: SlideStatus::Pending,
        has_image: false,
        has_background: false,
        revision: 0,
    }
}
