/** A file of what is shown, for a spreadsheet or the tax accountant. */
import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useState } from "react";
import { download } from "@/api/download";
import { toProblem } from "@/api/problem";
import { useNotify } from "@/ui/notify";

export function ExportButton({ path, name, label }: { path: string; name: string; label: string }) {
  const notify = useNotify();
  const [busy, setBusy] = useState(false);
  const save = () => {
    setBusy(true);
    download(path, name)
      .catch((error: unknown) => notify.problem(toProblem(error)))
      .finally(() => setBusy(false));
  };
  return (
    <Button variant="default" loading={busy} leftSection={<IconDownload size={16} aria-hidden />} onClick={save}>
      {label}
    </Button>
  );
}
