//! Images on their way to a project.

use std::path::Path;

use contract::{Event, FileId, HubEvent, ImageRole, ProjectKey, ProjectView};

use super::free;
use crate::front::Front;
use crate::progress::Progress;
use crate::run::Run;
use crate::stop::Stop;

/// An image of the command line that was found to be there.
#[derive(Debug)]
pub struct Picture {
    role: ImageRole,
    file_id: FileId,
    description: String,
}

/// Looks for an image, before anything is sent.
///
/// # Errors
/// [`contract::Code::FileGone`].
pub async fn picture(
    front: &Front,
    role: ImageRole,
    path: Option<&Path>,
    description: &str,
) -> Result<Option<Picture>, Stop> {
    let Some(path) = path else { return Ok(None) };
    let file = free::file(front, path).await?;
    Ok(Some(Picture {
        role,
        file_id: file.file_id,
        description: description.to_owned(),
    }))
}

/// Sends an image and sets it. Ctrl+C ends it: the project is as it was.
///
/// # Errors
/// Those of the core.
pub async fn set(
    front: &Front,
    run: &Run,
    key: &ProjectKey,
    picture: &Picture,
) -> Result<ProjectView, Stop> {
    let mut events = front.listen();
    let mut progress = Progress::new(&run.output);
    let Picture {
        role,
        file_id,
        description,
    } = picture;
    let sending = front.studio.set_image(key, *role, file_id, description);
    let sending = free::step(run, sending);
    tokio::pin!(sending);
    loop {
        tokio::select! {
            done = &mut sending => return done,
            event = events.next() => {
                if let Event::Hub(event) = event
                    && let HubEvent::Image(image) = *event
                    && image.project == *key
                {
                    progress.image(&image);
                }
            }
        }
    }
}
