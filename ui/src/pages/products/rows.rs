//! The images of a product that is being written down: pure, so that its rules can be tested.

use contract::{
    Code, ContentPolicy, FileKind, FileView, IMAGES_PER_PRODUCT, ImageSource, NewImage, Refusal,
};

/// One image of the form, with what was typed about it.
#[derive(Clone, Debug, PartialEq)]
pub struct ImageRow {
    /// Tells rows apart for as long as the form is there.
    pub number: u32,
    /// What is to be sent.
    pub image: NewImage,
    /// What to call its source: the file's name or the address.
    pub label: String,
    /// Why it can't be sent.
    pub refusal: Option<Refusal>,
}

impl ImageRow {
    /// A chosen file. One that is no image keeps its reason, so that the person sees which it is.
    pub fn of_file(number: u32, file: &FileView, taken: &[String]) -> Self {
        let refusal = file.refusal.clone().or_else(|| {
            (file.kind != FileKind::Image)
                .then(|| Refusal::new(Code::ImageKindUnknown).with("file", file.name.as_str()))
        });
        let source = ImageSource::File {
            file_id: file.file_id.clone(),
        };
        Self {
            number,
            image: blank(source, unused_name(&suggested_name(&file.name), taken)),
            label: file.name.clone(),
            refusal,
        }
    }

    /// An address.
    pub fn of_url(number: u32, url: &str, taken: &[String]) -> Self {
        let url = url.trim().to_owned();
        let path = url.split(['?', '#']).next().unwrap_or_default();
        let last = path
            .trim_end_matches('/')
            .rsplit('/')
            .next()
            .unwrap_or_default();
        let name = unused_name(&suggested_name(last), taken);
        Self {
            number,
            label: url.clone(),
            image: blank(ImageSource::Url { url }, name),
            refusal: None,
        }
    }

    /// An image that was staged before.
    pub fn of_image(number: u32, image: NewImage, files: &[FileView]) -> Self {
        let label = match &image.source {
            ImageSource::Url { url } => url.clone(),
            ImageSource::File { file_id } => files
                .iter()
                .find(|file| file.file_id == *file_id)
                .map_or_else(|| image.name.clone(), |file| file.name.clone()),
        };
        Self {
            number,
            image,
            label,
            refusal: None,
        }
    }
}

fn blank(source: ImageSource, name: String) -> NewImage {
    NewImage {
        source,
        name,
        image_id: String::new(),
        description: String::new(),
        usage_context: String::new(),
        content_policy: ContentPolicy::Locked,
    }
}

/// A name to begin with, out of a file's name: its words, without the ending.
pub fn suggested_name(file: &str) -> String {
    let stem = match file.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() && ending.len() <= 5 => stem,
        _ => file,
    };
    stem.split(|c: char| matches!(c, '_' | '-' | '+') || c.is_whitespace())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// The name, or with a number behind it where it is taken.
fn unused_name(name: &str, taken: &[String]) -> String {
    if name.is_empty() || !is_taken(name, taken) {
        return name.to_owned();
    }
    (2..)
        .map(|n| format!("{name} {n}"))
        .find(|name| !is_taken(name, taken))
        .unwrap_or_default()
}

/// Whether a name is among these as the service compares them: without blanks around, without case.
pub fn is_taken(name: &str, names: &[String]) -> bool {
    let name = name.trim().to_lowercase();
    names
        .iter()
        .any(|other| other.trim().to_lowercase() == name)
}

/// What the form knows to be wrong with its images before anybody is asked: a file that can't be
/// sent, more than fit beside those that the product has, a name that one of those has.
pub fn first_fault(rows: &[ImageRow], existing: &[String]) -> Option<Refusal> {
    if let Some(refusal) = rows.iter().find_map(|row| row.refusal.clone()) {
        return Some(refusal);
    }
    let over = (rows.len() + existing.len()).saturating_sub(IMAGES_PER_PRODUCT);
    if over > 0 {
        #[expect(clippy::cast_precision_loss, reason = "a handful of images")]
        return Some(Refusal::new(Code::TooManyImages).with("over", over as f64));
    }
    rows.iter()
        .find(|row| is_taken(&row.image.name, existing))
        .map(|row| Refusal::new(Code::ImageNameTaken).with("name", row.image.name.trim()))
}

