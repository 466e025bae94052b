//! The contract's rules for products and their images, checked before anything leaves.

use std::net::{Ipv4Addr, Ipv6Addr};

use contract::{
    Code, FileKind, IMAGES_PER_PRODUCT, ImageSource, NewImage, NewProduct, ProductImageView,
    Refusal,
};
use url::{Host, Url};

use crate::files::{ChosenFile, Files, gone};

/// What a decoder leaves where it could not read.
const REPLACEMENT: char = '\u{FFFD}';

/// Checks what is written of a product itself.
///
/// # Errors
/// [`Code::ProductNameMissing`], [`Code::ProductDescriptionMissing`], [`Code::TextDamaged`].
pub(super) fn check_words(product: &NewProduct) -> Result<(), Refusal> {
    if product.name.trim().is_empty() {
        return Err(Code::ProductNameMissing.into());
    }
    if product.description.trim().is_empty() {
        return Err(Code::ProductDescriptionMissing.into());
    }
    whole("name", &product.name)?;
    whole("description", &product.description)?;
    whole("target_audience", &product.target_audience)
}

/// Checks images that are to be added to those that a product has.
///
/// # Errors
/// [`Code::TooManyImages`], and what is wrong with the first image that something is wrong with.
pub(super) fn check_images(
    images: &[NewImage],
    existing: &[ProductImageView],
    files: &Files,
) -> Result<(), Refusal> {
    let over = (images.len() + existing.len()).saturating_sub(IMAGES_PER_PRODUCT);
    if over > 0 {
        // Below a few thousand: exact in a float.
        return Err(Refusal::new(Code::TooManyImages).with("over", over as f64));
    }
    let mut names: Vec<String> = existing.iter().map(|image| same(&image.name)).collect();
    for image in images {
        let label = label(image, files);
        let name = same(&image.name);
        if name.is_empty() {
            return Err(Refusal::new(Code::ImageNameMissing).with("file", label));
        }
        if names.contains(&name) {
            return Err(Refusal::new(Code::ImageNameTaken).with("name", image.name.trim()));
        }
        names.push(name);
        if is_reserved(&image.image_id) {
            return Err(Refusal::new(Code::ImageIdReserved).with("id", image.image_id.trim()));
        }
        for (field, text) in [
            ("name", &image.name),
            ("image_id", &image.image_id),
            ("description", &image.description),
            ("usage_context", &image.usage_context),
        ] {
            whole(field, text)?;
        }
        if let ImageSource::Url { url } = &image.source {
            whole("image_url", url)?;
        }
        check_source(&image.source, files)?;
    }
    Ok(())
}

/// What is the same for the service: trimmed, and without regard to case.
pub(super) fn same(name: &str) -> String {
    name.trim().to_lowercase()
}

/// What an image is called to the person until it has a name: its file's, or its address.
fn label(image: &NewImage, files: &Files) -> String {
    match &image.source {
        ImageSource::File { file_id } => files
            .get(file_id)
            .map_or_else(|| image.name.clone(), |file| file.view.name),
        ImageSource::Url { url } => url.clone(),
    }
}

/// `protagonist` and `supporting_a` to `supporting_z` are the service's own.
fn is_reserved(image_id: &str) -> bool {
    let id = same(image_id);
    let supporting = id
        .strip_prefix("supporting_")
        .is_some_and(|letter| matches!(letter.as_bytes(), [b'a'..=b'z']));
    id == "protagonist" || supporting
}

fn check_source(source: &ImageSource, files: &Files) -> Result<(), Refusal> {
    match source {
        ImageSource::File { file_id } => {
            let file = files.get(file_id).ok_or_else(|| gone(""))?;
            check_file(&file)
        }
        ImageSource::Url { url } if is_public(url) => Ok(()),
        ImageSource::Url { .. } => Err(Code::ImageUrlNotPublic.into()),
    }
}

/// A chosen file as an image of a product, by what was found in it when it was chosen.
fn check_file(file: &ChosenFile) -> Result<(), Refusal> {
    match (file.view.kind, &file.view.refusal) {
        (FileKind::Image, None) => Ok(()),
        (FileKind::Image, Some(refusal)) => Err(refusal.clone()),
        (_, Some(refusal)) if refusal.code == Code::FileGone => Err(refusal.clone()),
        _ => Err(Refusal::new(Code::ImageKindUnknown).with("file", file.view.name.as_str())),
    }
}

fn whole(field: &str, text: &str) -> Result<(), Refusal> {
    if text.contains(REPLACEMENT) {
        return Err(Refusal::new(Code::TextDamaged).with("field", field));
    }
    Ok(())
}

/// Whether an address is one that the service can be asked to fetch: http(s), without a login, at a
/// host that is not of this machine or a private network.
fn is_public(address: &str) -> bool {
    let Ok(url) = Url::parse(address.trim()) else {
        return false;
    };
    let plain = matches!(url.scheme(), "http" | "https")
        && url.username().is_empty()
        && url.password().is_none();
    let public = match url.host() {
        Some(Host::Domain(name)) => is_public_name(name.trim_end_matches('.')),
        Some(Host::Ipv4(address)) => is_public_v4(address),
        Some(Host::Ipv6(address)) => is_public_v6(address),
        None => false,
    };
    plain && public
}

