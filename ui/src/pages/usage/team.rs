//! The team: who shares the balance, and who submitted how much.

use contract::{MemberView, TeamView, ask};
use leptos::prelude::*;

use super::asked::Asked;
use super::{Section, wording};
use crate::app::{say, store, t, t_with};
use crate::components::{Button, ButtonKind, RefusalPanel};
use crate::pages::wording::args;

/// The section.
#[component]
pub fn Team() -> impl IntoView {
    let team = Asked::<TeamView>::new();
    team.ask(ask::GetTeam {});
    let view = move || {
        team.value.get().map(|team| {
            if team.is_team {
                view! { <Members team/> }.into_any()
            } else {
                view! {
                    <div class="panel usage-alone">
                        <p class="muted" data-test="team-alone">{move || t("team-alone")}</p>
                    </div>
                }
                .into_any()
            }
        })
    };
    view! {
        <Section title="team-title" test="usage-team">
            <Show when=move || team.is_awaited()>
                <div aria-busy="true" data-test="team-loading"><span class="bone usage-bone-plan"></span></div>
            </Show>
            {move || team.refusal.get().map(|refusal| view! {
                <RefusalPanel
                    refusal
                    on_retry=Callback::new(move |()| team.ask(ask::GetTeam {}))
                />
            })}
            {view}
        </Section>
    }
}

/// Everybody in rows.
#[component]
fn Members(
    /// The team.
    team: TeamView,
) -> impl IntoView {
    let left = team.left_seconds;
    view! {
        <div class="panel usage-members">
            <p class="muted" data-test="team-shared">
                {move || match left {
                    Some(seconds) => t_with(
                        "team-shared-left",
                        &args([("seconds", seconds.max(0.0).floor().into())]),
                    ),
                    None => t("team-shared"),
                }}
            </p>
            <table class="usage-table" data-test="team-members">
                <caption class="visually-hidden">{move || t("team-title")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{move || t("team-member")}</th>
                        <th scope="col">{move || t("team-role")}</th>
                        <th scope="col" class="usage-number">{move || t("team-allowance")}</th>
                        <th scope="col" class="usage-number">{move || t("team-submitted")}</th>
                        <th scope="col"><span class="visually-hidden">{move || t("team-tasks")}</span></th>
                    </tr>
                </thead>
                <tbody>
                    {team.members.into_iter().map(|member| view! { <Member member/> }).collect_view()}
                </tbody>
            </table>
        </div>
    }
}

#[component]
fn Member(
    /// Who.
    member: MemberView,
) -> impl IntoView {
    let store = store();
    let (user_id, email) = (member.user_id.clone(), member.email.clone());
    let (role, limit, submitted) = (member.role.clone(), member.limit_seconds, member.submitted);
    view! {
        <tr data-test="team-member" data-user=member.user_id data-me=member.is_me.to_string()>
            <th scope="row">
                <span class="team-email">{member.email}</span>
                {member.is_me.then(|| view! { <span class="muted"> " " {move || t("team-you")}</span> })}
            </th>
            <td>{move || wording::role(&say(), &role)}</td>
            <td class="usage-number figures">
                {move || match limit {
                    Some(seconds) => wording::left(&say(), seconds),
                    None => t("team-no-limit"),
                }}
            </td>
            <td class="usage-number figures" data-test="team-submitted">
                {move || match submitted {
                    #[expect(clippy::cast_precision_loss, reason = "a count of tasks, far inside 53 bits")]
                    Some(count) => say().decimal(count as f64, 0),
                    None => t("usage-unknown"),
                }}
            </td>
            <td class="usage-number">
                <Button
                    kind=ButtonKind::Quiet
                    test="team-see-tasks"
                    on_press=Callback::new(move |()| store.tasks.see_of(store, &user_id))
                >
                    <span aria-hidden="true">{move || t("team-see-tasks")}</span>
                    <span class="visually-hidden">
                        {move || t_with("team-see-tasks-of", &args([("email", email.as_str().into())]))}
                    </span>
                </Button>
            </td>
        </tr>
    }
}
