//! `reel products` and `reel product …`: what is placed in a riff.

use std::path::PathBuf;

use contract::{
    Args, ContentPolicy, Event, ImageSource, ImageWorkState, NewImage, NewProduct, ProductId,
    ProductView, ProductWorkId, ProductWorkView, Refusal, WorkState,
};
use words::Words;

use super::asking;
use crate::args;
use crate::exit::Exit;
use crate::front::Front;
use crate::layout::{self, paragraph};
use crate::run::Run;
use crate::stop::{OwnCode, Stop, Trace};

/// Lists the products with their images.
pub async fn list(run: &Run) -> Result<Exit, Stop> {
    asking::signed_in(run, async |front| {
        let document = front.studio.products_document();
        asking::printed(run, document, async || {
            let products = front.studio.products().await?;
            if products.is_empty() {
                run.output.say("cli-products-empty");
            }
            Ok(text(&run.output.words, &products))
        })
        .await
    })
    .await
}

/// Writes a product or an image, and prints the product as the service then has it.
pub async fn write(run: &Run, asked: args::Product) -> Result<Exit, Stop> {
    asking::winding_down(run, async |front| {
        let work_id = match asked {
            args::Product::Create(product) => created(front, product).await?,
            args::Product::AddImage(image) => added(front, image).await?,
        };
        let work = followed(front, run, &work_id).await?;
        let product_id = judged(work)?;
        let document = front.studio.product_document(&product_id);
        asking::printed(run, document, async || {
            let products = front.studio.products().await?;
            let written = products
                .into_iter()
                .filter(|product| product.product_id == product_id);
            Ok(text(&run.output.words, &written.collect::<Vec<_>>()))
        })
        .await
    })
    .await
}

async fn created(front: &Front, product: args::NewProduct) -> Result<ProductWorkId, Stop> {
    let mut images = Vec::with_capacity(product.image.len());
    for image in product.image {
        images.push(NewImage {
            source: source(front, &image.place).await?,
            name: image.name,
            image_id: String::new(),
            description: String::new(),
            usage_context: String::new(),
            content_policy: ContentPolicy::default(),
        });
    }
    let product = NewProduct {
        name: product.name,
        description: product.description,
        target_audience: product.audience,
        images,
    };
    Ok(front.studio.create_product(product).await?)
}

async fn added(front: &Front, image: args::AddImage) -> Result<ProductWorkId, Stop> {
    let product_id = asking::product(front, &image.product).await?.product_id;
    let image = NewImage {
        source: source(front, &image.image).await?,
        name: image.name,
        image_id: image.image_id,
        description: image.description,
        usage_context: image.usage_context,
        content_policy: if image.mutable {
            ContentPolicy::Mutable
        } else {
            ContentPolicy::Locked
        },
    };
    Ok(front
        .studio
        .add_product_images(&product_id, vec![image])
        .await?)
}

/// A public address, or a file that is looked at first.
async fn source(front: &Front, place: &str) -> Result<ImageSource, Stop> {
    if place.contains("://") {
        return Ok(ImageSource::Url {
            url: place.to_owned(),
        });
    }
    let file = super::references::chosen(front, PathBuf::from(place)).await?;
    Ok(ImageSource::File {
        file_id: file.file_id,
    })
}

/// Follows a writing to its end; Ctrl+C gives up what is left of it, and what is written stays.
async fn followed(
    front: &Front,
    run: &Run,
    work_id: &ProductWorkId,
) -> Result<ProductWorkView, Stop> {
    let mut events = front.listen();
    let mut done = 0;
    loop {
        tokio::select! {
            ended = front.studio.product_work_ended(work_id) => return Ok(ended?),
            event = events.next() => {
                if let Event::ProductWork(work) = event && work.work_id == *work_id {
                    done = told(run, &work, done);
                }
            }
            () = run.interrupt.pressed() => {
                let ended = async {
                    front.studio.cancel_product_work(work_id).await?;
                    Ok(front.studio.product_work_ended(work_id).await?)
                };
                let ended = run.wind_down(ended, "cli-left-product").await;
                return ended.map_err(|stop| left(front, work_id, stop));
            }
        }
    }
}

/// A line for each image that has come to be there since `told` of them were.
fn told(run: &Run, work: &ProductWorkView, told: usize) -> usize {
    let there: Vec<_> = work
        .images
        .iter()
        .filter(|image| image.state == ImageWorkState::Done)
        .collect();
    for image in there.iter().skip(told) {
        let args = Args::from([("name".to_owned(), image.name.as_str().into())]);
        run.output.say_with("cli-image-sent", &args);
    }
    there.len().max(told)
}

/// The product, once all is written; else why not, and what is there all the same.
fn judged(work: ProductWorkView) -> Result<ProductId, Stop> {
    let trace = trace(&work);
    let stop = match (work.state, work.product_id) {
        (WorkState::Done, Some(product_id)) => return Ok(product_id),
        (WorkState::Done, None) => Refusal::new(contract::Code::Unknown).into(),
        (WorkState::Failed { refusal }, _) => refusal.into(),
        (WorkState::Cancelled | WorkState::Paused | WorkState::Running, product_id) => {
            let key = match product_id {
                Some(_) => "cli-stopped-product",
                None => "cli-stopped-no-product",
            };
            Stop::own(Exit::NotConfirmed, OwnCode::Interrupted, key)
        }
    };
    Err(stop.about(trace))
}

/// What there is of a writing that nobody waits for any more.
fn left(front: &Front, work_id: &ProductWorkId, stop: Stop) -> Stop {
    let mut works = front.studio.product_works().into_iter();
    match works.find(|work| work.work_id == *work_id) {
        Some(work) => stop.about(trace(&work)),
        None => stop,
    }
}

/// The product, and those of its images that are not there.
fn trace(work: &ProductWorkView) -> Trace {
    let images = work.images.iter();
    let left = images.filter(|image| image.state != ImageWorkState::Done);
    Trace {
        product_id: work.product_id.clone(),
        images_left: left.map(|image| image.name.clone()).collect(),
        ..Trace::default()
    }
}

fn text(words: &Words, products: &[ProductView]) -> String {
    let blocks: Vec<_> = products.iter().map(|one| block(words, one)).collect();
    blocks.join("\n\n")
}

/// A product in full: its name, what it is, who it is for, and its images.
fn block(words: &Words, product: &ProductView) -> String {
    let mut lines = vec![
        layout::row(&[product.product_id.0.clone(), product.name.clone()]),
        paragraph(2, &product.description),
    ];
    if !product.target_audience.trim().is_empty() {
        let label = words.say("cli-product-audience");
        lines.push(paragraph(
            2,
            &format!("{label}: {}", product.target_audience),
        ));
    }
    for image in &product.images {
        let mut line = match image.name.trim() {
            "" => format!("· {}", words.say("cli-image-unnamed")),
            name => format!("· {name}"),
        };
        if image.caption_pending {
            line.push_str(&format!(" ({})", words.say("cli-image-pending")));
        } else if !image.description.trim().is_empty() {
            line.push_str(&format!(": {}", image.description));
        }
        lines.push(paragraph(2, &layout::plain(&line)));
    }
    lines.join("\n")
}
