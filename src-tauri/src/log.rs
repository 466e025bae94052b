//! The log: a file under the home that never grows past a cap.

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use tracing_subscriber::EnvFilter;

/// Bytes of a log file before it is set aside for a new one. Two are kept, so that the log as a
/// whole stays under twice this.
const CAP_BYTES: u64 = 1024 * 1024;

/// The variable that says how much is logged, in `tracing`'s own terms.
const VARIABLE: &str = "REELWRIGHT_LOG";

/// Starts logging into `folder`, panics included. Where the folder can't be written the program
/// runs without a log.
///
/// Secrets are types that print as `[redacted]`, so that none can get here.
pub fn start(folder: &Path) {
    let Ok(file) = CappedFile::open(folder, CAP_BYTES) else {
        return;
    };
    let filter = EnvFilter::try_from_env(VARIABLE)
        .unwrap_or_else(|_| EnvFilter::new("warn,reelwright=info,studio=info,sandbox=info"));
    let begun = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(false)
        .with_writer(Mutex::new(file))
        .try_init();
    if begun.is_ok() {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            tracing::error!("{panic}");
            before(panic);
        }));
    }
}

/// A file that is set aside when it reaches its cap; the one set aside before it is dropped.
struct CappedFile {
    path: PathBuf,
    file: File,
    written: u64,
    cap: u64,
}

impl CappedFile {
    fn open(folder: &Path, cap: u64) -> io::Result<Self> {
        std::fs::create_dir_all(folder)?;
        let path = folder.join("window.log");
        let file = OpenOptions::new().create(true).append(true).open(&path)?;
        let written = file.metadata()?.len();
        Ok(Self {
            path,
            file,
            written,
            cap,
        })
    }

    fn begin_anew(&mut self) -> io::Result<()> {
        std::fs::rename(&self.path, self.path.with_extension("1.log"))?;
        self.file = OpenOptions::new()
            .create(true)
            .append(true)
            .open(&self.path)?;
        self.written = 0;
        Ok(())
    }
}

impl Write for CappedFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.written > 0 && self.written + bytes.len() as u64 > self.cap {
            self.begin_anew()?;
        }
        let written = self.file.write(bytes)?;
        self.written += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_log_stays_under_twice_its_cap_and_keeps_the_newest() {
        let folder = tempfile::tempdir().expect("folder");
        for run in 0..3 {
            let mut log = CappedFile::open(folder.path(), 100).expect("open");
            for line in 0..20 {
                log.write_all(format!("run {run} line {line}\n").as_bytes())
                    .expect("write");
            }
        }
        let sizes = std::fs::read_dir(folder.path())
            .expect("list")
            .map(|entry| {
                entry
                    .and_then(|entry| entry.metadata())
                    .expect("metadata")
                    .len()
            });
        let sizes: Vec<u64> = sizes.collect();
        assert_eq!(sizes.len(), 2);
        assert!(sizes.iter().sum::<u64>() <= 200, "{sizes:?}");
        let newest = std::fs::read_to_string(folder.path().join("window.log")).expect("read");
        assert!(newest.ends_with("run 2 line 19\n"));
    }
}
