//! Trying the sandbox out by its own description: a property-based tester makes up requests by the hundred, and every
//! answer must be one that the description names.

use std::fs;
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::project::Project;
use crate::python;
use crate::shell::{self, Companion};

/// The tester, in the version that this step was written for.
const TESTER: &str = "schemathesis==4.32.5";
/// Both judge what is accepted by the description alone, which can't say that a language must be one of a list or that
/// two names must differ; the sandbox's own tests know these rules.
const UNFIT: &str = "negative_data_rejection,positive_data_acceptance";
/// A project's name is in the answer to its making only, and what is deleted is asked for again by nobody: the tester
/// would have to know which of the names it made up are still there.
const HUBFLUENCERS_UNFIT: &str = "negative_data_rejection,positive_data_acceptance,\
    ensure_resource_availability,use_after_free";
/// How long the sandbox may take to listen.
const SOON: Duration = Duration::from_secs(60);

/// How thoroughly it is tried.
#[derive(Debug, Clone, Copy)]
pub struct Depth {
    /// Made-up requests for each endpoint.
    pub examples: u32,
    /// The random numbers it starts from; the tester chooses where there is none.
    pub seed: Option<u64>,
}

/// Starts a sandbox with somebody signed in, and lets the tester loose on both of its services.
///
/// # Errors
/// Python or the tester can't be had, the sandbox does not start, or the tester finds something.
pub fn api_test(project: &Project, depth: Depth) -> Result<()> {
    let folder = project.target().join("api-test");
    fs::create_dir_all(&folder)?;
    let tester = python::program(&folder.join("venv"), TESTER, "schemathesis")?;
    let data = folder.join("sandbox");
    if data.exists() {
        fs::remove_dir_all(&data).context("the last run's sandbox can't be removed")?;
    }
    let mut build = project.cargo();
    build.args(["build", "-p", "sandbox", "--example", "hurried"]);
    shell::run(&mut build)?;
    let mut sandbox = Command::new(project.built("examples/hurried"));
    sandbox.arg(&data).stdout(Stdio::piped());
    let mut sandbox = Companion::start(&mut sandbox)?;
    let services = beginning(&mut sandbox)?;

    for service in services {
        // In a file, so that the secret is in nobody's list of processes.
        let config = folder.join("schemathesis.toml");
        let headers = format!(
            "headers = {{ {} = \"{}\" }}\n",
            service.header, service.proof
        );
        fs::write(&config, headers)?;
        let mut test = Command::new(&tester);
        test.current_dir(&folder)
            .arg("--config-file")
            .arg(&config)
            .args(["run", &service.document, "--checks", "all"])
            .args(["--exclude-checks", service.unfit])
            .args(["--max-examples", &depth.examples.to_string()])
            .args(["--continue-on-failure", "--generation-database", "none"]);
        if let Some(seed) = depth.seed {
            test.args(["--seed", &seed.to_string()]);
        }
        let outcome = shell::run(&mut test);
        fs::remove_file(&config)?;
        if !sandbox.is_running()? {
            bail!("the sandbox ended while it was tried");
        }
        outcome?;
    }
    Ok(())
}

/// One of the sandbox's services, and who asks it.
struct Service {
    /// Where its description is.
    document: String,
    header: &'static str,
    proof: String,
    /// Checks that don't fit.
    unfit: &'static str,
}

/// The services, from the line that the sandbox prints once it listens.
fn beginning(sandbox: &mut Companion) -> Result<[Service; 2]> {
    let lines = sandbox.output_lines();
    let line = lines
        .recv_timeout(SOON)
        .context("the sandbox did not say where it listens")?;
    let line: Value = serde_json::from_str(&line).context("the sandbox did not answer in JSON")?;
    let said = |name: &str| {
        let word = line[name].as_str();
        word.with_context(|| format!("the sandbox names no {name}"))
    };
    Ok([
        Service {
            document: format!("{}openapi.json", said("url")?),
            header: "Cookie",
            proof: format!("vee_session={}", said("session")?),
            unfit: UNFIT,
        },
        Service {
            document: format!("{}openapi.json", said("hubfluencer")?),
            header: "Authorization",
            proof: format!("Bearer {}", said("hubfluencer_token")?),
            unfit: HUBFLUENCERS_UNFIT,
        },
    ])
}
