//! The audit log as a file for spreadsheets. It is read in steps and sent as it is read, so that
//! its length does not matter; no transaction stays open while a slow client takes it.

use super::{
    body::AuditEntry,
    rows::{self, Filter, Position, Viewer},
};
use actix_web::{HttpResponse, http::header, web::Bytes};
use futures_util::stream::try_unfold;
use kernel::{Problem, Result};
use ledger::csv::{Cell, Csv};
use platform::App;
use serde::Serialize;
use serde_json::Value;

/// Entries read per step.
const STEP: u64 = 1_000;

const HEADS: &[&str] = &[
    "시각 / at",
    "행위 / action",
    "자격 / capacity",
    "이름 / name",
    "계정 / account",
    "역할 / role",
    "규칙·키 / rule or key",
    "기업 / company",
    "대상 종류 / object kind",
    "대상 / object",
    "대상 ID / object id",
    "바뀐 것 / changes",
    "사유 / reason",
    "주소 / address",
    "기기 / device",
    "추적 ID / trace id",
    "기록 ID / entry",
    "해시 / hash",
];

/// What is still to be sent.
enum Left {
    Everything,
    After(Position),
    Nothing,
}

/// The file, sent piece by piece.
pub fn answer(app: App, filter: Filter, viewer: Viewer) -> HttpResponse {
    let pieces = try_unfold((app, filter, Left::Everything), move |(app, filter, left)| async move {
        let (mut csv, after) = match left {
            Left::Everything => (Csv::new(HEADS), None),
            Left::After(position) => (Csv::continued(), Some(position)),
            Left::Nothing => return Ok(None),
        };
        let tx = app.platform().await?;
        let entries = rows::after(&tx, &filter, after, STEP, viewer).await?;
        drop(tx);
        for entry in &entries {
            write(&mut csv, entry)?;
        }
        let full = u64::try_from(entries.len()).is_ok_and(|count| count == STEP);
        let left = entries.last().filter(|_| full).map_or(Left::Nothing, |last| Left::After(rows::position(last)));
        Ok::<_, Problem>(Some((Bytes::from(csv.finish()), (app, filter, left))))
    });
    HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8")
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .insert_header((header::CONTENT_DISPOSITION, "attachment; filename=\"audit-log.csv\""))
        .streaming(Box::pin(pieces))
}

fn write(csv: &mut Csv, entry: &AuditEntry) -> Result<()> {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let origin = |of: fn(&super::body::AuditOrigin) -> &Option<String>| entry.origin.as_ref().map(|origin| text(of(origin))).unwrap_or_default();
    let cells = [
        entry.at.to_rfc3339(),
        entry.action.clone(),
        word(&entry.actor.kind)?,
        text(&entry.actor.name),
        entry.actor.account_id.map(|id| id.to_string()).unwrap_or_default(),
        text(&entry.actor.role),
        text(&entry.actor.via),
        entry.company.as_ref().or(entry.actor.company.as_ref()).map(|company| company.name.clone()).unwrap_or_default(),
        entry.object.kind.clone(),
        entry.object.label.clone(),
        entry.object.id.clone(),
        changes(entry),
        text(&entry.reason),
        origin(|origin| &origin.address),
        origin(|origin| &origin.agent),
        origin(|origin| &origin.trace_id),
        entry.id.to_string(),
        entry.hash.clone(),
    ];
    csv.row(&cells.iter().map(|cell| Cell::Text(cell)).collect::<Vec<_>>());
    Ok(())
}

/// `selling_price: 12000 KRW → 13000 KRW; …`
fn changes(entry: &AuditEntry) -> String {
    let one = |change: &platform::audit::Change| format!("{}: {} → {}", change.field, value(&change.before), value(&change.after));
    entry.changes.iter().map(one).collect::<Vec<_>>().join("; ")
}

fn value(value: &Value) -> String {
    match value {
        Value::Null => "–".to_owned(),
        Value::String(text) => text.clone(),
        Value::Object(money) if money.contains_key("minor") => {
            format!("{} {}", money.get("minor").unwrap_or(&Value::Null), money.get("currency").and_then(Value::as_str).unwrap_or_default())
        }
        other => other.to_string(),
    }
}

/// The name by which a value goes in the API.
fn word(value: &impl Serialize) -> Result<String> {
    let json = serde_json::to_value(value).map_err(Problem::internal)?;
    Ok(json.as_str().unwrap_or_default().to_owned())
}
