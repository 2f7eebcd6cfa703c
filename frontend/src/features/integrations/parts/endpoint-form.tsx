/** An endpoint of webhooks, as it is added and edited. */
import { Button, Checkbox, Group, Modal, SimpleGrid, TextInput } from "@mantine/core";
import { useState } from "react";
import { useT } from "@/i18n/provider";
import { AppForm, useAppForm, useRules } from "@/ui/form";
import { useNotify } from "@/ui/notify";
import { EVENT_TYPES, type EventType } from "../model/choices";
import { type Endpoint, useAddEndpoint, useChangeEndpoint } from "../queries";
import { SecretOnce } from "./secret-once";

interface Values extends Record<string, unknown> {
  url: string;
  description: string;
  event_types: string[];
}

interface EndpointFormProps {
  /** The one that is edited; without it one is added. */
  endpoint?: Endpoint;
  onClose: () => void;
}

export function EndpointForm({ endpoint, onClose }: EndpointFormProps) {
  return endpoint === undefined ? <Add onClose={onClose} /> : <Edit endpoint={endpoint} onClose={onClose} />;
}

function Add({ onClose }: { onClose: () => void }) {
  const t = useT("company").integrations.webhooks;
  const [made, setMade] = useState<Endpoint>();
  const add = useAddEndpoint(setMade);
  if (made !== undefined) return <SecretOnce title={t.secretTitle} secret={made.secret} note={t.secretMeans} onClose={onClose} />;
  return <Dialog title={t.add} initial={{ url: "https://", description: "", event_types: [] }} write={add} onClose={onClose} />;
}

function Edit({ endpoint, onClose }: { endpoint: Endpoint; onClose: () => void }) {
  const t = useT("company").integrations.webhooks;
  const notify = useNotify();
  const change = useChangeEndpoint(endpoint, () => {
    notify.done(t.saved);
    onClose();
  });
  const { url, description, event_types } = endpoint;
  return <Dialog title={t.edit} initial={{ url, description, event_types }} write={change} onClose={onClose} />;
}

interface DialogProps {
  title: string;
  initial: Values;
  write: ReturnType<typeof useAddEndpoint> | ReturnType<typeof useChangeEndpoint>;
  onClose: () => void;
}

function Dialog({ title, initial, write, onClose }: DialogProps) {
  const words = useT("company").integrations;
  const t = words.webhooks;
  const common = useT("common");
  const rules = useRules();
  const form = useAppForm<Values>({
    initialValues: initial,
    validate: { url: rules.required, event_types: (chosen) => (chosen.length > 0 ? null : t.eventsNone) },
  });
  return (
    <Modal opened onClose={onClose} title={title} size="lg" closeButtonProps={{ "aria-label": common.act.close }}>
      <AppForm
        form={form}
        write={write}
        toInput={({ url, description, event_types }) => ({
          url: url.trim(),
          description: description.trim(),
          event_types: event_types as EventType[],
        })}
        submitLabel={common.act.save}
      >
        <TextInput
          label={t.url}
          description={t.urlHint}
          type="url"
          maxLength={500}
          required
          data-autofocus
          {...form.getInputProps("url")}
          key={form.key("url")}
        />
        <TextInput label={t.description} maxLength={200} {...form.getInputProps("description")} key={form.key("description")} />
        <Checkbox.Group label={t.events} required {...form.getInputProps("event_types")} key={form.key("event_types")}>
          <Group my="xs">
            <Button size="xs" variant="default" onClick={() => form.setFieldValue("event_types", [...EVENT_TYPES])}>
              {t.eventsAll}
            </Button>
          </Group>
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs" verticalSpacing="xs">
            {EVENT_TYPES.map((kind) => (
              <Checkbox key={kind} value={kind} label={words.eventTypes[kind]} />
            ))}
          </SimpleGrid>
        </Checkbox.Group>
      </AppForm>
    </Modal>
  );
}
