/** What was ordered beside what the delivery confirmation says, and its document: the papers that the operator checks. */
import { Button, Code, Group, Skeleton, Text } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { download, fetchFile } from "@/api/download";
import { toProblem } from "@/api/problem";
import { useT } from "@/i18n/provider";
import { type Column, PlainList } from "@/ui/list";
import { Money } from "@/ui/Money";
import { useNotify } from "@/ui/notify";
import { Badge } from "@/ui/StateBadge";
import { ProblemState } from "@/ui/states";
import { type ComparedLine, compared } from "../model/compared";
import { operatorDocumentPath } from "../operator";
import type { Trade } from "../types";
import classes from "./delivery-check.module.css";

export function OrderedBesideDelivered({ trade }: { trade: Trade }) {
  const t = useT("operator").trades.compare;
  const common = useT("common").trade.lines;
  const columns: Column<ComparedLine>[] = [
    {
      key: "item",
      head: t.item,
      card: "title",
      cell: ({ line }) => (
        <>
          <Text fw={600}>
            {line.name} · {line.variant_name}
          </Text>
          <Text size="xs" c="dimmed">
            {line.sku} {line.unit_price && <Money value={line.unit_price} />}
          </Text>
        </>
      ),
    },
    { key: "ordered", head: t.ordered, align: "end", cell: ({ line }) => <span className="figures">{common.count(line.quantity, line.unit)}</span> },
    {
      key: "delivered",
      head: t.delivered,
      align: "end",
      cell: ({ line, delivered, lots }) => (
        <>
          <Text inherit fw={700} className="figures">
            {common.count(delivered, line.unit)}
          </Text>
          {lots.length > 0 && (
            <Text size="xs" c="dimmed">
              {t.lot} {lots.join(", ")}
            </Text>
          )}
        </>
      ),
    },
    {
      key: "verdict",
      head: t.verdict,
      cell: ({ line, delivered, missing }) =>
        missing === 0 ? (
          <Badge tone="positive">{t.match}</Badge>
        ) : delivered === 0 ? (
          <Badge tone="danger">{t.none}</Badge>
        ) : (
          <Badge tone="caution">{t.short(common.count(missing, line.unit))}</Badge>
        ),
    },
  ];
  return <PlainList label={t.title} rows={compared(trade)} rowKey={({ line }) => line.id} columns={columns} />;
}

const SHOWN = ["image/png", "image/jpeg"];

/** The document itself: a picture is shown, anything else is opened by the browser's own reader. */
export function DeliveryDocument({ trade }: { trade: Trade }) {
  const t = useT("operator").trades.paper;
  const common = useT("common").trade.delivery;
  const notify = useNotify();
  const attached = trade.delivery_confirmation?.document;
  const shown = attached !== undefined && SHOWN.includes(attached.type);
  const bytes = useQuery({
    queryKey: ["document", trade.id, attached?.sha256],
    enabled: shown,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => fetchFile(operatorDocumentPath(trade.id)),
  });
  const address = useMemo(() => (bytes.data === undefined ? undefined : URL.createObjectURL(bytes.data)), [bytes.data]);
  useEffect(() => () => void (address !== undefined && URL.revokeObjectURL(address)), [address]);

  if (attached === undefined) return <Text c="dimmed">{t.none}</Text>;
  const save = () =>
    void download(operatorDocumentPath(trade.id), attached.name).catch((error: unknown) => notify.problem(toProblem(error)));
  return (
    <div className={classes.document}>
      <Group justify="space-between" gap="xs">
        <Text size="sm" fw={600}>
          {attached.name}
        </Text>
        <Button size="xs" variant="default" leftSection={<IconDownload size={14} aria-hidden />} onClick={save}>
          {common.open}
        </Button>
      </Group>
      {shown && bytes.error !== null && <ProblemState problem={toProblem(bytes.error)} onRetry={() => void bytes.refetch()} />}
      {shown && bytes.isPending && <Skeleton height={240} aria-label={t.loading} />}
      {address !== undefined && <img src={address} alt={t.preview(attached.name)} className={classes.preview} />}
      <Text size="xs" c="dimmed" mt="xs">
        {t.hash}
      </Text>
      <Code className={classes.hash}>{attached.sha256}</Code>
    </div>
  );
}