/// Names that lead nowhere from the outside (RFC 6761, RFC 8375, and what routers use).
fn is_public_name(name: &str) -> bool {
    let inner = [
        "localhost",
        "local",
        "internal",
        "lan",
        "home",
        "intranet",
        "test",
        "invalid",
        "arpa",
    ];
    match name.rsplit_once('.') {
        Some((_, last)) => !inner.contains(&last),
        None => false,
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let [first, second, ..] = address.octets();
    let shared = first == 100 && (64..128).contains(&second);
    !(address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_multicast()
        || address.is_documentation()
        || first == 0
        || first >= 240
        || shared)
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    let first = address.segments()[0];
    match address.to_ipv4() {
        Some(inner) if first == 0 => is_public_v4(inner),
        // Global unicast, which leaves out the private, the local and the multicast ones.
        _ => first & 0xe000 == 0x2000,
    }
}

#[cfg(test)]
mod tests {
    use contract::{Arg, ContentPolicy, FileId, ProductImageId};

    use super::*;

    fn image(name: &str) -> NewImage {
        NewImage {
            source: ImageSource::Url {
                url: "https://example.com/a.png".to_owned(),
            },
            name: name.to_owned(),
            image_id: String::new(),
            description: String::new(),
            usage_context: String::new(),
            content_policy: ContentPolicy::Locked,
        }
    }

    fn has(name: &str) -> ProductImageView {
        ProductImageView {
            image_id: ProductImageId("i".to_owned()),
            name: name.to_owned(),
            description: String::new(),
            usage_context: String::new(),
            content_policy: ContentPolicy::Locked,
            caption_pending: false,
        }
    }

    fn refused(images: &[NewImage], existing: &[ProductImageView]) -> Option<Code> {
        let checked = check_images(images, existing, &Files::default());
        checked.err().map(|refusal| refusal.code)
    }

    #[test]
    fn a_product_has_a_name_and_a_description() {
        let product = |name: &str, description: &str| NewProduct {
            name: name.to_owned(),
            description: description.to_owned(),
            ..NewProduct::default()
        };
        let code = |product: NewProduct| check_words(&product).err().map(|refusal| refusal.code);
        assert_eq!(code(product("Scanner", "Reads labels")), None);
        assert_eq!(
            code(product(" ", "Reads labels")),
            Some(Code::ProductNameMissing)
        );
        assert_eq!(
            code(product("Scanner", "\n")),
            Some(Code::ProductDescriptionMissing)
        );
        assert_eq!(
            code(product("Sc\u{FFFD}nner", "Reads")),
            Some(Code::TextDamaged)
        );
    }

    #[test]
    fn eight_images_with_those_that_are_there() {
        let images: Vec<NewImage> = (0..6).map(|n| image(&n.to_string())).collect();
        assert_eq!(refused(&images, &[has("a"), has("b")]), None);
        let over = check_images(
            &images,
            &[has("a"), has("b"), has("c"), has("d")],
            &Files::default(),
        );
        let refusal = over.expect_err("too many");
        assert_eq!(refusal.code, Code::TooManyImages);
        assert_eq!(refusal.args.get("over"), Some(&Arg::from(2.0)));
    }

    #[test]
    fn names_are_there_and_differ_whatever_their_case() {
        assert_eq!(refused(&[image("  ")], &[]), Some(Code::ImageNameMissing));
        let twice = [image("Scan screen"), image(" scan SCREEN ")];
        assert_eq!(refused(&twice, &[]), Some(Code::ImageNameTaken));
        assert_eq!(
            refused(&[image("LABEL")], &[has("label ")]),
            Some(Code::ImageNameTaken)
        );
        assert_eq!(
            refused(&[image("ÉTIQUETTE")], &[has("étiquette")]),
            Some(Code::ImageNameTaken)
        );
        assert_eq!(
            refused(&[image("a")], &[has(""), has("")]),
            None,
            "unnamed ones are no matter"
        );
    }

    #[test]
    fn the_services_own_ids_are_refused() {
        let with = |id: &str| {
            let image = NewImage {
                image_id: id.to_owned(),
                ..image("a")
            };
            refused(&[image], &[])
        };
        for id in [
            "protagonist",
            " Protagonist ",
            "supporting_a",
            "SUPPORTING_Z",
        ] {
            assert_eq!(with(id), Some(Code::ImageIdReserved), "{id}");
        }
        for id in ["", "protagonist_2", "supporting_", "supporting_ab", "label"] {
            assert_eq!(with(id), None, "{id}");
        }
    }

    #[test]
    fn only_a_public_address_is_fetched() {
        for good in [
            "https://example.com/a.png",
            "http://cdn.example.co.uk:8080/a?b",
            "https://8.8.8.8/a",
            "https://[2606:4700::1]/a",
        ] {
            assert!(is_public(good), "{good}");
        }
        for bad in [
            "",
            "example.com/a.png",
            "ftp://example.com/a.png",
            "data:image/png;base64,AA==",
            "file:///etc/passwd",
            "https://me:pw@example.com/a",
            "https://localhost/a",
            "https://printer/a",
            "https://nas.local/a",
            "https://router.lan./a",
            "http://127.0.0.1/a",
            "http://10.0.0.1/a",
            "http://192.168.1.1/a",
            "http://169.254.169.254/latest",
            "http://100.64.0.1/a",
            "http://0.0.0.0/a",
            "http://2130706433/a",
            "http://[::1]/a",
            "http://[fe80::1]/a",
            "http://[fd00::1]/a",
            "http://[::ffff:127.0.0.1]/a",
        ] {
            assert!(!is_public(bad), "{bad}");
        }
    }

    #[test]
    fn a_file_that_nobody_chose_is_gone() {
        let image = NewImage {
            source: ImageSource::File {
                file_id: FileId("made up".to_owned()),
            },
            ..image("a")
        };
        assert_eq!(refused(&[image], &[]), Some(Code::FileGone));
    }
}
