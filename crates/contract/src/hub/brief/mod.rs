//! What a person says of a short, a carousel or an ad, with the contract's limits.
//!
//! The checks need no network and are the same for both fronts and the core.

mod carousel;
mod editor;
mod faults;
mod short;

pub use carousel::{CarouselBrief, CarouselChange, Restyle, SlideWords};
pub use editor::{EditorBrief, EditorChange, LogoChange, check_scene_prompt};
pub use faults::FieldFault;
pub use short::ShortBrief;

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(faults: &[FieldFault]) -> Vec<&str> {
        faults.iter().map(FieldFault::field).collect()
    }

    #[test]
    fn a_short_needs_ten_characters_and_known_values() {
        let mut brief = ShortBrief {
            product_prompt: "  123456789  ".to_owned(),
            ..ShortBrief::default()
        };
        assert_eq!(fields(&brief.faults()), ["product_prompt"]);
        brief.product_prompt = "1234567890".to_owned();
        assert!(brief.faults().is_empty());
        brief.headline = "é".repeat(161);
        brief.subheadline = "x".repeat(201);
        brief.short_text_position = Some("middle".to_owned());
        let faults = brief.faults();
        assert_eq!(
            fields(&faults),
            ["headline", "subheadline", "short_text_position"]
        );
        assert!(matches!(
            faults[0],
            FieldFault::TooLong {
                most: 160,
                over: 1,
                ..
            }
        ));
    }

    #[test]
    fn a_carousel_is_held_to_its_table() {
        assert!(CarouselBrief::default().faults().is_empty());
        let brief = CarouselBrief {
            template: Some("offerCard".to_owned()),
            slide_count: Some(11),
            accent_color: Some("#09EFB".to_owned()),
            aspect_ratio: Some("16:9".to_owned()),
            ..CarouselBrief::default()
        };
        let expected = ["template", "slide_count", "aspect_ratio", "accent_color"];
        assert_eq!(fields(&brief.faults()), expected);
        let ad = CarouselBrief {
            mode: Some("ad_driven".to_owned()),
            template: Some("offerCard".to_owned()),
            accent_color: Some("#09EFBE".to_owned()),
            ..CarouselBrief::default()
        };
        assert!(ad.faults().is_empty());
    }

    #[test]
    fn an_ads_prompt_is_empty_or_long_enough() {
        let mut brief = EditorBrief {
            language: "en".to_owned(),
            ..EditorBrief::default()
        };
        assert!(brief.faults().is_empty());
        brief.product_prompt = "short".to_owned();
        assert_eq!(fields(&brief.faults()), ["product_prompt"]);
        brief.product_prompt = String::new();
        brief.voice_id = Some("a b".to_owned());
        brief.language = " ".to_owned();
        assert_eq!(fields(&brief.faults()), ["language", "voice_id"]);
    }
}
