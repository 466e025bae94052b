//! Samples of the fonts that a short's words can have.

use leptos::prelude::*;

/// What a font is called, and its sample where its licence allows one.
fn known(family: &str) -> Option<(&'static str, Option<&'static str>)> {
    Some(match family {
        "ShortFontSpaceGrotesk" => (
            "Space Grotesk",
            Some(include_str!("fonts/space-grotesk.svg")),
        ),
        "ShortFontMontserrat" => ("Montserrat", Some(include_str!("fonts/montserrat.svg"))),
        "ShortFontImpact" => ("Impact", None),
        "ShortFontAnton" => ("Anton", Some(include_str!("fonts/anton.svg"))),
        "ShortFontBebasNeue" => ("Bebas Neue", Some(include_str!("fonts/bebas-neue.svg"))),
        "ShortFontOswald" => ("Oswald", Some(include_str!("fonts/oswald.svg"))),
        "ShortFontPoppins" => ("Poppins", Some(include_str!("fonts/poppins.svg"))),
        "ShortFontInter" => ("Inter", Some(include_str!("fonts/inter.svg"))),
        "ShortFontTikTokSans" => ("TikTok Sans", Some(include_str!("fonts/tiktok-sans.svg"))),
        "ShortFontBangers" => ("Bangers", Some(include_str!("fonts/bangers.svg"))),
        "ShortFontTheBold" => ("The Bold", None),
        "ShortFontLato" => ("Lato", Some(include_str!("fonts/lato.svg"))),
        "ShortFontArchivoBlack" => (
            "Archivo Black",
            Some(include_str!("fonts/archivo-black.svg")),
        ),
        "ShortFontDMSerif" => ("DM Serif", Some(include_str!("fonts/dm-serif.svg"))),
        "ShortFontPermanentMarker" => (
            "Permanent Marker",
            Some(include_str!("fonts/permanent-marker.svg")),
        ),
        _ => return None,
    })
}

/// A font's own name. Names of fonts are the same in every language.
pub fn font_name(family: &str) -> String {
    match known(family) {
        Some((name, _)) => name.to_owned(),
        None => family.trim_start_matches("ShortFont").to_owned(),
    }
}

/// Three letters in the font; its name in a bold, narrow face where there is no sample.
pub fn font_sample(family: &str) -> AnyView {
    match known(family) {
        Some((_, Some(drawing))) => {
            view! { <span class="font-sample" inner_html=drawing></span> }.into_any()
        }
        _ => {
            let name = font_name(family);
            view! { <span class="font-sample font-by-name">{name}</span> }.into_any()
        }
    }
}

#[cfg(test)]
mod tests {
    use contract::choices::SHORT_FONT_FAMILIES;

    use super::*;

    #[test]
    fn every_font_of_the_contract_has_a_name_and_all_but_two_a_sample() {
        let without: Vec<&str> = SHORT_FONT_FAMILIES
            .iter()
            .copied()
            .filter(|family| {
                let (_, sample) = known(family).expect("known");
                sample.is_none()
            })
            .collect();
        assert_eq!(without, ["ShortFontImpact", "ShortFontTheBold"]);
        assert_eq!(font_name("ShortFontNewsreader"), "Newsreader");
    }
}
