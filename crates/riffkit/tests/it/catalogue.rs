//! Templates, characters, orders in bulk, tasks, use and team against the sandbox.

use riffkit::{
    AssetQuery, BatchOrder, Failure, FormulaQuery, FormulaSort, Hooks, Limit, NewAsset, Problem,
    RiffRequest, StatsQuery, TaskKind, TaskQuery, TaskStatus,
};
use sandbox::{Fault, Team};

use crate::service::{deployment, deployment_of, video};

#[tokio::test]
async fn templates_from_the_list_to_a_fresh_analysis() {
    let deployment = deployment_of(|setup| setup.templates = 70).await;
    let (api, session) = (&deployment.api, deployment.sign_in().await);
    let mut query = FormulaQuery {
        sort: Some(FormulaSort::MostUsedFirst),
        limit: Some(40),
        ..FormulaQuery::analyzed()
    };
    let first = api.formulas(&session, &query).await.unwrap();
    let total = first.total.unwrap();
    assert!(total >= 70 && first.items.len() == 40 && first.skipped == 0);
    assert_eq!((first.limit, first.offset), (Some(40), Some(0)));
    assert!(
        first
            .items
            .is_sorted_by_key(|formula| std::cmp::Reverse(formula.used_count))
    );
    query.offset = Some(40);
    let second = api.formulas(&session, &query).await.unwrap();
    assert!(
        second
            .items
            .iter()
            .all(|next| first.items.iter().all(|one| one.id != next.id))
    );

    let tag = first
        .items
        .iter()
        .find_map(|formula| formula.tags.first())
        .unwrap();
    let tagged = FormulaQuery {
        tags: vec![tag.clone()],
        ..FormulaQuery::analyzed()
    };
    let tagged = api.formulas(&session, &tagged).await.unwrap();
    assert!(!tagged.items.is_empty());
    assert!(
        tagged
            .items
            .iter()
            .all(|formula| formula.tags.contains(tag))
    );
    let nothing = FormulaQuery {
        search: Some("名 no such name".to_owned()),
        ..FormulaQuery::default()
    };
    assert_eq!(
        api.formulas(&session, &nothing).await.unwrap().total,
        Some(0)
    );

    let all = FormulaQuery {
        limit: Some(500),
        ..FormulaQuery::analyzed()
    };
    let all = api.formulas(&session, &all).await.unwrap().items;
    assert!(all.iter().any(riffkit::Formula::is_public));
    let stale = all.iter().find(|formula| formula.is_stale()).unwrap();
    let detail = api.formula(&session, &stale.id).await.unwrap();
    let summary = detail.extraction_summary.unwrap();
    assert!(!detail.has_internal && detail.formula.id == stale.id);
    assert!(!summary.narrative.is_empty() && summary.duration_seconds.is_some());
    let queued = api.refresh_analysis(&session, &stale.id).await.unwrap();
    assert_eq!(queued.status, TaskStatus::Queued);
    while !api
        .task(&session, &queued.task_id)
        .await
        .unwrap()
        .status
        .has_ended()
    {}
    let fresh = api.formula(&session, &stale.id).await.unwrap();
    assert!(!fresh.formula.is_stale());
    let gone = api.formula(&session, "no-such").await.unwrap_err();
    assert_eq!(Problem::of(&gone), Problem::Gone);
    assert!(deployment.noted.0.lock().unwrap().is_empty());
    deployment.service.stop().await;
}

