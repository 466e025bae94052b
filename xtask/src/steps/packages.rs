//! What Debian and Ubuntu call the things the project needs, and how they are installed.

use std::io::IsTerminal;
use std::process::Command;

use anyhow::{Result, bail};

use crate::shell;

/// Packages that serve one purpose.
#[derive(Debug, Clone, Copy)]
pub struct Group {
    /// What they are for, as it is said before they are installed.
    pub purpose: &'static str,
    /// Their names.
    pub names: &'static [&'static str],
    /// Whether the work can go on without them.
    pub weight: Weight,
}

/// Whether the work can go on without a package.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// It can't.
    Needed,
    /// It can, with less.
    Welcome,
}

/// To compile anything that speaks HTTP.
pub const COMPILER: Group = Group {
    purpose: "compiling",
    names: &["build-essential", "pkg-config", "libssl-dev"],
    weight: Weight::Needed,
};

/// To compile and show the window.
pub const WINDOW: Group = Group {
    purpose: "the window",
    names: &[
        "libwebkit2gtk-4.1-dev",
        "libayatana-appindicator3-dev",
        "librsvg2-dev",
        "libxdo-dev",
    ],
    weight: Weight::Needed,
};

/// To play H.264 in the window.
pub const PLAYBACK: Group = Group {
    purpose: "playing reels in the window",
    names: &["gstreamer1.0-plugins-good", "gstreamer1.0-libav"],
    weight: Weight::Welcome,
};

/// For the sandbox to render from the person's own clip instead of its carried sample.
pub const RENDERING: Group = Group {
    purpose: "the sandbox's own renders",
    names: &["ffmpeg"],
    weight: Weight::Welcome,
};

/// To drive a real window without a display.
pub const WINDOW_TESTS: Group = Group {
    purpose: "the window tests",
    names: &[
        "webkit2gtk-driver",
        "xvfb",
        "xauth",
        "dbus-x11",
        "openbox",
        "xdotool",
        "imagemagick",
        "procps",
        "python3-gi",
        "gir1.2-gtk-3.0",
    ],
    weight: Weight::Needed,
};

/// To hold the lock file against `deny.toml` with a checker that is already built.
pub const CHECKS: Group = Group {
    purpose: "checking licences and known weaknesses",
    names: &["python3-venv"],
    weight: Weight::Welcome,
};

/// For Latin and Chinese letters where a system has none of its own.
pub const FONTS: Group = Group {
    purpose: "the window's letters",
    names: &["fonts-inter", "fonts-noto-cjk"],
    weight: Weight::Welcome,
};

/// To draw the icon in all sizes.
pub const DRAWING: Group = Group {
    purpose: "drawing the icons",
    names: &["librsvg2-bin", "python3"],
    weight: Weight::Needed,
};

/// What our own transfers and checks are measured against.
pub const RIVALS: Group = Group {
    purpose: "the tools that ours is measured against",
    names: &["ffmpeg", "curl", "aria2"],
    weight: Weight::Welcome,
};

/// A second compiler that brings the WASM target, for where rustup can't.
pub const WASM: Group = Group {
    purpose: "compiling the page where rustup can't add the WASM target",
    names: &["rustc-web", "cargo-web", "rust-web-src", "lld"],
    weight: Weight::Needed,
};

/// Whether this system installs with apt.
pub fn has_apt() -> bool {
    shell::find("apt-get").is_some() && shell::find("dpkg-query").is_some()
}

/// Those of the group's packages that are not installed.
pub fn missing(group: &Group) -> Vec<&'static str> {
    let listed = Command::new("dpkg-query")
        .args(["-W", "-f=${Package} ${db:Status-Abbrev}\n"])
        .args(group.names)
        .output()
        // It fails as soon as one is unknown, and still lists the others.
        .map(|output| String::from_utf8_lossy(&output.stdout).into_owned())
        .unwrap_or_default();
    not_listed(group.names, &listed)
}

