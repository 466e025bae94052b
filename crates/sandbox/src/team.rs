//! Who shares the account.

use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    moment::{DAY, Millis},
    signature::digest,
    state::{CREDITS_PER_SECOND, User},
};

/// Who shares the account of a sandbox.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum Team {
    /// Nobody: the signed-in person owns it.
    #[default]
    Solo,
    /// Several people. The signed-in person is a member, the balance is the owner's, and the
    /// others have submitted tasks of their own.
    Several {
        /// What the signed-in person may spend in a day (UTC), in seconds of video; 0 is without
        /// a limit.
        daily_limit_seconds: f64,
    },
}

/// A person's part in a scope, as the contract spells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Role {
    Owner,
    Admin,
    Member,
}

/// One of those who share the account.
#[derive(Debug, Clone)]
pub(crate) struct Member {
    pub(crate) id: String,
    pub(crate) user_id: String,
    pub(crate) role: Role,
    /// 0 is without a limit.
    pub(crate) daily_limit_credits: i64,
    pub(crate) joined: Millis,
    pub(crate) email: String,
}

/// Everybody who shares the account.
#[derive(Debug, Clone)]
pub(crate) struct Roster {
    pub(crate) scope_id: String,
    /// The signed-in person.
    pub(crate) own: Member,
    /// The others, the owner first; none where the person is alone.
    pub(crate) others: Vec<Member>,
}

impl Roster {
    /// The people of this team. The others are invented from the scope's id, so that they are the
    /// same ones after a restart.
    pub(crate) fn of(team: Team, user: &User) -> Self {
        let member = |user_id: String, role, limit_seconds: f64, joined, email: &str| Member {
            id: digest(&format!("{} {user_id}", user.scope_id))[..32].to_owned(),
            user_id,
            role,
            daily_limit_credits: (limit_seconds * CREDITS_PER_SECOND as f64).round() as i64,
            joined,
            email: email.to_owned(),
        };
        let own = |role, limit| member(user.id.clone(), role, limit, user.created, &user.email);
        let other = |place: Millis, role, limit, email: &str| {
            let user_id = digest(&format!("{email} {}", user.scope_id))[..32].to_owned();
            member(user_id, role, limit, user.created - place * DAY, email)
        };
        match team {
            Team::Solo => Self {
                scope_id: user.scope_id.clone(),
                own: own(Role::Owner, 0.0),
                others: Vec::new(),
            },
            Team::Several {
                daily_limit_seconds,
            } => Self {
                scope_id: user.scope_id.clone(),
                own: own(Role::Member, daily_limit_seconds),
                others: vec![
                    other(400, Role::Owner, 0.0, "owner@sandbox.invalid"),
                    other(90, Role::Admin, 0.0, "producer@sandbox.invalid"),
                    other(30, Role::Member, 120.0, "editor@sandbox.invalid"),
                ],
            },
        }
    }

    /// Everybody, the owner first.
    pub(crate) fn everybody(&self) -> impl Iterator<Item = &Member> {
        self.others.iter().chain([&self.own])
    }

    /// Whether the signed-in person is alone.
    pub(crate) fn is_solo(&self) -> bool {
        self.others.is_empty()
    }
}
