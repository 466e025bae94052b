//! One machine and one service, for one errand.

use std::path::PathBuf;
use std::time::Duration;

use sandbox::{Fault, Ffmpeg, Pace};
use serde_json::Value;
use tokio::process::Child;

use super::errand::Job;
use crate::bench::{Bench, Decision, Ended};
use crate::network::{Manner, Resolver, Road};

/// How long a riff takes at this service, in seconds.
const PACE: f64 = 0.5;
/// The least that object storage takes as a part.
const PART: u64 = 5 * 1024 * 1024;
/// Reels are so large that the way back takes a good part of a run, in bytes.
const REEL: u64 = 20_000_000;
/// Longest that a recovery may take.
const PATIENCE: Duration = Duration::from_secs(120);

/// A sandbox and a home, with somebody at the services that the errand needs, and the roads there.
pub struct Rig {
    pub bench: Bench,
    pub roads: Roads,
    /// Who is asked for the services' names, where they are reached by name.
    resolver: Option<Resolver>,
}

/// The roads to both services and to the storage of each.
pub struct Roads([Road; 4]);

impl Roads {
    /// Makes all of them so.
    pub async fn become_all(&self, manner: Manner) {
        for road in &self.0 {
            road.becomes(manner).await;
        }
    }
}

impl Rig {
    /// One for this job.
    pub async fn of(job: Job) -> Self {
        Self::reached(job, "127.0.0.1", None).await
    }

    /// The same, with roads that are found by a name, for which a DNS server of its own is asked.
    pub async fn with_names(job: Job) -> Self {
        Self::reached(job, "localhost", Some(Resolver::new())).await
    }

    async fn reached(job: Job, host: &str, resolver: Option<Resolver>) -> Self {
        let mut roads = Vec::new();
        for seed in 0..4 {
            roads.push(Road::begun(seed).await);
        }
        let Ok(roads) = <[Road; 4]>::try_from(roads) else {
            unreachable!("four were begun");
        };
        let [riffkit, hubfluencer, storage, objects] = &roads;
        let address = |road: &Road| Some(road.address(host).parse().expect("an address"));
        let mut bench = Bench::new(|setup| {
            setup.storage_front = address(storage);
            setup.objects_front = address(objects);
            setup.pace = Pace::Seconds(PACE);
            setup.ffmpeg = Ffmpeg::Absent;
            setup.part_size = PART;
            setup.hub_credits = 500;
        })
        .await;
        let sandbox = &bench.sandbox;
        for (road, end) in [
            (riffkit, sandbox.riffkit_url()),
            (hubfluencer, sandbox.hubfluencer_url()),
            (storage, sandbox.storage_url()),
            (objects, sandbox.objects_url()),
        ] {
            road.leads_to(end.port().expect("a port"));
        }
        (bench.address, bench.hub_address) = (riffkit.address(host), hubfluencer.address(host));
        if job.is_riffkits() {
            let ended = bench.login(Decision::Approve).await;
            assert_eq!(ended.exit, 0, "{}", ended.stderr);
            bench.sandbox.faults().arm(Fault::HugeAsset(REEL));
        } else {
            let ended = bench.give(&bench.sandbox.hubfluencer_token()).await;
            assert_eq!(ended.exit, 0, "{}", ended.stderr);
        }
        Self {
            bench,
            roads: Roads(roads),
            resolver,
        }
    }

    /// Who is asked for the services' names.
    pub fn resolver(&self) -> &Resolver {
        self.resolver.as_ref().expect("a rig with names")
    }

    /// Arms a fault by its name.
    pub fn arm(&self, fault: &str) {
        self.bench
            .sandbox
            .faults()
            .arm_named(fault)
            .expect("a fault");
    }

    /// Everything that befell it is over; reels stay as large as they are.
    pub fn mend(&self) {
        let faults = self.bench.sandbox.faults();
        let is_huge = faults.armed_now().contains(&Fault::HugeAsset(REEL));
        faults.clear();
        if is_huge {
            faults.arm(Fault::HugeAsset(REEL));
        }
    }

    /// Where everything is saved.
    pub fn out(&self) -> PathBuf {
        self.bench.out()
    }

    /// Starts a run.
    pub fn start(&self, arguments: &[String]) -> Child {
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let mut command = self.bench.command(&arguments);
        if let Some(resolver) = &self.resolver {
            command = resolver.asked_by(&command);
        }
        command.spawn().expect("reel starts")
    }

    /// Runs it to its end.
    pub async fn run(&self, arguments: &[String]) -> Ended {
        let run = self.start(arguments).wait_with_output();
        let ended = tokio::time::timeout(PATIENCE, run).await;
        let ended = ended.unwrap_or_else(|_| panic!("{arguments:?} did not end"));
        Ended::from(ended.expect("it ran"))
    }

    /// Runs it to a good end, and gives its document.
    pub async fn done(&self, arguments: &[String]) -> Value {
        let ended = self.run(arguments).await;
        assert_eq!(
            ended.exit, 0,
            "{arguments:?}: {}{}",
            ended.stdout, ended.stderr
        );
        ended.json()
    }

    /// What the next run does with what was left: it picks up every open order, sees it to its end,
    /// and saves what is ready. Gives its document.
    pub async fn recovered(&self) -> Value {
        let out = self.bench.out_argument();
        let queue = words(&["queue", "--wait", "--save", &out, "--json"]);
        let ended = self.run(&queue).await;
        // What is surely not taken stays in doubt until the person says so.
        assert!(
            [0, 6].contains(&ended.exit),
            "{}{}",
            ended.stdout,
            ended.stderr
        );
        let document = ended.json();
        let senders = self.bench.senders();
        assert!(
            senders.is_empty(),
            "the dead one's lock is there: {senders:?}"
        );
        let parts = crate::waiting::with_extension(&self.out(), "part");
        assert!(parts.is_empty(), "{parts:?}");
        document
    }
}

/// Arguments.
pub fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}
