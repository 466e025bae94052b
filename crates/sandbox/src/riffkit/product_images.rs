//! `POST /api/products/{product_id}/images`: one image more.
//!
//! The service reads the product when the request comes and writes it back whole when the request
//! is done (contract: "the backend does read-modify-write per product, and parallel uploads race
//! and drop images"). So does this: of two uploads at once the later answer wins, and the other's
//! image is gone.

use std::{collections::HashSet, sync::Arc, time::Duration};

use axum::{
    Json,
    extract::{ConnectInfo, FromRequest, Multipart, Request, State},
    response::{IntoResponse, Response},
};

use super::{
    auth,
    document::{BadRequest, Broken, NotFound, TooLarge, Unauthenticated},
    id::Id,
    image_form::{self, ImageFile, ImageForm, ImageParts},
    problem::Problem,
    products::{self, ProductOut},
};
use crate::{
    connection::Line,
    faults::Fault,
    lingering::read_on,
    service::Service,
    state::{ContentPolicy, ImagePlace, Product, ProductImage, new_id},
};

/// Images of a product (contract: at most 8).
const MOST: usize = 8;
/// A body that is refused unread is read on for this many bytes.
const READ_ON: u64 = 64 * 1024 * 1024;
/// Letters of an id that is derived from a name.
const LONGEST_ID: usize = 64;
/// What it takes to put an image away, so that uploads at the same time really meet.
const STORING: Duration = Duration::from_millis(20);

/// Adds an image to a product. Gives the whole product.
#[utoipa::path(
    post,
    path = "/api/products/{product_id}/images",
    security(("session" = [])),
    params(("product_id" = String, Path)),
    request_body(content = ImageParts, content_type = "multipart/form-data"),
    responses(
        (status = 200, body = ProductOut),
        BadRequest,
        Unauthenticated,
        NotFound,
        TooLarge,
        Broken
    )
)]
pub(crate) async fn add(
    State(service): State<Arc<Service>>,
    ConnectInfo(line): ConnectInfo<Line>,
    Id(product_id): Id,
    request: Request,
) -> Response {
    let product = match open(&service, &request, &product_id) {
        Ok(product) => product,
        Err(problem) => {
            read_on(request.into_body(), READ_ON).await;
            return problem.into_response();
        }
    };
    let under_way = service.uploads.begin(&product_id);
    let added = receive(&service, request, product).await;
    drop(under_way);
    if added.is_ok() && service.faults.strikes(&Fault::LoseImageAnswer) {
        line.cut();
    }
    match added {
        Ok(product) => Json(products::view(&product, service.now())).into_response(),
        Err(problem) => problem.into_response(),
    }
}

/// Reads the product, before anything of the body.
fn open(service: &Service, request: &Request, product_id: &str) -> Result<Product, Problem> {
    auth::check(service, request.headers())?;
    let product = service
        .store
        .read(|records| records.product(product_id).cloned());
    let product = product.ok_or_else(|| Problem::not_found("Product"))?;
    let next = product.images.len() as u64 + 1;
    let is_meant = |fault: &Fault| (*fault == Fault::ProductImage500(next)).then_some(());
    if service.faults.take(is_meant).is_some() {
        return Err(Problem::broken());
    }
    Ok(product)
}

async fn receive(
    service: &Service,
    request: Request,
    mut product: Product,
) -> Result<Product, Problem> {
    let multipart = Multipart::from_request(request, &())
        .await
        .map_err(|_| Problem::bad("The body must be multipart/form-data"))?;
    let form = image_form::read(service, multipart).await?;
    let image = image(service, &product, &form)?;
    if let (ImagePlace::Kept { file }, Some(upload)) = (&image.place, form.file) {
        let lasting = service.folders.pictures().join(file);
        upload.path.persist(lasting).map_err(|error| {
            tracing::error!(%error, "an image could not be kept");
            Problem::broken()
        })?;
    }
    product.images.push(image);
    tokio::time::sleep(STORING).await;
    // The whole product, as it was read at the beginning: this is where a parallel upload loses.
    service.change(|records, _| {
        let mut products = records.products.iter_mut();
        if let Some(stored) = products.find(|stored| stored.id == product.id) {
            *stored = product.clone();
        }
    })?;
    Ok(product)
}