fn not_listed(names: &[&'static str], listed: &str) -> Vec<&'static str> {
    names
        .iter()
        .copied()
        .filter(|name| {
            !listed.lines().any(|line| {
                let mut words = line.split_whitespace();
                words.next() == Some(name) && words.next() == Some("ii")
            })
        })
        .collect()
}

/// Installs what the groups lack, after saying what that is.
///
/// # Errors
/// A needed package can't be had.
pub fn ensure(groups: &[Group]) -> Result<()> {
    let lacking: Vec<(Group, Vec<&str>)> = groups
        .iter()
        .map(|group| (*group, missing(group)))
        .filter(|(_, names)| !names.is_empty())
        .collect();
    if lacking.is_empty() {
        return Ok(());
    }
    println!("About to install with apt:");
    for (group, names) in &lacking {
        println!("  for {}: {}", group.purpose, names.join(" "));
    }
    let all: Vec<&str> = lacking
        .iter()
        .flat_map(|(_, names)| names.clone())
        .collect();
    let needed: Vec<&str> = lacking
        .iter()
        .filter(|(group, _)| group.weight == Weight::Needed)
        .flat_map(|(_, names)| names.clone())
        .collect();
    let Some(administrator) = Administrator::find() else {
        if needed.is_empty() {
            println!("Not installed (no root, no sudo): going on without them.");
            return Ok(());
        }
        bail!(
            "this user can't install packages; run: sudo apt-get install {}",
            needed.join(" ")
        );
    };
    // Stale lists name versions that are gone; a failure here shows in the next command, with its reason.
    let _ = shell::run(administrator.apt().args(["update", "-q"]));
    if install(administrator, &all).is_ok() {
        return Ok(());
    }
    if !needed.is_empty() && needed.len() < all.len() {
        // One package that this release does not know must not keep the others away.
        let _ = install(administrator, &needed);
    }
    let still: Vec<&str> = groups
        .iter()
        .filter(|group| group.weight == Weight::Needed)
        .flat_map(missing)
        .collect();
    if still.is_empty() {
        println!("Going on without the optional packages.");
        return Ok(());
    }
    bail!("these system packages can't be had: {}", still.join(" "))
}

fn install(administrator: Administrator, names: &[&str]) -> Result<()> {
    let mut command = administrator.apt();
    command.args([
        "install",
        "-q",
        "-y",
        "--no-install-recommends",
        "--no-remove",
    ]);
    shell::run(command.args(names))
}

/// Who may install packages here.
#[derive(Debug, Clone, Copy)]
enum Administrator {
    /// This user.
    Root,
    /// This user, through sudo.
    Sudo,
}

impl Administrator {
    fn find() -> Option<Self> {
        let user = shell::answer(Command::new("id").arg("-u")).unwrap_or_default();
        if user.trim() == "0" {
            return Some(Self::Root);
        }
        shell::find("sudo")?;
        // A password can be asked for only where somebody can type it.
        let silent = shell::answer(Command::new("sudo").args(["-n", "true"])).is_ok();
        (silent || std::io::stdin().is_terminal()).then_some(Self::Sudo)
    }

    fn apt(self) -> Command {
        let settings = ["-o", "DPkg::Lock::Timeout=300"];
        match self {
            Self::Root => {
                let mut command = Command::new("apt-get");
                command
                    .env("DEBIAN_FRONTEND", "noninteractive")
                    .args(settings);
                command
            }
            Self::Sudo => {
                let mut command = Command::new("sudo");
                // sudo drops the environment, so the variable travels as an argument.
                command
                    .args(["DEBIAN_FRONTEND=noninteractive", "apt-get"])
                    .args(settings);
                command
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_removed_or_unknown_package_is_missing() {
        let listed = "xvfb ii \nffmpeg rc \nlld ii \n";
        assert_eq!(
            not_listed(&["xvfb", "ffmpeg", "lld", "openbox"], listed),
            ["ffmpeg", "openbox"]
        );
    }
}