#[tokio::test]
async fn one_template_with_two_characters() {
    let deployment = deployment().await;
    let (api, session) = (&deployment.api, deployment.sign_in().await);
    let cast = api.characters(&session).await.unwrap();
    assert!(
        cast.iter()
            .any(|character| !character.has_any_active_avatar)
    );
    let able: Vec<String> = cast
        .iter()
        .filter(|character| character.has_any_active_avatar)
        .map(|character| character.id.clone())
        .collect();
    let templates = FormulaQuery::analyzed();
    let mut templates = api.formulas(&session, &templates).await.unwrap().items;
    let template = templates.remove(0);
    let order = BatchOrder {
        formula_id: template.id,
        character_ids: able[..2].to_vec(),
        content_anchor: "más corto".to_owned(),
        language: "es".to_owned(),
        ..BatchOrder::default()
    };
    let taken = api
        .pipeline_batch(&session, &order, Hooks::none())
        .await
        .unwrap();
    assert_eq!((taken.total, taken.task_ids.len()), (2, 2));
    let batch = deployment.ended(&session, &taken.batch_id).await;
    assert_eq!((batch.total, batch.completed), (2, 2));
    let content = api
        .task_content(&session, &taken.task_ids[0])
        .await
        .unwrap();
    assert_eq!(content.content_anchor.as_deref(), Some("más corto"));
    let rewrite = content.rewrite.unwrap();
    assert!(!rewrite.story.is_empty() && rewrite.caption.is_some());

    let unable = BatchOrder {
        language: "xx".to_owned(),
        ..order
    };
    let refused = api
        .pipeline_batch(&session, &unable, Hooks::none())
        .await
        .unwrap_err();
    assert_eq!(Problem::of(&refused), Problem::InvalidLanguage);
    assert!(deployment.noted.0.lock().unwrap().is_empty());
    deployment.service.stop().await;
}

#[tokio::test]
async fn tasks_are_counted_made_again_and_not_cancelled_too_late() {
    let deployment = deployment().await;
    let (api, session) = (&deployment.api, deployment.sign_in().await);
    deployment.service.faults().arm(Fault::FailTask);
    let request = RiffRequest {
        language: "en".to_owned(),
        ..RiffRequest::new(video().await)
    };
    let taken = api.riff(&session, request, Hooks::none()).await.unwrap();
    let batch = deployment.ended(&session, &taken.batch_id).await;
    let failed = batch
        .tasks
        .iter()
        .find(|task| task.status == TaskStatus::Failed);
    let failed = failed.unwrap().id.clone();
    let failures = TaskQuery {
        status: vec![TaskStatus::Failed, TaskStatus::Dead],
        r#type: Some(TaskKind::Pipeline),
        ..TaskQuery::default()
    };
    let page = api.tasks(&session, &failures).await.unwrap();
    assert_eq!(
        (page.total, page.items[0].id.as_str()),
        (Some(1), failed.as_str())
    );
    let stats = api
        .task_stats(&session, &StatsQuery::default())
        .await
        .unwrap();
    assert_eq!(
        (stats.by_status["failed"], stats.by_type["pipeline"]),
        (1, 1)
    );

    let late = api.cancel(&session, &failed).await.unwrap_err();
    assert!(matches!(
        Problem::of(&late),
        Problem::Conflict | Problem::Invalid { .. }
    ));
    let again = api.retry(&session, &failed, Hooks::none()).await.unwrap();
    let next = again.task_id.unwrap();
    while !api.task(&session, &next).await.unwrap().status.has_ended() {}
    let done = api.task(&session, &next).await.unwrap();
    assert_eq!(done.status, TaskStatus::Completed);
    let twice = api.retry(&session, &next, Hooks::none()).await.unwrap_err();
    assert!(!twice.may_have_been_taken(), "{twice:?}");
    assert!(deployment.noted.0.lock().unwrap().is_empty());
    deployment.service.stop().await;
}