/// The new image, if all rules allow it.
fn image(service: &Service, product: &Product, form: &ImageForm) -> Result<ProductImage, Problem> {
    let place = match (&form.file, &form.image_url) {
        (Some(file), None) => ImagePlace::Kept {
            file: format!("product-{}.{}", new_id(), file.kind.extension()),
        },
        (None, Some(url)) => ImagePlace::Linked { url: url.clone() },
        _ => return Err(Problem::bad("Provide exactly one of file and image_url")),
    };
    if product.images.len() >= MOST {
        return Err(Problem::bad(format!("A product has at most {MOST} images")));
    }
    let name = form.name.trim();
    if name.is_empty() {
        return Err(Problem::bad("name is required"));
    }
    let mut others = product.images.iter();
    if others.any(|other| other.name.trim().to_lowercase() == name.to_lowercase()) {
        return Err(Problem::bad(format!(
            "Another image of the product has the name {name}"
        )));
    }
    let description = form.description.trim();
    let is_captioned = description.is_empty();
    Ok(ProductImage {
        id: image_id(product, form)?,
        name: name.to_owned(),
        description: if is_captioned {
            format!("An image named “{name}” (captioned by the sandbox)")
        } else {
            description.to_owned()
        },
        captioned: is_captioned.then(|| service.now() + service.schedule.caption_ms),
        usage_context: form.usage_context.trim().to_owned(),
        content_policy: match form.content_policy.trim() {
            "" | "locked" => ContentPolicy::Locked,
            "mutable" => ContentPolicy::Mutable,
            _ => return Err(Problem::bad("content_policy must be locked or mutable")),
        },
        place,
    })
}

/// The id that was asked for, or one from the file's name or the address.
fn image_id(product: &Product, form: &ImageForm) -> Result<String, Problem> {
    let taken: HashSet<&str> = product
        .images
        .iter()
        .map(|image| image.id.as_str())
        .collect();
    let asked = form.image_id.trim();
    if !asked.is_empty() {
        if is_reserved(asked) {
            return Err(Problem::bad(format!("image_id {asked} is reserved")));
        }
        if taken.contains(asked) {
            return Err(Problem::bad(format!(
                "Another image of the product has the id {asked}"
            )));
        }
        return Ok(asked.to_owned());
    }
    let derived = derived(form);
    let numbered = (2..).map(|number| format!("{derived}_{number}"));
    std::iter::once(derived.clone())
        .chain(numbered)
        .find(|id| !taken.contains(id.as_str()) && !is_reserved(id))
        .ok_or_else(Problem::broken)
}

/// A file's name without its extension, in plain letters.
fn derived(form: &ImageForm) -> String {
    let file_name = form
        .file
        .as_ref()
        .and_then(|ImageFile { name, .. }| name.as_deref());
    let name = match (file_name, &form.image_url) {
        (Some(name), _) => name,
        (None, Some(url)) => url.split(['?', '#']).next().unwrap_or_default(),
        (None, None) => "",
    };
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = last.rsplit_once('.').map_or(last, |(stem, _)| stem);
    let plain: String = stem
        .to_lowercase()
        .chars()
        .map(|letter| {
            if letter.is_ascii_alphanumeric() {
                letter
            } else {
                '_'
            }
        })
        .take(LONGEST_ID)
        .collect();
    match plain.trim_matches('_') {
        "" => "image".to_owned(),
        plain => plain.to_owned(),
    }
}

/// `protagonist`, and `supporting_a` to `supporting_z`.
fn is_reserved(id: &str) -> bool {
    let id = id.to_ascii_lowercase();
    let supporting = id.strip_prefix("supporting_");
    id == "protagonist"
        || supporting.is_some_and(|letter| {
            letter.len() == 1 && letter.bytes().all(|letter| letter.is_ascii_lowercase())
        })
}
