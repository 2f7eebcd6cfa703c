/** What a person agrees to: nothing is ticked for them, and each document can be read first. */
import { Anchor, Button, Checkbox, Stack, Text } from "@mantine/core";
import { useState } from "react";
import type { Schemas } from "@/api/types";
import { useT } from "@/i18n/provider";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { useGiveConsent, useSignOut } from "../queries";
import { AccountCard } from "./card";

type Document = Schemas["Consent"];

const PLACES: Readonly<Record<string, string>> = { terms: "/terms", privacy: "/privacy" };

interface ConsentsProps {
  documents: readonly Document[];
  given: ReadonlySet<string>;
  onChange: (given: ReadonlySet<string>) => void;
}

export function Consents({ documents, given, onChange }: ConsentsProps) {
  const t = useT("common").identity;
  const names: Partial<Record<string, string>> = t.document;
  return (
    <Stack gap="xs">
      {documents.map(({ document, edition }) => {
        const name = names[document] ?? document;
        return (
          <Checkbox
            key={document}
            required
            checked={given.has(document)}
            onChange={(event) => {
              const next = new Set(given);
              if (event.currentTarget.checked) next.add(document);
              else next.delete(document);
              onChange(next);
            }}
            label={
              <>
                {t.agreeTo(name)}{" "}
                <Anchor href={PLACES[document]} target="_blank" underline="always" inherit>
                  {t.readDocument(name, edition)}
                </Anchor>
              </>
            }
          />
        );
      })}
    </Stack>
  );
}

export const allGiven = (documents: readonly Document[], given: ReadonlySet<string>): boolean =>
  documents.every(({ document }) => given.has(document));

/** A document has another edition since the person agreed. Whoever does not agree can still leave. */
export function ConsentsDue({ documents }: { documents: readonly Document[] }) {
  const t = useT("common").identity;
  const [given, setGiven] = useState<ReadonlySet<string>>(new Set());
  const give = useGiveConsent();
  const signOut = useSignOut();
  return (
    <AccountCard title={t.consentsTitle} intro={t.consentsIntro}>
      <Consents documents={documents} given={given} onChange={setGiven} />
      <ProblemAlert problem={give.error} />
      <Button fullWidth size="md" disabled={!allGiven(documents, given)} loading={give.isPending} onClick={() => give.mutate([...documents])}>
        {t.agree}
      </Button>
      <Text size="sm" c="dimmed">
        {t.consentsElse}
      </Text>
      <Button variant="default" onClick={() => signOut.mutate(undefined)}>
        {t.signOut}
      </Button>
    </AccountCard>
  );
}