/// Whether a row's name can't stay so: missing, or another's too.
pub fn name_is_faulty(number: u32, rows: &[ImageRow], existing: &[String]) -> bool {
    let Some(row) = rows.iter().find(|row| row.number == number) else {
        return false;
    };
    let others: Vec<String> = rows
        .iter()
        .filter(|other| other.number != number)
        .map(|other| other.image.name.clone())
        .chain(existing.iter().cloned())
        .collect();
    row.image.name.trim().is_empty() || is_taken(&row.image.name, &others)
}

/// How many more images fit.
pub fn room(rows: &[ImageRow], existing: usize) -> usize {
    IMAGES_PER_PRODUCT.saturating_sub(rows.len() + existing)
}

#[cfg(test)]
mod tests {
    use contract::FileId;

    use super::*;

    fn file(name: &str, kind: FileKind) -> FileView {
        FileView {
            file_id: FileId::from(name),
            name: name.to_owned(),
            size_bytes: 1,
            kind,
            width: None,
            height: None,
            refusal: None,
        }
    }

    fn row(number: u32, name: &str) -> ImageRow {
        let mut row = ImageRow::of_file(number, &file("a.png", FileKind::Image), &[]);
        row.image.name = name.to_owned();
        row
    }

    #[test]
    fn a_name_is_suggested_from_the_file_and_never_one_that_is_taken() {
        assert_eq!(suggested_name("bottle_front-01.JPG"), "bottle front 01");
        assert_eq!(suggested_name(".hidden"), ".hidden");
        assert_eq!(suggested_name("v1.2 final"), "v1.2 final");
        let taken = ["Bottle Front ".to_owned(), "bottle front 2".to_owned()];
        let made = ImageRow::of_file(1, &file("bottle-front.png", FileKind::Image), &taken);
        assert_eq!(made.image.name, "bottle front 3");
    }

    #[test]
    fn an_address_is_named_by_its_last_part() {
        let made = ImageRow::of_url(1, " https://cdn.example.com/p/label_back.webp?w=2 ", &[]);
        assert_eq!(made.image.name, "label back");
        assert_eq!(made.label, "https://cdn.example.com/p/label_back.webp?w=2");
    }

    #[test]
    fn a_video_among_the_images_says_why_it_can_not_be_one() {
        let made = ImageRow::of_file(1, &file("clip.mov", FileKind::Video), &[]);
        let fault = first_fault(&[made], &[]).expect("refused");
        assert_eq!(fault.code, Code::ImageKindUnknown);
    }

    #[test]
    fn names_are_compared_as_the_service_does() {
        let rows = [row(1, "Front"), row(2, " front "), row(3, "")];
        assert!(name_is_faulty(1, &rows, &[]));
        assert!(name_is_faulty(2, &rows, &[]));
        assert!(name_is_faulty(3, &rows, &[]), "a name is needed");
        let alone = [row(1, "Front")];
        assert!(!name_is_faulty(1, &alone, &[]));
        assert!(name_is_faulty(1, &alone, &["FRONT".to_owned()]));
    }

    #[test]
    fn the_images_that_a_product_has_count_too() {
        let rows = [row(1, "a"), row(2, "b")];
        let existing: Vec<String> = (0..7).map(|n| format!("old {n}")).collect();
        let fault = first_fault(&rows, &existing).expect("too many");
        assert_eq!(fault.code, Code::TooManyImages);
        assert_eq!(room(&rows, existing.len()), 0);
        assert_eq!(room(&rows, 1), 5);
        assert_eq!(first_fault(&rows, &existing[..6]), None);
    }
}
