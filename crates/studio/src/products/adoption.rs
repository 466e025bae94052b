//! What the service took without an answer reaching us, found again in its list.

use contract::ProductId;
use riffkit::Product;

use super::rules::same;
use crate::journal::StagedProduct;

/// The product that was made of what was asked: of the same words, and not there before.
pub(super) fn made<'a>(
    listed: &'a [Product],
    asked: &StagedProduct,
    before: &[String],
) -> Option<&'a Product> {
    let said = |text: Option<&str>| same(text.unwrap_or_default());
    listed.iter().find(|product| {
        !before.contains(&product.id)
            && same(&product.name) == same(&asked.name)
            && said(product.description.as_deref()) == same(&asked.description)
    })
}

/// The product with this image in it. Names are unique in a product.
pub(super) fn with_image<'a>(
    listed: &'a [Product],
    product_id: &ProductId,
    name: &str,
) -> Option<&'a Product> {
    listed.iter().find(|product| {
        let has_it = |image: &riffkit::ProductImage| same(&image.name) == same(name);
        product.id == product_id.0 && product.images.iter().any(has_it)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn product(json: &str) -> Product {
        serde_json::from_str(json).expect("a product")
    }

    #[test]
    fn only_a_newcomer_of_the_same_words_is_adopted() {
        let asked = StagedProduct {
            name: "Scanner".to_owned(),
            description: "Reads labels".to_owned(),
            target_audience: String::new(),
        };
        let listed = [
            product(r#"{"id":"old","name":"Scanner","description":"Reads labels"}"#),
            product(r#"{"id":"other","name":"Scanner","description":"Another one"}"#),
            product(r#"{"id":"new","name":" scanner ","description":"Reads labels"}"#),
        ];
        let before = ["old".to_owned()];
        let found = made(&listed, &asked, &before).map(|product| &*product.id);
        assert_eq!(found, Some("new"));
        assert_eq!(made(&listed[..2], &asked, &before), None);
    }

    #[test]
    fn an_image_is_found_by_its_name_in_its_own_product() {
        let listed = [
            product(r#"{"id":"a","images":[{"id":1,"name":"Label"}]}"#),
            product(r#"{"id":"b","images":[{"id":2,"name":"Scan"}]}"#),
        ];
        let found = |id: &str, name: &str| with_image(&listed, &id.into(), name).is_some();
        assert!(found("a", " label"));
        assert!(!found("b", "label"));
        assert!(!found("c", "label"));
    }
}
