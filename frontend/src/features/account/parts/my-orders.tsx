import { Text } from "@mantine/core";
import type { Schemas } from "@/api/types";
import { useT } from "@/i18n/provider";
import { AnchorLink } from "@/ui/links";
import { Pager, useList } from "@/ui/list";
import { Money } from "@/ui/Money";
import list from "@/ui/Rows.module.css";
import { StateBadge } from "@/ui/StateBadge";
import { EmptyState, Loaded } from "@/ui/states";
import { When } from "@/ui/When";
import { useMyOrders } from "../queries";
import classes from "./account.module.css";

type Row = Schemas["BuyerOrderRow"];

/** What one ordered, in whichever shop, the newest first. */
export function MyOrders() {
  const t = useT("shop").account;
  const list = useList({ limit: 20 });
  const orders = useMyOrders(list.query);
  return (
    <Loaded query={orders}>
      {({ items, next }) =>
        items.length === 0 ? (
          <EmptyState title={t.noOrders} body={t.noOrdersBody} />
        ) : (
          <>
            <OrderRows rows={items} showShop />
            <Pager list={list} next={next ?? undefined} />
          </>
        )
      }
    </Loaded>
  );
}

export function OrderRows({ rows, showShop = false }: { rows: readonly Row[]; showShop?: boolean }) {
  const t = useT("shop").account;
  return (
    <ul className={list.rows} aria-label={t.orders}>
      {rows.map((row) => (
        <li key={row.trade_id} className={list.row}>
          <div>
            <AnchorLink to="/shop/$slug/orders/$id" params={{ slug: row.shop.slug, id: row.order_id }} fw={600} className="figures">
              {row.order_number}
            </AnchorLink>
            {row.summary && <Text>{row.summary}</Text>}
            <Text size="sm" c="dimmed">
              {showShop && `${row.shop.name} · `}
              <When at={row.placed_at} exact /> · <span className="figures">{row.trade_number}</span>
            </Text>
          </div>
          <div className={classes.end}>
            <StateBadge state={row.state} />
            <Money value={row.total} fw={700} />
          </div>
        </li>
      ))}
    </ul>
  );
}
