/** The shop's logo and banner. */
import { Button, Group, Stack } from "@mantine/core";
import { useState } from "react";
import { useT } from "@/i18n/provider";
import { FileDrop } from "@/ui/FileDrop";
import { useNotify } from "@/ui/notify";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { type Company, type CompanyPicture, useUploadPicture } from "../queries";
import classes from "./picture-form.module.css";

const FIVE_MEGABYTES = 5_000_000;

export function PictureForm({ company, which, canEdit }: { company: Company; which: CompanyPicture; canEdit: boolean }) {
  const t = useT("company").settings.pictures;
  const common = useT("common");
  const notify = useNotify();
  const [files, setFiles] = useState<readonly File[]>([]);
  const upload = useUploadPicture(which, () => {
    notify.done(common.state.saved);
    setFiles([]);
  });
  const url = which === "logo" ? company.logo_url : company.banner_url;
  const [file] = files;
  return (
    <Stack gap="sm" maw={520}>
      {url !== undefined && <img src={url} alt={t.now[which](company.name)} className={classes[which]} />}
      {canEdit && (
        <>
          <FileDrop
            label={t[which]}
            files={files}
            onChange={setFiles}
            accept={["image/png", "image/jpeg", "image/webp"]}
            acceptLabel="PNG, JPG, WebP"
            maxBytes={FIVE_MEGABYTES}
          />
          <ProblemAlert problem={upload.error} />
          {file !== undefined && (
            <Group>
              <Button loading={upload.isPending} onClick={() => upload.mutate(file)}>
                {t.upload}
              </Button>
            </Group>
          )}
        </>
      )}
    </Stack>
  );
}
