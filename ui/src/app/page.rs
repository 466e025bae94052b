//! Where the person is.

use contract::{AssetId, ProductId, TaskId, TemplateId};

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
}

impl Page {
    /// Whether this page lies under that entry of the rail.
    pub fn is_under(&self, entry: &Self) -> bool {
        match self {
            Self::Task(_) => *entry == Self::Queue,
            Self::Reel(_) => *entry == Self::Library,
            Self::Template(_) => *entry == Self::Templates,
            Self::Activity => *entry == Self::Settings,
            Self::Product(_) => *entry == Self::Products,
            page => page == entry,
        }
    }
}
