//! What all the handlers share.

use std::{sync::Arc, time::Duration};

use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;
use url::Url;

use super::{
    credits, darkroom, editor,
    envelope::Envelope,
    idempotency::UnderWay,
    moment::zoned,
    rate::Rates,
    records::{HubRecords, HubStore},
    shorts, sliders, uploads,
};
use crate::{
    clock::Clock, faults::Faults, moment::Millis, objects::Objects, render::Renderer,
    service::Folders, setup::Pace, state::StoreError, traffic::Traffic,
};

/// How long an answer waits for a rendering that is late (the task's time is over).
const RENDER_PATIENCE: Duration = Duration::from_secs(5);

/// What all the handlers of Hubfluencer and of its object storage share.
pub(crate) struct HubService {
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) faults: Faults,
    /// How long a generation takes, from its order to its end, in milliseconds.
    pub(crate) pace_ms: Millis,
    /// AI assists of a day (contract: 20).
    pub(crate) assists_per_day: u32,
    pub(crate) store: HubStore,
    pub(crate) folders: Folders,
    pub(crate) traffic: Traffic,
    pub(crate) rates: Rates,
    pub(crate) under_way: Arc<UnderWay>,
    /// Runs work in the background; shared with the other service.
    pub(crate) renderer: Arc<Renderer>,
    /// Where the files are; another origin.
    pub(crate) objects: Arc<Objects>,
    /// Bytes of video that an account may keep.
    pub(crate) upload_quota: u64,
    /// Length of the parts of a multipart upload, in bytes.
    pub(crate) part_size: u64,
    /// Base address of the API.
    pub(crate) base: Url,
    pub(crate) closing: CancellationToken,
    /// Told of each change of the records.
    pub(crate) changed: Notify,
}

/// What a change of the records needs beside them.
pub(crate) struct Course<'a> {
    pub(crate) now: Millis,
    /// How long a generation takes, from its order to its end, in milliseconds.
    pub(crate) pace_ms: Millis,
    pub(crate) assists_per_day: u32,
    pub(crate) faults: &'a Faults,
}

impl Course<'_> {
    /// So many hundredths of a generation's time, in milliseconds.
    pub(crate) fn part(&self, hundredths: Millis) -> Millis {
        self.pace_ms * hundredths / 100
    }
}

/// A pace's whole time in milliseconds.
pub(crate) fn pace_ms(pace: Pace) -> Millis {
    // Room for the multiplication by hundredths.
    Millis::try_from(pace.whole().as_millis()).unwrap_or(Millis::MAX / 1000)
}

impl HubService {
    /// The moment it is now.
    pub(crate) fn now(&self) -> Millis {
        self.clock.now().as_millisecond()
    }

    /// A success in its envelope.
    pub(crate) fn data<T>(&self, data: T) -> Envelope<T> {
        Envelope::at(zoned(self.now()), data)
    }

    /// Changes the records.
    ///
    /// # Errors
    /// Where they can't be written.
    pub(crate) fn change<T>(
        &self,
        change: impl FnOnce(&mut HubRecords, &Course<'_>) -> T,
    ) -> Result<T, StoreError> {
        let course = Course {
            now: self.now(),
            pace_ms: self.pace_ms,
            assists_per_day: self.assists_per_day,
            faults: &self.faults,
        };
        let changed = self.store.change(|records| change(records, &course));
        self.changed.notify_waiters();
        changed
    }

    /// Looks at the records.
    pub(crate) fn read<T>(&self, look: impl FnOnce(&HubRecords) -> T) -> T {
        self.store.read(look)
    }

    /// Brings the records up to date, waiting a little for a rendering that is late, so that what
    /// a client sees follows from the clock and not from how fast this computer renders.
    ///
    /// # Errors
    /// Where the records can't be written.
    pub(crate) async fn settle(&self) -> Result<(), StoreError> {
        let patience = tokio::time::sleep(RENDER_PATIENCE);
        tokio::pin!(patience);
        loop {
            // Made before the look, so that a rendering that ends right after it isn't missed.
            let finished = self.renderer.finished();
            if !self.change(advance)? {
                return Ok(());
            }
            tokio::select! {
                () = self.closing.cancelled() => return Ok(()),
                () = finished => {}
                () = &mut patience => return Ok(()),
            }
        }
    }

    /// Takes up again what a stopped process had left unrendered.
    pub(crate) fn resume(self: &Arc<Self>) {
        sliders::resume(self);
        uploads::resume(self);
        darkroom::open(self);
    }

    /// Credits that are left.
    pub(crate) fn balance(&self) -> i64 {
        self.read(credits::available)
    }
}

/// Replays everything that fell due until now. True where an end is overdue only because its file
/// isn't rendered yet.
pub(crate) fn advance(records: &mut HubRecords, course: &Course<'_>) -> bool {
    // All of them, whatever the first says.
    let late = [
        sliders::advance(records, course),
        uploads::advance(records, course),
        shorts::advance(records, course),
        editor::advance(records, course),
    ];
    late.contains(&true)
}
