//! Where the person is.

use contract::{AssetId, ProductId, ProjectKey, ProjectKind, TaskId, TemplateId};

/// The pages. There is no address bar, so no router: the page is a value.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Page {
    /// Choose a source, set it up, review and send it.
    Riff,
    /// What was ordered, and how it goes.
    Queue,
    /// One of the service's tasks.
    Task(TaskId),
    /// Finished reels.
    Library,
    /// One reel.
    Reel(AssetId),
    /// The service's templates.
    Templates,
    /// One template.
    Template(TemplateId),
    /// The service's characters.
    Characters,
    /// The service's products.
    Products,
    /// One product.
    Product(ProductId),
    /// What is left, what was used, the plan and the team.
    Usage,
    /// What the service did that its contract does not say.
    Activity,
    /// What can be set.
    Settings,
    /// Hubfluencer's shorts.
    Shorts,
    /// A short that is not at the service yet.
    NewShort,
    /// One short, by the service's name of it.
    Short(String),
    /// Hubfluencer's carousels.
    Carousels,
    /// A carousel that is not at the service yet.
    NewCarousel,
    /// One carousel, by the service's name of it.
    Carousel(String),
    /// Hubfluencer's ads.
    Editors,
    /// An ad that is not at the service yet.
    NewEditor,
    /// One ad, by the service's name of it.
    Editor(String),
    /// Hubfluencer's personal access tokens.
    Tokens,
}

impl Page {
    /// The page of a project.
    pub fn of_project(key: &ProjectKey) -> Self {
        let slug = key.slug.clone();
        match key.kind {
            ProjectKind::Short => Self::Short(slug),
            ProjectKind::Carousel => Self::Carousel(slug),
            ProjectKind::Editor => Self::Editor(slug),
        }
    }

    /// Whether this page lies under that entry of the rail.
    pub fn is_under(&self, entry: &Self) -> bool {
        match self {
            Self::Task(_) => *entry == Self::Queue,
            Self::Reel(_) => *entry == Self::Library,
            Self::Template(_) => *entry == Self::Templates,
            Self::Activity => *entry == Self::Settings,
            Self::Product(_) => *entry == Self::Products,
            Self::NewShort | Self::Short(_) => *entry == Self::Shorts,
            Self::NewCarousel | Self::Carousel(_) => *entry == Self::Carousels,
            Self::NewEditor | Self::Editor(_) => *entry == Self::Editors,
            Self::Tokens => *entry == Self::Settings,
            page => page == entry,
        }
    }
}
