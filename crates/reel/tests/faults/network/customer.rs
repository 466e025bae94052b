//! Somebody at one of the services, which is reached by another address than its own.

use std::collections::BTreeMap;

use contract::Service;
use sandbox::Ffmpeg;
use url::Url;

use crate::bench::{Bench, Decision, Ended};
use crate::hub_bench::PROMPT;

/// Both services.
pub const SERVICES: [Service; 2] = [Service::Riffkit, Service::Hubfluencer];

/// How a service is called.
pub fn name(service: Service) -> &'static str {
    match service {
        Service::Riffkit => "Riffkit",
        Service::Hubfluencer => "Hubfluencer",
    }
}

/// Variables of a run's environment.
pub type Variables<'a> = [(&'a str, String)];

/// A sandbox, a home, and somebody at one of its services.
pub struct Customer {
    pub bench: Bench,
    service: Service,
    /// What the service was asked until it was somewhere else.
    asked_before: usize,
}

impl Customer {
    /// Somebody who has proven at this service who they are.
    pub async fn of(service: Service) -> Self {
        let bench = Bench::new(|setup| setup.ffmpeg = Ffmpeg::Absent).await;
        let known = match service {
            Service::Riffkit => bench.login(Decision::Approve).await,
            Service::Hubfluencer => bench.give(&bench.sandbox.hubfluencer_token()).await,
        };
        assert_eq!(known.exit, 0, "{}", known.stderr);
        let mut customer = Self {
            bench,
            service,
            asked_before: 0,
        };
        customer.asked_before = customer.asked();
        customer
    }

    /// The port at which the service really listens.
    pub fn port(&self) -> u16 {
        let sandbox = &self.bench.sandbox;
        let url = match self.service {
            Service::Riffkit => sandbox.riffkit_url(),
            Service::Hubfluencer => sandbox.hubfluencer_url(),
        };
        url.port().expect("a port")
    }

    /// From now on the service is at this address, as it was when somebody signed in there.
    pub fn finds_it_at(&mut self, address: &str) {
        let known = match self.service {
            Service::Riffkit => &mut self.bench.address,
            Service::Hubfluencer => &mut self.bench.hub_address,
        };
        let before = std::mem::replace(known, address.to_owned());
        let vault = self.bench.home().join("vault.json");
        let proofs = std::fs::read(&vault).expect("a vault");
        let proofs: BTreeMap<String, String> = serde_json::from_slice(&proofs).expect("proofs");
        let moved = |(name, proof): (String, String)| {
            let name = name.replace(&origin(&before), &origin(address));
            (name, proof)
        };
        let proofs: BTreeMap<String, String> = proofs.into_iter().map(moved).collect();
        assert!(proofs.keys().any(|name| name.contains(&origin(address))));
        std::fs::write(vault, serde_json::json!(proofs).to_string()).expect("written");
    }

    /// A read, and then an order that costs, each run to its end with these variables.
    pub async fn tries(&self, variables: &Variables<'_>) -> [Ended; 2] {
        let (read, order): (&[&str], &[&str]) = match self.service {
            Service::Riffkit => (
                &["tasks", "--json"],
                &[
                    "riff",
                    "https://www.tiktok.com/@a/video/7301234567890123456",
                    "--yes",
                    "--json",
                ],
            ),
            Service::Hubfluencer => (
                &["credits", "--json"],
                &["short", "--prompt", PROMPT, "--yes", "--json"],
            ),
        };
        [
            self.run(read, variables).await,
            self.run(order, variables).await,
        ]
    }

    async fn run(&self, arguments: &[&str], variables: &Variables<'_>) -> Ended {
        let mut command = self.bench.command(arguments);
        command.envs(variables.iter().map(|(name, value)| (name, value.as_str())));
        command.output().await.expect("reel starts").into()
    }

    /// Both were refused for the road's sake, nothing came to the service, and nothing may have left.
    pub fn nothing_came(&self, runs: &[Ended]) {
        for run in runs {
            let code = run.code();
            assert!(
                ["bad-answer", "offline"].contains(&&*code),
                "{code}: {}",
                run.stderr
            );
            assert_eq!(run.exit, 5, "{}", run.stderr);
        }
        assert_eq!(self.asked(), self.asked_before, "something came there");
        assert_eq!(self.bench.sealed(), 0, "something may have left");
    }

    /// Both went well, and one thing was bought.
    pub fn bought_once(&self, runs: &[Ended]) {
        for run in runs {
            assert_eq!(run.exit, 0, "{}", run.stderr);
        }
        match self.service {
            Service::Riffkit => assert_eq!(self.bench.sandbox.books().riffs.len(), 1),
            Service::Hubfluencer => assert_eq!(self.bench.charged(), 15),
        }
    }

    /// How often the service was asked anything.
    fn asked(&self) -> usize {
        let sandbox = &self.bench.sandbox;
        match self.service {
            Service::Riffkit => sandbox.books().requests.len(),
            Service::Hubfluencer => sandbox.hub_books().requests.len(),
        }
    }
}

/// Under which the proofs for an address are kept.
fn origin(address: &str) -> String {
    let url: Url = address.parse().expect("an address");
    url.origin().ascii_serialization()
}
