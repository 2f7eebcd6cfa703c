/** One settlement with the trades that it sums, and its statement as a file. */
import { Stack } from "@mantine/core";
import { useParams } from "@tanstack/react-router";
import { PayoutBadge, type SettlementLine, statementPath, useSettlement, useSettlementLines } from "@/features/settlement";
import { useLocale, useT } from "@/i18n/provider";
import { formatDay } from "@/lib/dates";
import { Facts } from "@/ui/Facts";
import { AnchorLink } from "@/ui/links";
import { type Column, DataList, useList } from "@/ui/list";
import { Money } from "@/ui/Money";
import { PageHeader } from "@/ui/PageHeader";
import { Panel } from "@/ui/Panel";
import { Loaded } from "@/ui/states";
import { When } from "@/ui/When";
import { ExportButton } from "@/ui/ExportButton";

export function SettlementPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const t = useT("company").settlements;
  const common = useT("common");
  const { locale } = useLocale();
  return (
    <Loaded query={useSettlement(id)}>
      {(settlement) => (
        <>
          <PageHeader
            title={settlement.number}
            intro={formatDay(settlement.settled_on, locale)}
            crumbs={[{ label: t.title, to: "/company/settlements" }]}
            actions={<ExportButton path={statementPath(settlement.id)} name={`${settlement.number}.csv`} label={t.statement} />}
          />
          <Stack>
            <Panel title={t.sum}>
              <div style={{ maxWidth: "26rem" }}>
                <Facts
                  align="end"
                  facts={[
                    { label: t.sales, value: <Money value={settlement.sales} /> },
                    { label: t.supply, value: <Money value={settlement.supply} /> },
                    { label: common.trade.money.delivery, value: <Money value={settlement.delivery} /> },
                    { label: t.fee, value: <Money value={settlement.fee} /> },
                    { label: t.net, value: <Money value={settlement.net} />, total: true },
                    {
                      label: t.payout,
                      value: settlement.payout && (
                        <>
                          <PayoutBadge state={settlement.payout.state} />{" "}
                          <AnchorLink to="/company/payouts">{settlement.payout.number}</AnchorLink> <Money value={settlement.payout.amount} />
                        </>
                      ),
                    },
                  ]}
                />
              </div>
            </Panel>
            <Panel title={t.lines}>
              <Lines id={settlement.id} />
            </Panel>
          </Stack>
        </>
      )}
    </Loaded>
  );
}

function Lines({ id }: { id: string }) {
  const t = useT("company").settlements;
  const common = useT("common");
  const list = useList({ limit: 50 });
  const lines = useSettlementLines(id, list.query);
  const columns: Column<SettlementLine>[] = [
    {
      key: "trade",
      head: common.trade.one,
      card: "title",
      cell: (line) => (
        <AnchorLink to="/company/trades/$id" params={{ id: line.trade_id }} fw={600} className="figures">
          {line.trade_number}
        </AnchorLink>
      ),
    },
    { key: "role", head: t.role, cell: (line) => common.actor[line.role] },
    { key: "confirmed", head: common.trade.confirmedAt, cell: (line) => <When at={line.confirmed_at} exact /> },
    { key: "gross", head: t.gross, align: "end", cell: (line) => <Money value={line.gross} /> },
    { key: "fee", head: t.fee, align: "end", cell: (line) => <Money value={line.fee} /> },
    { key: "net", head: t.net, align: "end", cell: (line) => <Money value={line.net} fw={600} /> },
  ];
  return <DataList label={t.lines} list={list} query={lines} rowKey={(line) => `${line.trade_id}-${line.role}`} columns={columns} />;
}
