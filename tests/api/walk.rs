//! Every operation of the document, tried by everybody whom its data does not concern.

use kernel::Result;
use madang_tests::isolation;

#[actix_web::test]
async fn nobody_reads_or_changes_or_learns_what_is_not_theirs() -> Result<()> {
    let report = isolation::walk().await?;
    assert!(report.attempts > 20 * report.operations, "{}", report.line());
    assert!(report.blind.is_empty(), "not tried:\n  {}", report.blind.join("\n  "));
    assert!(report.leaks.is_empty(), "{}\n  {}", report.line(), report.leaks.join("\n  "));
    Ok(())
}
