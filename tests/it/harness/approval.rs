//! The person's part of a sign-in: opening the page, and pressing a button of it.

/// Opens an approval link as any HTTP client would, and submits its form.
pub async fn submit_approval(link: &str, decision: &str) {
    let client = reqwest::Client::new();
    let page = client.get(link).send().await.unwrap();
    assert!(page.status().is_success(), "{}", page.status());
    let address = page.url().clone();
    let html = page.text().await.unwrap();
    let action = attribute(&html, "<form", "action").unwrap_or_default();
    let user_code = attribute(&html, "name=\"user_code\"", "value").unwrap();
    let answer = client
        .post(address.join(&action).unwrap())
        .form(&[("user_code", user_code.as_str()), ("decision", decision)])
        .send()
        .await
        .unwrap();
    assert!(answer.status().is_success(), "{}", answer.status());
}

/// The value of an attribute in the tag that holds `mark`.
fn attribute(html: &str, mark: &str, name: &str) -> Option<String> {
    let at = html.find(mark)?;
    let start = html[..=at].rfind('<')?;
    let tag = &html[start..start + html[start..].find('>')?];
    let value = tag.split(&format!("{name}=\"")).nth(1)?;
    Some(value.split('"').next()?.replace("&amp;", "&"))
}
