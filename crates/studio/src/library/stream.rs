//! A reel's bytes from the service, for a player that can't wait for the whole.

use bytes::Bytes;
use contract::{AssetId, Code, Refusal};
use futures_util::StreamExt as _;
use futures_util::stream::BoxStream;
use riffkit::{Portion, Streamed};

use crate::Studio;

/// Bytes of a reel as the service answers them, with what a player needs to know.
pub struct MediaStream {
    /// 200, or 206 for a part.
    pub status: u16,
    /// Media type.
    pub content_type: Option<String>,
    /// Bytes of the body.
    pub content_length: Option<u64>,
    /// `Content-Range` of a part.
    pub content_range: Option<String>,
    /// The bytes.
    pub body: BoxStream<'static, std::io::Result<Bytes>>,
}

impl From<Streamed> for MediaStream {
    fn from(streamed: Streamed) -> Self {
        Self {
            status: streamed.status,
            content_type: streamed.content_type,
            content_length: streamed.content_length,
            content_range: streamed.content_range,
            body: streamed
                .body
                .map(|piece| piece.map_err(|failure| std::io::Error::other(failure.to_string())))
                .boxed(),
        }
    }
}

impl Studio {
    /// Opens a reel at the service: its video, or the first slide of a carousel. `range` is a `Range`
    /// header's value, such as `bytes=0-`.
    ///
    /// # Errors
    /// [`Code::Unknown`] for a reel without a file; those of the read.
    pub async fn open_reel(
        &self,
        asset_id: &AssetId,
        range: Option<String>,
    ) -> Result<MediaStream, Refusal> {
        let reel = self.reel_record(asset_id).await?;
        match &reel.result {
            Some(result) => self.open_result(asset_id, result, range).await,
            None => self.open_file(reel.file_url, range).await,
        }
    }

    /// Opens the raw version of a reel at the service, before its post-processing. `range` as above.
    ///
    /// # Errors
    /// [`Code::Unknown`] for a reel without one; those of the read.
    pub async fn open_raw_reel(
        &self,
        asset_id: &AssetId,
        range: Option<String>,
    ) -> Result<MediaStream, Refusal> {
        let reel = self.reel_record(asset_id).await?;
        self.open_file(reel.raw_url, range).await
    }

    async fn open_file(
        &self,
        url: Option<String>,
        range: Option<String>,
    ) -> Result<MediaStream, Refusal> {
        let url = url.ok_or_else(|| Refusal::new(Code::Unknown))?;
        let portion = Portion {
            range,
            if_range: None,
        };
        let streamed = self
            .authorised(|session| async move { self.core.api.file(&session, &url, &portion).await })
            .await?;
        Ok(streamed.into())
    }
}
