/** Everything that was typed, once more before it is sent, each part with the way back to it. */
import { UnstyledButton } from "@mantine/core";
import type { ReactNode } from "react";
import { useT } from "@/i18n/provider";
import { FUNCTIONS, type RegistrationDraft, type Step } from "../model/draft";
import classes from "./wizard.module.css";

interface ReviewProps {
  values: RegistrationDraft;
  onEdit: (step: Step) => void;
}

export function Review({ values, onEdit }: ReviewProps) {
  const t = useT("shop").register;
  const functions = FUNCTIONS.filter((name) => values.functions.includes(name)).map((name) => t.functions[name].label);
  return (
    <div className={classes.review}>
      <Block step="company" onEdit={onEdit} facts={[[t.name, values.name], [t.nameEn, values.name_en], [t.businessNumber, values.business_number]]} />
      <Block
        step="contact"
        onEdit={onEdit}
        facts={[
          [t.representative, values.representative],
          [t.address, `(${values.postcode}) ${values.address1} ${values.address2}`],
          [t.mailOrderNumber, values.mail_order_number],
          [t.phone, values.phone],
          [t.email, values.email],
        ]}
      />
      <Block step="functions" onEdit={onEdit} facts={[[t.functionsShort, functions.join(", ")]]} />
      <Block step="address" onEdit={onEdit} facts={[[t.slug, `${location.host}/shop/${values.slug}`]]} />
    </div>
  );
}

function Block({ step, facts, onEdit }: { step: Step; facts: readonly [string, ReactNode][]; onEdit: (step: Step) => void }) {
  const t = useT("shop").register;
  const edit = useT("common").act.edit;
  return (
    <section className={classes.block}>
      <header>
        <h3>{t.step[step]}</h3>
        <UnstyledButton c="var(--mantine-color-anchor)" onClick={() => onEdit(step)}>
          {edit}
          <span className="visually-hidden"> {t.step[step]}</span>
        </UnstyledButton>
      </header>
      <dl className={classes.facts}>
        {facts
          .filter(([, value]) => value !== "")
          .map(([name, value]) => (
            <div key={name} style={{ display: "contents" }}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