#[tokio::test]
async fn reference_material_stands_beside_the_reels() {
    let deployment = deployment().await;
    let (api, session) = (&deployment.api, deployment.sign_in().await);
    let riffkit::RiffSource::Video { video } = video().await else {
        panic!("a video")
    };
    let asset = NewAsset {
        name: "Clip 名".to_owned(),
        notes: "for later".to_owned(),
        ..NewAsset::reference(video)
    };
    let made = api
        .upload_asset(&session, asset, Hooks::none())
        .await
        .unwrap();
    let uploads = AssetQuery {
        r#type: Some(riffkit::AssetType::Upload),
        asset_role: Some("reference".to_owned()),
        ..AssetQuery::default()
    };
    let page = api.assets(&session, &uploads).await.unwrap();
    assert_eq!(page.assets.len(), 1);
    assert_eq!(page.assets[0].id, made.id);
    assert_eq!(page.assets[0].name.as_deref(), Some("Clip 名"));
    assert!(deployment.noted.0.lock().unwrap().is_empty());
    deployment.service.stop().await;
}

#[tokio::test]
async fn a_team_its_use_and_its_limits() {
    let deployment = deployment_of(|setup| {
        setup.past_days = 10;
        setup.team = Team::Several {
            daily_limit_seconds: 5.0,
        };
    })
    .await;
    let (api, session) = (&deployment.api, deployment.sign_in().await);
    let me = api.me(&session).await.unwrap();
    let scope = me.scope_id.unwrap();
    let members = api.members(&session, &scope).await.unwrap();
    let own = members
        .iter()
        .find(|member| member.user_id == me.id)
        .unwrap();
    assert!(members.len() > 1 && own.user_email == me.email);
    let other = members
        .iter()
        .find(|member| member.user_id != me.id)
        .unwrap();
    let theirs = TaskQuery {
        submitted_by_user_id: Some(other.user_id.clone()),
        ..TaskQuery::default()
    };
    let theirs = api.tasks(&session, &theirs).await.unwrap().items;
    assert!(
        theirs
            .iter()
            .all(|task| task.submitted_by_user_id.as_ref() == Some(&other.user_id))
    );
    let stranger = api.members(&session, "no-such").await.unwrap_err();
    assert_eq!(Problem::of(&stranger), Problem::Forbidden);

    let budget = api.daily_budget(&session).await.unwrap();
    let credits = api.credits(&session).await.unwrap();
    assert_eq!(
        (budget.allowed, budget.limit_credits),
        (Some(true), credits.daily_limit)
    );
    let days = api.usage_history(&session).await.unwrap();
    assert!(!days.is_empty());
    assert!(
        days.iter()
            .all(|day| day.date.is_some() && day.user_email == me.email)
    );
    assert!(days.iter().any(|day| day.credits > 0.0));
    let summary = api.usage_summary(&session, Some("today")).await.unwrap();
    assert_eq!(summary.period.as_deref(), Some("today"));
    assert_eq!(summary.total_credits, budget.spent_credits);
    let plans = api.plans(&session).await.unwrap();
    assert!(
        plans
            .iter()
            .all(|plan| plan.seconds.is_some() && plan.purchasable.is_some())
    );
    assert_eq!(api.published_version().await.unwrap(), "1.1.0");

    let request = RiffRequest {
        language: "en".to_owned(),
        ..RiffRequest::new(video().await)
    };
    let over: Failure = api
        .riff(&session, request, Hooks::none())
        .await
        .unwrap_err();
    assert!(
        matches!(
            Problem::of(&over),
            Problem::TooMany {
                of: Limit::DailyCap,
                retry_after: Some(_)
            }
        ),
        "{over:?}"
    );
    assert!(deployment.noted.0.lock().unwrap().is_empty());
    deployment.service.stop().await;
}

#[tokio::test]
async fn an_internal_field_is_noticed() {
    let deployment = deployment().await;
    let (api, session) = (&deployment.api, deployment.sign_in().await);
    deployment.service.faults().arm(Fault::InternalField);
    let page = api
        .formulas(&session, &FormulaQuery::default())
        .await
        .unwrap();
    let first = &page.items[0];
    api.formula(&session, &first.id).await.unwrap();
    assert!(!deployment.noted.0.lock().unwrap().is_empty());
    deployment.service.stop().await;
}
