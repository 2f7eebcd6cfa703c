/** Everything of a period is sent once more. */
import { Checkbox, Modal, Text, TextInput } from "@mantine/core";
import { useT } from "@/i18n/provider";
import { AppForm, useAppForm, useRules } from "@/ui/form";
import { useNotify } from "@/ui/notify";
import { moment } from "../model/choices";
import { useReplayRange } from "../queries";

interface Values extends Record<string, unknown> {
  from: string;
  to: string;
  undelivered: boolean;
}

export function ReplayRangeDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useT("company").integrations.replayRange;
  const common = useT("common");
  const rules = useRules();
  const notify = useNotify();
  const replay = useReplayRange(id, (count) => {
    notify.done(t.done(count));
    onClose();
  });
  const form = useAppForm<Values>({
    initialValues: { from: "", to: "", undelivered: true },
    validate: { from: rules.required, to: (to, { from }) => rules.required(to) ?? (to > from ? null : t.order) },
  });
  return (
    <Modal opened onClose={onClose} title={t.title} closeButtonProps={{ "aria-label": common.act.close }}>
      <AppForm
        form={form}
        write={replay}
        toInput={({ from, to, undelivered }) => ({ from: moment(from) ?? "", to: moment(to) ?? "", undelivered_only: undelivered })}
        submitLabel={t.submit}
      >
        <TextInput label={t.from} type="datetime-local" required data-autofocus {...form.getInputProps("from")} key={form.key("from")} />
        <TextInput label={t.to} type="datetime-local" required {...form.getInputProps("to")} key={form.key("to")} />
        <Checkbox label={t.undelivered} {...form.getInputProps("undelivered", { type: "checkbox" })} key={form.key("undelivered")} />
        <Text size="sm" c="dimmed">
          {t.means}
        </Text>
      </AppForm>
    </Modal>
  );
}
