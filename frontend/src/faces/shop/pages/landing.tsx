/** What Madang is: its one idea, how money is kept, and the shops that are open. */
import { Group } from "@mantine/core";
import { useSession } from "@/api/session";
import { ShopCards, useShops } from "@/features/shopfront";
import { useT } from "@/i18n/provider";
import { won } from "@/lib/money";
import { ButtonLink } from "@/ui/links";
import { Money, useMoneyText } from "@/ui/Money";
import { usePageTitle } from "@/ui/PageHeader";
import { EmptyState, Loaded } from "@/ui/states";
import classes from "./landing.module.css";

/** One order of 22,000 won, all amounts with VAT: the supplier's price, the fee of three percent and what is left to the seller. */
const EXAMPLE = { paid: won(22_000), supply: won(16_500), fee: won(660), margin: won(4_840), vat: won(2_000) };

export function LandingPage() {
  const t = useT("shop").landing;
  usePageTitle(t.title);
  return (
    <div className={classes.page}>
      <section className={classes.hero}>
        <div>
          <h1>{t.headline}</h1>
          <p className={classes.lead}>{t.intro}</p>
          <Enter />
        </div>
        <OneFact />
      </section>
      <Escrow />
      <section className={classes.section}>
        <h2>{t.whoTitle}</h2>
        <ul className={classes.who}>
          {t.who.map((each) => (
            <li key={each.title}>
              <h3>{each.title}</h3>
              <p>{each.body}</p>
            </li>
          ))}
        </ul>
      </section>
      <Shops />
      <section className={classes.last}>
        <h2>{t.lastTitle}</h2>
        <p>{t.lastBody}</p>
        <Enter />
      </section>
    </div>
  );
}

function Enter() {
  const t = useT("shop").landing;
  const signUp = useT("common").identity.signUp;
  const anonymous = useSession().status !== "signed-in";
  return (
    <Group gap="xs">
      <ButtonLink to="/start" size="md">
        {t.start}
      </ButtonLink>
      {anonymous && (
        <ButtonLink to="/sign-up" size="md" variant="default">
          {signUp}
        </ButtonLink>
      )}
    </Group>
  );
}

/** The idea in a picture: one order, and everything that it is at the same time. */
function OneFact() {
  const t = useT("shop").landing.fact;
  const amounts = {
    sale: EXAMPLE.paid,
    purchase: EXAMPLE.supply,
    escrow: EXAMPLE.paid,
    vat: EXAMPLE.vat,
    settlement: EXAMPLE.margin,
    payout: EXAMPLE.supply,
  } as const;
  return (
    <figure className={classes.fact}>
      <div className={classes.order}>
        <span>{t.order}</span>
        <strong>{t.goods}</strong>
        <Money value={EXAMPLE.paid} className="figures" />
      </div>
      <ul>
        {(Object.keys(amounts) as (keyof typeof amounts)[]).map((name) => (
          <li key={name}>
            <span>{t.is[name]}</span>
            <span className={classes.whose}>{t.whose[name]}</span>
            <Money value={amounts[name]} />
          </li>
        ))}
      </ul>
      <figcaption>{t.caption}</figcaption>
    </figure>
  );
}

function Escrow() {
  const t = useT("shop").landing.escrow;
  const say = useMoneyText();
  const shares = [
    [t.supplier, EXAMPLE.supply],
    [t.seller, EXAMPLE.margin],
    [t.fee, EXAMPLE.fee],
  ] as const;
  return (
    <section className={classes.section}>
      <h2>{t.title}</h2>
      <p className={classes.sub}>{t.intro}</p>
      <ol className={classes.steps}>
        {t.steps.map((step, index) => (
          <li key={step.title}>
            <div className={classes.money} aria-hidden data-step={index + 1}>
              {index < t.steps.length - 1 ? <span /> : shares.map(([label, amount]) => <span key={label} style={{ flexGrow: amount.minor }} />)}
            </div>
            <p className={classes.where}>{index < t.steps.length - 1 ? t.held(say(EXAMPLE.paid)) : t.released}</p>
            <h3>{step.title}</h3>
            <p>{step.body}</p>
            {index === t.steps.length - 1 && (
              <dl className={classes.shares}>
                {shares.map(([label, amount]) => (
                  <div key={label}>
                    <dt>{label}</dt>
                    <dd>
                      <Money value={amount} />
                    </dd>
                  </div>
                ))}
              </dl>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Shops() {
  const t = useT("shop").landing;
  const shops = useShops();
  return (
    <section className={classes.section}>
      <h2>{t.shops}</h2>
      <Loaded query={shops}>
        {({ items }) =>
          items.length === 0 ? <EmptyState title={t.noShops} body={t.noShopsBody} /> : <ShopCards shops={items} label={t.shops} />
        }
      </Loaded>
    </section>
  );
}
