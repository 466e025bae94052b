//! Beforehand, what a person would be asked on the way.

/// What every command that costs understands.
#[derive(Debug, Clone, Copy, clap::Args)]
pub struct Consent {
    /// Agrees to the cost without being asked.
    #[arg(long, short)]
    pub yes: bool,
    /// Agrees to go over the limits that the person has set.
    #[arg(long)]
    pub over_limit: bool,
}
