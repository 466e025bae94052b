//! Hubfluencer's carousels: the list, a new one, and each one's own page.

mod desk;
mod drawings;
mod face;
mod form;
mod list;
mod look;
mod new;
mod page;
mod post;
mod restyle;
#[cfg(test)]
mod samples;
mod slides;
mod wording;

pub use self::drawings::ratio_class;
pub use self::list::Carousels;
pub use self::new::NewCarousel;
pub use self::page::Carousel;
pub use self::wording::carousel_title;
