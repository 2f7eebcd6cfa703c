//! What a person is written who is to be a member of a company.

use super::mails::send;
use crate::Flows;
use company::{events::MemberInvited, invitation::State};
use kernel::{HeldRole, Locale, Problem, Result};
use notify::Template;
use platform::Delivery;
use serde_json::json;

/// The link by which an invitation is answered.
pub async fn invited(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: MemberInvited = delivery.read()?;
    let tx = flows.app.platform().await?;
    // One that was answered, taken back or sent again before this mail was written needs none any more.
    let row = company::queries::invitation_of(&tx, &event.token).await?.filter(|row| row.state == State::Pending);
    let Some(role) = row.and_then(|row| row.held()) else { return Ok(()) };
    let company = company::queries::by_id(&tx, event.company_id).await?.ok_or_else(Problem::not_found)?;
    let inviter = identity::queries::account(&tx, event.invited_by).await?;
    let own = company::queries::role_name(&tx, role).await?;
    drop(tx);
    let name = match event.locale {
        Locale::En => company.name_en.unwrap_or(company.name),
        Locale::Ko => company.name,
    };
    let built_in = match role {
        HeldRole::BuiltIn(role) => Some(role),
        HeldRole::Own(_) => None,
    };
    let data = json!({
        "of_company": name, "inviter": inviter.map(|person| person.name), "role": built_in, "role_name": own,
        "link": format!("{}/invitation#token={}", flows.app.config().public_url(), event.token),
    });
    send(&flows, &delivery, Template::MemberInvited, event.locale, event.email, data).await
}
