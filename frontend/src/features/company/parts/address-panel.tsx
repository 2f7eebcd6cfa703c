/** Where the shop is reached: its address on the platform, and a domain of the company's own. */
import { Alert, Button, Code, CopyButton, Group, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useT } from "@/i18n/provider";
import { ConfirmAction } from "@/ui/ConfirmAction";
import { Facts } from "@/ui/Facts";
import { AppForm, useAppForm } from "@/ui/form";
import { PlainList } from "@/ui/list";
import { useNotify } from "@/ui/notify";
import { Panel } from "@/ui/Panel";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { Badge, type Tone } from "@/ui/StateBadge";
import { Loaded } from "@/ui/states";
import { When } from "@/ui/When";
import { type OwnDomain, type ShopAddress, useAddress, useChangeSlug, useCheckDomain, useDropDomain, useSetDomain } from "../life";

const SLUG = /^[a-z0-9][a-z0-9-]{1,38}[a-z0-9]$/;

export function AddressPanels({ canEdit }: { canEdit: boolean }) {
  return (
    <Loaded query={useAddress()}>
      {(address) => (
        <Stack>
          <Slug address={address} canEdit={canEdit} />
          <Domain key={address.domain?.host ?? ""} domain={address.domain} canEdit={canEdit} />
        </Stack>
      )}
    </Loaded>
  );
}

function Slug({ address, canEdit }: { address: ShopAddress; canEdit: boolean }) {
  const t = useT("company").settings.address;
  const common = useT("common");
  const notify = useNotify();
  const [asking, setAsking] = useState<string>();
  const change = useChangeSlug(() => notify.done(common.state.saved));
  const form = useAppForm({ initialValues: { slug: address.slug }, validate: { slug: (text) => (SLUG.test(text.trim()) ? null : t.slugRule) } });
  return (
    <Panel title={t.slugTitle}>
      <Facts
        facts={[
          { label: t.now, value: <a href={`/shop/${address.slug}`}>{address.url}</a> },
          ...address.former.map((former) => ({
            label: t.former,
            value: (
              <>
                <Code>{former.slug}</Code> · {t.until} <When at={former.ends_at} exact />
              </>
            ),
          })),
        ]}
      />
      {canEdit && (
        <Stack gap="xs" maw={420} mt="md">
          <form
            onSubmit={form.onSubmit(({ slug }) => {
              if (slug.trim() !== address.slug) setAsking(slug.trim());
            })}
          >
            <Group align="flex-end" gap="xs" wrap="nowrap">
              <TextInput style={{ flex: 1 }} label={t.slug} autoCapitalize="none" {...form.getInputProps("slug")} key={form.key("slug")} />
              <Button type="submit" variant="default">
                {t.change}
              </Button>
            </Group>
          </form>
          <Text size="sm" c="dimmed">
            {t.slugHint}
          </Text>
        </Stack>
      )}
      <ConfirmAction
        opened={asking !== undefined}
        onClose={() => setAsking(undefined)}
        title={t.changeAsk(asking ?? "")}
        confirmLabel={t.change}
        input={asking ?? ""}
        write={change}
      >
        {t.changeMeans}
      </ConfirmAction>
    </Panel>
  );
}

const TONE: Record<OwnDomain["state"], Tone> = { waiting: "caution", proven: "positive", lost: "danger" };

function Domain({ domain, canEdit }: { domain: OwnDomain | undefined; canEdit: boolean }) {
  const t = useT("company").settings.address;
  const set = useSetDomain();
  const form = useAppForm({ initialValues: { host: domain?.host ?? "" }, validate: { host: (text) => (text.includes(".") ? null : t.hostRule) } });
  return (
    <Panel title={t.domainTitle} {...(domain !== undefined && { action: <Badge tone={TONE[domain.state]}>{t.states[domain.state]}</Badge> })}>
      {domain === undefined ? <Text mb="md">{t.domainNone}</Text> : <Entered domain={domain} canEdit={canEdit} />}
      {canEdit && (
        <div style={{ maxWidth: "26rem", marginTop: "1rem" }}>
          <AppForm form={form} write={set} toInput={({ host }) => host.trim()} submitLabel={domain === undefined ? t.enter : t.replace}>
            <TextInput label={t.host} description={t.hostHint} placeholder="shop.example.com" autoCapitalize="none" required {...form.getInputProps("host")} key={form.key("host")} />
          </AppForm>
        </div>
      )}
    </Panel>
  );
}

function Entered({ domain, canEdit }: { domain: OwnDomain; canEdit: boolean }) {
  const t = useT("company").settings.address;
  const common = useT("common");
  const notify = useNotify();
  const check = useCheckDomain();
  const drop = useDropDomain(() => notify.done(common.state.saved));
  const [dropping, setDropping] = useState(false);
  return (
    <Stack gap="sm">
      <Text>{t.means[domain.state](domain.host)}</Text>
      {domain.failing_since !== undefined && domain.state === "proven" && (
        <Alert color="caution" variant="light" title={t.failing}>
          <When at={domain.failing_since} exact />
        </Alert>
      )}
      <PlainList
        label={t.records}
        rows={domain.records}
        rowKey={(row) => row.kind}
        columns={[
          { key: "kind", head: t.kind, card: "title", cell: (row) => <strong>{row.kind}</strong> },
          { key: "name", head: t.name, cell: (row) => <Copied text={row.name} /> },
          { key: "value", head: t.value, cell: (row) => <Copied text={row.value} /> },
        ]}
      />
      {domain.checked_at !== undefined && (
        <Text size="sm" c="dimmed">
          {t.checked} <When at={domain.checked_at} exact />
        </Text>
      )}
      <ProblemAlert problem={check.error} />
      {canEdit && (
        <Group gap="xs">
          <Button loading={check.isPending} onClick={() => check.mutate(undefined)}>
            {t.check}
          </Button>
          <Button variant="subtle" color="danger" onClick={() => setDropping(true)}>
            {t.drop}
          </Button>
        </Group>
      )}
      <ConfirmAction
        opened={dropping}
        onClose={() => setDropping(false)}
        danger
        title={t.dropAsk(domain.host)}
        confirmLabel={t.drop}
        input={undefined}
        write={drop}
      />
    </Stack>
  );
}

function Copied({ text }: { text: string }) {
  const t = useT("company").settings.address;
  return (
    <Group gap={4}>
      <Code style={{ overflowWrap: "anywhere" }}>{text}</Code>
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <Button size="compact-xs" variant="subtle" onClick={copy} aria-label={`${t.copy} ${text}`}>
            {copied ? t.copied : t.copy}
          </Button>
        )}
      </CopyButton>
    </Group>
  );
}
