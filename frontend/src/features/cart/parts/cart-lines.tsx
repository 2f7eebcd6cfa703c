/** The lines of a cart under their suppliers, each with what stands in its way. */
import { Button, Text } from "@mantine/core";
import { IconTruckDelivery } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { usePick } from "@/i18n/pick";
import { useT } from "@/i18n/provider";
import { Money } from "@/ui/Money";
import { useNotify } from "@/ui/notify";
import { Picture } from "@/ui/shop/Picture";
import { Quantity } from "@/ui/shop/Quantity";
import { type Cart, type CartLine, groupBySupplier, lineMax } from "../model";
import { usePutLine } from "../queries";
import classes from "./cart-lines.module.css";

export function CartLines({ shop, cart }: { shop: string; cart: Cart }) {
  const t = useT("shop").cart;
  return groupBySupplier(cart).map((group) => (
    <section key={group.supplier.id} className={classes.group} aria-label={t.partOf(group.supplier.name)}>
      <header className={classes.supplier}>
        <h2>{t.partOf(group.supplier.name)}</h2>
        {group.delivery !== undefined && (
          <p>
            <IconTruckDelivery size={18} stroke={1.5} aria-hidden />
            {group.delivery.minor === 0 ? (
              t.deliveryFree
            ) : (
              <span>
                {t.delivery} <Money value={group.delivery} />
              </span>
            )}
          </p>
        )}
      </header>
      <ul className={classes.lines}>
        {group.lines.map((line) => (
          <Line key={line.variant_id} shop={shop} line={line} />
        ))}
      </ul>
    </section>
  ));
}

function useLineProblem(line: CartLine): string | undefined {
  const t = useT("shop").cart;
  const problem: string = line.problem ?? "";
  if (problem === "") return undefined;
  if (problem === "stock.unavailable") return line.stock === "out" ? t.problem.out : t.problem.short(line.left ?? 0);
  if (problem.endsWith("quantity")) return line.max_quantity ? t.problem.quantity(line.max_quantity) : t.problem.quantityAny;
  return t.problem.gone;
}

function Line({ shop, line }: { shop: string; line: CartLine }) {
  const t = useT("shop").cart;
  const say = usePick();
  const notify = useNotify();
  const put = usePutLine(shop);
  const problem = useLineProblem(line);
  const name = say(line.title, line.title_en);
  const set = (quantity: number) =>
    put.mutate({ variant: line.variant_id, quantity }, { onError: (refused) => notify.problem(refused) });
  return (
    <li className={classes.line} aria-busy={put.isPending}>
      <Link to="/shop/$slug/products/$product" params={{ slug: shop, product: line.product_slug }} tabIndex={-1} aria-hidden>
        <Picture src={line.picture_url} alt="" sizes="6rem" faded={line.stock === "out"} />
      </Link>
      <div className={classes.what}>
        <Link to="/shop/$slug/products/$product" params={{ slug: shop, product: line.product_slug }} className={classes.name}>
          {name}
        </Link>
        <Text size="sm" c="dimmed">
          {say(line.variant_name, line.variant_name_en)} · <Money value={line.unit_price} />
        </Text>
        {problem !== undefined && (
          <Text size="sm" c="var(--tone-danger-fg)" role="alert">
            {problem}
          </Text>
        )}
        {problem === undefined && line.stock === "low" && (
          <Text size="sm" c="var(--tone-caution-fg)">
            {t.left(line.left ?? 1)}
          </Text>
        )}
      </div>
      <div className={classes.count}>
        <Quantity
          label={t.quantityOf(name)}
          value={line.quantity}
          min={1}
          max={Math.max(lineMax(line), 1)}
          disabled={put.isPending}
          onChange={set}
        />
        <Button variant="subtle" color="gray" size="compact-sm" disabled={put.isPending} onClick={() => set(0)} aria-label={t.removeOf(name)}>
          {t.remove}
        </Button>
      </div>
      <Money value={line.amount} fw={700} className={`figures ${classes.amount}`} />
    </li>
  );
}
