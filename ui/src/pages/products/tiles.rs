//! Products as pictures with their names.

use contract::{Media, ProductView};
use leptos::prelude::*;
use words::Words;

use crate::app::{Page, say, store, t};
use crate::components::{Glyph, Picture};
use crate::pages::wording::{args, figure};

/// Tiles that are drawn before the person scrolls, and again each time the end comes near.
const STEP: usize = 48;

/// The products whose name, description or audience holds every word that is looked for.
pub fn matching(products: &[ProductView], search: &str) -> Vec<ProductView> {
    let wanted: Vec<String> = search.split_whitespace().map(str::to_lowercase).collect();
    let holds = |product: &&ProductView| {
        let text = format!(
            "{}\n{}\n{}",
            product.name, product.description, product.target_audience
        )
        .to_lowercase();
        wanted.iter().all(|word| text.contains(word))
    };
    products.iter().filter(holds).cloned().collect()
}

/// "3 images", or that there are none.
pub fn product_facts(words: &Words, product: &ProductView) -> String {
    match product.images.len() {
        0 => words.say("product-no-images"),
        n => words.say_with("product-image-total", &args([("count", figure(n).into())])),
    }
}

/// The picture that stands for a product: its first image.
pub fn product_media(product: &ProductView) -> Option<Media> {
    let image = product.images.first()?;
    Some(Media::ProductImage(
        product.product_id.clone(),
        image.image_id.clone(),
    ))
}

/// The list. What lies far below is drawn as the person comes near.
#[component]
pub fn Tiles(
    /// The products to show.
    shown: Memo<Vec<ProductView>>,
) -> impl IntoView {
    let drawn = RwSignal::new(STEP);
    let rest = Memo::new(move |_| shown.with(Vec::len).saturating_sub(drawn.get()));
    view! {
        <ul class="product-tiles" aria-label=move || t("page-products") data-test="products">
            <For
                each=move || shown.with(|all| all.iter().take(drawn.get()).cloned().collect::<Vec<_>>())
                key=|product| (product.product_id.clone(), product.name.clone(), product.images.len())
                let:product
            >
                <Tile product/>
            </For>
        </ul>
        <Show when=move || { rest.get() > 0 }>
            <p class="products-more">
                <button
                    type="button"
                    class="button"
                    data-test="products-more"
                    on:click=move |_| drawn.update(|drawn| *drawn += STEP)
                >
                    {move || crate::app::t_with(
                        "products-more",
                        &args([("count", figure(rest.get()).into())]),
                    )}
                </button>
            </p>
        </Show>
    }
}

#[component]
fn Tile(
    /// Which.
    product: ProductView,
) -> impl IntoView {
    let store = store();
    let id = product.product_id.clone();
    let media = product_media(&product);
    let name = product.name.clone();
    let title = name.clone();
    view! {
        <li>
            <button
                type="button"
                class="product-tile"
                data-test=format!("product-tile-{id}")
                title=title
                on:click=move |_| store.page.set(Page::Product(id.clone()))
            >
                <span class="product-picture">
                    <Picture media=Signal::derive(move || media.clone()) glyph=Glyph::Product/>
                </span>
                <span class="product-tile-name">{name}</span>
                <span class="muted small">{move || product_facts(&say(), &product)}</span>
            </button>
        </li>
    }
}

#[cfg(test)]
mod tests {
    use contract::ProductId;

    use super::*;

    fn product(name: &str, description: &str) -> ProductView {
        ProductView {
            product_id: ProductId::from(name),
            name: name.to_owned(),
            description: description.to_owned(),
            target_audience: String::new(),
            images: Vec::new(),
        }
    }

    #[test]
    fn each_word_that_is_looked_for_has_to_be_there_in_any_order_and_case() {
        let all = [
            product("Oat Shot", "Froth in one shake"),
            product("Scan", "Reads labels"),
        ];
        let names = |search: &str| -> Vec<String> {
            matching(&all, search).into_iter().map(|p| p.name).collect()
        };
        assert_eq!(names("froth OAT"), ["Oat Shot"]);
        assert_eq!(names(""), ["Oat Shot", "Scan"]);
        assert!(names("oat labels").is_empty());
    }
}
