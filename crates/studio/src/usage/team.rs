//! The team: who shares the balance, and who submitted how much.

use contract::{MemberView, Refusal, TeamView};
use futures_util::StreamExt as _;
use riffkit::{Member, PIPELINE, StatsQuery, User};

use super::allowance;
use super::rate::Rate;
use crate::Studio;

/// Members whose tasks are counted: the count is one read each.
const COUNTED: usize = 100;
/// Counts that are asked for at once.
const AT_ONCE: usize = 4;

impl Studio {
    /// Who shares the balance (`GET /api/scopes/{scope_id}/members`), by the scope of the signed-in
    /// person; one member where there is none.
    ///
    /// # Errors
    /// Those of the reads of the account and the members. A balance, an allowance or a count that
    /// can't be read is left out.
    pub async fn team(&self) -> Result<TeamView, Refusal> {
        let me = self.read_me().await?;
        let members = self.members_of(&me).await?;
        let (rate, credits, budget) =
            futures_util::join!(self.rate(), self.read_credits(), self.read_budget());
        let mut members: Vec<MemberView> = if members.is_empty() {
            vec![alone(&me, rate)]
        } else {
            members.iter().map(|one| view(one, &me, rate)).collect()
        };
        let is_team = members.len() > 1;
        if is_team {
            self.count_tasks(&mut members).await;
        }
        Ok(TeamView {
            members,
            is_team,
            allowance: budget.ok().map(|budget| allowance(&budget, rate)),
            left_seconds: credits.ok().map(|all| rate.seconds(all.available)),
        })
    }

    /// The members of the signed-in person's scope; none without a scope.
    pub(crate) async fn ask_members(&self) -> Result<Vec<Member>, Refusal> {
        let me = self.read_me().await?;
        self.members_of(&me).await
    }

    async fn members_of(&self, me: &User) -> Result<Vec<Member>, Refusal> {
        let api = &self.core.api;
        let Some(scope_id) = me.scope_id.as_deref() else {
            return Ok(Vec::new());
        };
        self.read(|session| async move { api.members(&session, scope_id).await })
            .await
    }

    /// Asks who submitted how many riffs.
    async fn count_tasks(&self, members: &mut [MemberView]) {
        let asked = futures_util::stream::iter(members.iter_mut().take(COUNTED));
        asked
            .for_each_concurrent(AT_ONCE, |member| async move {
                member.submitted = self.submitted_by(&member.user_id).await;
            })
            .await;
    }

    async fn submitted_by(&self, user_id: &str) -> Option<u64> {
        let api = &self.core.api;
        let query = &StatsQuery {
            submitted_by_user_id: Some(user_id.to_owned()),
            ..StatsQuery::default()
        };
        let stats = self
            .read(|session| async move { api.task_stats(&session, query).await })
            .await;
        match stats {
            // A kind without tasks may be missing from the counts.
            Ok(stats) => Some(stats.by_type.get(PIPELINE).copied().unwrap_or_default()),
            Err(refusal) => {
                tracing::info!(%refusal, "a member's tasks could not be counted");
                None
            }
        }
    }
}

fn view(member: &Member, me: &User, rate: Rate) -> MemberView {
    MemberView {
        user_id: member.user_id.clone(),
        email: member
            .user_email
            .clone()
            .unwrap_or_else(|| member.user_id.clone()),
        role: member.role.as_str().to_owned(),
        limit_seconds: limit(member.daily_credits_limit, rate),
        joined_at: member.joined_at.map(|at| at.as_millisecond()),
        is_me: member.user_id == me.id,
        submitted: None,
    }
}

/// A scope of one's own.
fn alone(me: &User, rate: Rate) -> MemberView {
    MemberView {
        user_id: me.id.clone(),
        email: me.email.clone().unwrap_or_else(|| me.id.clone()),
        role: me.role.as_str().to_owned(),
        limit_seconds: limit(me.daily_credits_limit, rate),
        joined_at: me.created_at.map(|at| at.as_millisecond()),
        is_me: true,
        submitted: None,
    }
}

/// 0 is no limit.
fn limit(credits: f64, rate: Rate) -> Option<f64> {
    (credits > 0.0).then(|| rate.seconds(credits))
}
