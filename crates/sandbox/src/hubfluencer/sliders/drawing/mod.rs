//! Drawing slides: a background, the words over it in a template's look, and the logo.
//!
//! Nothing but this program is needed for it: the fonts are carried along.

mod background;
mod canvas;
mod layout;
mod letters;
mod logo;
mod looks;

use std::{io, path::PathBuf};

use canvas::Canvas;
use letters::Fonts;
use looks::Look;

/// What says that it is the sandbox's.
const MARK: &str = "SANDBOX";

/// A slide to be drawn.
#[derive(Debug, Clone)]
pub(super) struct Plan {
    /// What the background is drawn from: the same seed, the same background.
    pub(super) seed: String,
    /// Width and height in pixels.
    pub(super) size: (u32, u32),
    pub(super) template: String,
    /// `#RRGGBB`; none is the template's own.
    pub(super) accent: Option<String>,
    /// `top`, `middle` or `bottom`; none is the template's own.
    pub(super) placement: Option<String>,
    pub(super) headline: String,
    pub(super) body: String,
    pub(super) kicker: String,
    /// Which slide of how many.
    pub(super) number: String,
    pub(super) logo: Option<PathBuf>,
}

/// The background alone, as a PNG.
///
/// # Errors
/// Where it can't be encoded.
pub(super) fn background(plan: &Plan) -> io::Result<Vec<u8>> {
    let mut canvas = Canvas::new(plan.size);
    background::paint(&mut canvas, &plan.seed);
    layout::mark(&mut canvas, &Fonts::carried()?);
    canvas.png()
}

/// The finished slide, as a PNG.
///
/// # Errors
/// Where it can't be encoded.
pub(super) fn slide(plan: &Plan) -> io::Result<Vec<u8>> {
    let fonts = Fonts::carried()?.reaching([&plan.headline, &plan.body, &plan.kicker]);
    let look = Look::of(&plan.template, plan.accent.as_deref());
    let mut canvas = Canvas::new(plan.size);
    background::paint(&mut canvas, &plan.seed);
    looks::prepare(&mut canvas, &look);
    layout::compose(&mut canvas, &fonts, &look, plan);
    if let Some(picture) = plan.logo.as_deref().and_then(logo::read) {
        layout::logo(&mut canvas, &picture);
    }
    layout::mark(&mut canvas, &fonts);
    canvas.png()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(template: &str) -> Plan {
        Plan {
            seed: "seed".to_owned(),
            size: (1080, 1350),
            template: template.to_owned(),
            accent: Some("#09EFBE".to_owned()),
            placement: None,
            headline: "A quiet kettle".to_owned(),
            body: "Made for small kitchens".to_owned(),
            kicker: "New".to_owned(),
            number: "1/5".to_owned(),
            logo: None,
        }
    }

    #[test]
    fn everything_that_is_asked_for_changes_the_picture() {
        let base = slide(&plan("boldStatement")).unwrap();
        assert_eq!(base, slide(&plan("boldStatement")).unwrap());
        let mut others = vec![background(&plan("boldStatement")).unwrap()];
        others.push(slide(&plan("editorialStory")).unwrap());
        for change in [
            (|plan: &mut Plan| plan.headline.push('!')) as fn(&mut Plan),
            |plan| plan.body.clear(),
            |plan| plan.kicker = "Old".to_owned(),
            |plan| plan.accent = Some("#FF0000".to_owned()),
            |plan| plan.placement = Some("top".to_owned()),
            |plan| plan.size = (1080, 1080),
        ] {
            let mut changed = plan("boldStatement");
            change(&mut changed);
            others.push(slide(&changed).unwrap());
        }
        for (place, other) in others.iter().enumerate() {
            assert_ne!(*other, base);
            assert!(!others[..place].contains(other), "{place}");
        }
    }
}
