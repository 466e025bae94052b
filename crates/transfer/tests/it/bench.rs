//! An engine to be tried out: who keeps its record, how much room it has, where its parts are.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;
use transfer::{
    Checkpoint, Control, Download, Engine, Fault, Ledger, Network, NotKept, Progress, Record,
    Settings, Throttle, Whole,
};
use wire::Failure;

use crate::clock::TestClock;
use crate::server::{Server, Web};

/// Keeps the record as a journal does, and can be the end of the program.
#[derive(Default)]
pub struct Book {
    pub record: Mutex<Option<Record>>,
    pub told: Mutex<Vec<Progress>>,
    /// Bytes at which somebody is to be told.
    pub mark: AtomicU64,
    pub reached: tokio::sync::Notify,
    pub forgotten: AtomicU32,
    /// Nothing more can be written into it.
    pub is_full: AtomicBool,
}

impl Book {
    /// Tells [`Book::reached`] once so many bytes are written.
    pub fn at(mark: u64) -> Arc<Self> {
        let book = Self::default();
        book.mark.store(mark, Ordering::SeqCst);
        Arc::new(book)
    }

    pub fn record(&self) -> Option<Record> {
        self.record.lock().unwrap().clone()
    }
}

impl Ledger for Book {
    fn keep(&self, record: Record) -> BoxFuture<'_, Result<(), NotKept>> {
        if self.is_full.load(Ordering::SeqCst) {
            return async { Err(NotKept) }.boxed();
        }
        *self.record.lock().unwrap() = Some(record);
        async { Ok(()) }.boxed()
    }

    fn forget(&self) -> BoxFuture<'_, ()> {
        *self.record.lock().unwrap() = None;
        self.forgotten.fetch_add(1, Ordering::SeqCst);
        async {}.boxed()
    }

    fn progress(&self, progress: Progress) {
        self.told.lock().unwrap().push(progress);
        let mark = self.mark.load(Ordering::SeqCst);
        if mark > 0 && progress.bytes >= mark {
            self.reached.notify_one();
        }
    }
}

/// A disk with as much room as the test says.
pub struct Room(pub AtomicU64);

impl transfer::Disk for Room {
    fn free_bytes(&self, _: &std::path::Path) -> std::io::Result<u64> {
        Ok(self.0.load(Ordering::SeqCst))
    }
}

/// An engine for small objects, its clock, and a folder for parts.
pub struct Bench {
    pub engine: Engine,
    pub clock: TestClock,
    pub room: Arc<Room>,
    pub folder: tempfile::TempDir,
}

impl Bench {
    pub fn new() -> Self {
        let clock = TestClock::new();
        let room = Arc::new(Room(AtomicU64::new(u64::MAX)));
        let settings = Settings {
            parallel_from: 512 * 1024,
            smallest_range: 64 * 1024,
            checkpoint: Checkpoint {
                soonest: Duration::ZERO,
                bytes: 1,
                latest: Duration::ZERO,
            },
            reserve: 0,
            ..Settings::default()
        };
        let engine = Engine {
            clock: clock.shared(),
            disk: Arc::<Room>::clone(&room),
            throttle: Throttle::unlimited(clock.shared()),
            network: Network::new(),
            settings,
        };
        Self {
            engine,
            clock,
            room,
            folder: tempfile::tempdir().unwrap(),
        }
    }

    pub fn part(&self) -> PathBuf {
        self.folder.path().join("x.mp4.part")
    }

    /// One run, with what the book has of the runs before it.
    pub async fn run(
        &self,
        source: &Arc<Web>,
        book: &Arc<Book>,
        control: &Control,
    ) -> Result<Whole, Fault<Failure>> {
        let job = Download {
            source: Arc::clone(source),
            ledger: Arc::clone(book),
            part: self.part(),
            record: book.record(),
            seed: 1,
        };
        self.clock.drive(self.engine.download(job, control)).await
    }

    /// What one run of an undisturbed person comes to, with what was asked for it.
    pub async fn once(&self, server: &Server) -> Result<Whole, Fault<Failure>> {
        self.run(&server.source(), &Arc::default(), &Control::new())
            .await
    }

    pub fn written(&self) -> Vec<u8> {
        std::fs::read(self.part()).unwrap()
    }
}
