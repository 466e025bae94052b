//! The creative direction: what can be put into it, and what a text says and lacks. Advice only:
//! nothing here blocks, and the looking at a text asks no network (contract, "`content_anchor`
//! drafting framework").

mod beats;
mod emptiness;
mod features;
mod names;
mod parts;
mod phrase;
mod tokens;

use contract::{AidQuery, Beat, DirectionAid, DirectionMode, DirectionReview, Refusal};

use crate::Studio;

impl Studio {
    /// What can be put into the three parts of a direction: moments of the chosen template, features
    /// and image names of the chosen product or of the staged one.
    ///
    /// # Errors
    /// Those of the reads of the template and of the product.
    pub async fn direction_aid(&self, query: AidQuery) -> Result<DirectionAid, Refusal> {
        let beats = match &query.template_id {
            Some(template_id) => self
                .template(template_id)
                .await?
                .extraction
                .map_or_else(Vec::<Beat>::new, |extraction| beats::of(&extraction)),
            None => Vec::new(),
        };
        let (description, image_names) = match (&query.new_product, &query.product_id) {
            (Some(staged), _) => {
                let names = staged.images.iter().map(|image| image.name.clone());
                (staged.description.clone(), names.collect())
            }
            (None, Some(product_id)) => {
                let product = self.known_product(product_id).await?;
                let names = product.images.into_iter().map(|image| image.name);
                (product.description, names.collect::<Vec<_>>())
            }
            (None, None) => Default::default(),
        };
        Ok(DirectionAid {
            beats,
            features: features::of(&description),
            image_names: names::tidy(&image_names),
        })
    }

    /// What a direction says and lacks, by the contract's own table. `image_names` are those of the
    /// product; the engine matches them on camera alone.
    pub fn review_direction(
        &self,
        text: &str,
        mode: DirectionMode,
        image_names: &[String],
    ) -> DirectionReview {
        review(text, mode, image_names)
    }
}

/// [`Studio::review_direction`], which needs nothing of a studio.
fn review(text: &str, mode: DirectionMode, image_names: &[String]) -> DirectionReview {
    let tokens = tokens::of(text);
    let matches = match mode {
        DirectionMode::OnCamera => names::matches(text, image_names),
        DirectionMode::OffCamera | DirectionMode::NoProduct => Vec::new(),
    };
    // A name is a name, whatever words it is made of.
    let is_named = |start: usize, end: usize| {
        let mut names = matches.iter();
        names.any(|name| start < name.end && name.start < end)
    };
    let mut empty = emptiness::of(&tokens);
    empty.retain(|piece| !is_named(piece.start, piece.end));
    let has_three_parts = parts::are_three(text, &tokens, &empty);
    DirectionReview {
        empty,
        matches,
        has_three_parts,
    }
}

#[cfg(test)]
mod tests {
    use contract::{EmptyKind, compose_direction};

    use super::*;

    #[test]
    fn a_name_is_not_pointed_out_as_empty_wording() {
        let names = ["real results".to_owned()];
        let text = "Show real results at the reveal";
        let on = review(text, DirectionMode::OnCamera, &names);
        assert_eq!(on.empty, []);
        assert_eq!((on.matches[0].start, on.matches[0].end), (5, 17));
        let off = review(text, DirectionMode::OffCamera, &names);
        assert_eq!(off.matches, [], "images are placed on camera alone");
        assert_eq!(off.empty[0].kind, EmptyKind::GenericWord);
    }

    #[test]
    fn the_contracts_own_examples_are_good_ones() {
        let examples = [
            compose_direction(
                "the reveal beat at segment 2",
                "the scan feature",
                "from 'I assumed it was safe' to 'a quick scan reveals hidden additives'",
            ),
            compose_direction(
                "the reveal beat's curiosity→surprise",
                "the package-scan gesture",
                "download urge",
            ),
        ];
        for text in examples {
            let review = review(&text, DirectionMode::OnCamera, &[]);
            assert_eq!(review.empty, [], "{text}");
            assert!(review.has_three_parts, "{text}");
        }
    }

    #[test]
    fn an_empty_text_has_nothing_to_say() {
        assert_eq!(
            review("", DirectionMode::NoProduct, &[]),
            DirectionReview::default()
        );
        assert_eq!(
            review(" \n ", DirectionMode::OnCamera, &["".to_owned()]),
            DirectionReview::default()
        );
    }
}
