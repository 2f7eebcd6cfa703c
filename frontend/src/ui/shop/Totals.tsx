/** What there is to pay and what it is made of. The total stands last and largest; VAT is part of it, never added. */
import { Text } from "@mantine/core";
import { useT } from "@/i18n/provider";
import type { MoneyValue } from "@/lib/money";
import { Money } from "../Money";
import classes from "./Totals.module.css";

interface TotalsProps {
  goods: MoneyValue;
  delivery: MoneyValue;
  vatIncluded?: MoneyValue | undefined;
  total: MoneyValue;
  refunded?: MoneyValue | undefined;
}

export function Totals({ goods, delivery, vatIncluded, total, refunded }: TotalsProps) {
  const t = useT("shop").totals;
  return (
    <dl className={classes.list}>
      <div>
        <dt>{t.goods}</dt>
        <dd>
          <Money value={goods} />
        </dd>
      </div>
      <div>
        <dt>{t.delivery}</dt>
        <dd>{delivery.minor === 0 ? t.free : <Money value={delivery} />}</dd>
      </div>
      <div className={classes.total}>
        <dt>{t.total}</dt>
        <dd>
          <Money value={total} />
        </dd>
      </div>
      {vatIncluded !== undefined && (
        <div className={classes.note}>
          <dt>{t.vat}</dt>
          <dd>
            <Money value={vatIncluded} />
          </dd>
        </div>
      )}
      {refunded !== undefined && refunded.minor > 0 && (
        <div>
          <dt>{t.refunded}</dt>
          <dd>
            <Text component="span" fw={600} inherit>
              <Money value={refunded} />
            </Text>
          </dd>
        </div>
      )}
    </dl>
  );
}
