//! The files behind the assets: which names there are, and where their bytes lie.

use std::path::PathBuf;

use crate::{
    service::Folders,
    sniff::Picture,
    state::{Material, MaterialKind, Records},
};

/// A file that is served.
pub(crate) struct Stored {
    pub(crate) path: PathBuf,
    pub(crate) content_type: &'static str,
    /// It is a finished reel's own video.
    pub(crate) is_reel: bool,
}

/// Finds a file by the name that links give it: `{id}.mp4` and `{id}.jpg` are a reel and its
/// picture, `{id}.sd.mp4` is the video from before the post-processing, `{id}.{extension}` is
/// reference material.
pub(crate) fn find(records: &Records, folders: &Folders, name: &str) -> Option<Stored> {
    let (id, extension) = name.split_once('.')?;
    if let Some(asset) = records.asset(id) {
        let is_past = records.past.asset(id).is_some();
        let video = || {
            if is_past {
                folders.sample()
            } else {
                folders.reel(id)
            }
        };
        return Some(match extension {
            "mp4" => Stored {
                path: video(),
                content_type: "video/mp4",
                is_reel: true,
            },
            // The sandbox keeps one video of each reel.
            "sd.mp4" if asset.has_raw => Stored {
                path: video(),
                content_type: "video/mp4",
                is_reel: false,
            },
            "jpg" => Stored {
                path: if is_past {
                    folders.sample_picture()
                } else {
                    folders.picture(id)
                },
                content_type: "image/jpeg",
                is_reel: false,
            },
            _ => return None,
        });
    }
    let material = records.material(id)?;
    (material.extension == extension).then(|| Stored {
        path: folders.material(material),
        content_type: content_type(material),
        is_reel: false,
    })
}

fn content_type(material: &Material) -> &'static str {
    match material.kind {
        MaterialKind::Image => {
            Picture::content_type(&material.extension).unwrap_or("application/octet-stream")
        }
        MaterialKind::Video => match material.extension.as_str() {
            "webm" => "video/webm",
            "mkv" => "video/x-matroska",
            _ => "video/mp4",
        },
    }
}
