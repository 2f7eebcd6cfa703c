/** The pictures of an item, the first of which is its cover; each says in words what it shows. */
import { ActionIcon, Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useT } from "@/i18n/provider";
import { usePick } from "@/i18n/pick";
import { FileDrop } from "@/ui/FileDrop";
import { useNotify } from "@/ui/notify";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { Badge } from "@/ui/StateBadge";
import { EmptyState } from "@/ui/states";
import { moved } from "../model/order";
import type { Item, Media } from "../queries";
import { useAddPicture, useOrderPictures, useRemovePicture } from "../writes";
import classes from "./item-pictures.module.css";

const TEN_MEGABYTES = 10_000_000;

export function ItemPictures({ item, canEdit }: { item: Item; canEdit: boolean }) {
  const t = useT("company").catalog.pictures;
  const media = item.media.toSorted((a, b) => a.position - b.position);
  return (
    <Stack gap="lg">
      {media.length === 0 ? <EmptyState title={t.none} body={t.noneBody} /> : <Pictures item={item.id} media={media} canEdit={canEdit} />}
      {canEdit && <AddPicture item={item} />}
    </Stack>
  );
}

function Pictures({ item, media, canEdit }: { item: string; media: readonly Media[]; canEdit: boolean }) {
  const t = useT("company").catalog.pictures;
  const say = usePick();
  const notify = useNotify();
  const order = useOrderPictures(item);
  const remove = useRemovePicture(() => notify.done(t.removed));
  const ids = media.map(({ id }) => id);
  const busy = order.isPending || remove.isPending;
  return (
    <>
      <ProblemAlert problem={order.error ?? remove.error} />
      <ul className={classes.pictures}>
        {media.map((picture, index) => {
          const alt = say(picture.alt, picture.alt_en);
          const name = alt === "" ? t.number(index + 1) : alt;
          return (
            <li key={picture.id} className={classes.picture}>
              <img src={picture.urls["320"]} alt={alt} className={classes.image} loading="lazy" />
              <Text size="sm" lineClamp={2}>
                {alt === "" ? <span className={classes.noAlt}>{t.noAlt}</span> : alt}
              </Text>
              <Group gap={2} justify="space-between">
                {index === 0 ? <Badge tone="brand">{t.cover}</Badge> : <span />}
                {canEdit && (
                  <Group gap={2} wrap="nowrap">
                    <ActionIcon aria-label={t.earlier(name)} disabled={index === 0 || busy} onClick={() => order.mutate(moved(ids, picture.id, -1))}>
                      <IconArrowUp size={16} aria-hidden />
                    </ActionIcon>
                    <ActionIcon
                      aria-label={t.later(name)}
                      disabled={index === media.length - 1 || busy}
                      onClick={() => order.mutate(moved(ids, picture.id, 1))}
                    >
                      <IconArrowDown size={16} aria-hidden />
                    </ActionIcon>
                    <ActionIcon aria-label={t.remove(name)} disabled={busy} onClick={() => remove.mutate(picture.id)}>
                      <IconTrash size={16} aria-hidden />
                    </ActionIcon>
                  </Group>
                )}
              </Group>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function AddPicture({ item }: { item: Item }) {
  const t = useT("company").catalog.pictures;
  const notify = useNotify();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [alt, setAlt] = useState(item.name);
  const [altEn, setAltEn] = useState(item.name_en ?? "");
  const add = useAddPicture(item.id, () => {
    notify.done(t.added);
    setFiles([]);
  });
  const [file] = files;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (file !== undefined) add.mutate({ file, alt: alt.trim(), altEn: altEn.trim() });
      }}
    >
      <Stack gap="sm" maw={560}>
        <FileDrop
          label={t.add}
          files={files}
          onChange={setFiles}
          accept={["image/png", "image/jpeg", "image/webp"]}
          acceptLabel="PNG, JPG, WebP"
          maxBytes={TEN_MEGABYTES}
        />
        {file !== undefined && (
          <>
            <TextInput label={t.alt} description={t.altHint} maxLength={200} value={alt} onChange={(event) => setAlt(event.currentTarget.value)} />
            <TextInput label={t.altEn} maxLength={200} value={altEn} onChange={(event) => setAltEn(event.currentTarget.value)} />
            <Group>
              <Button type="submit" loading={add.isPending}>
                {t.upload}
              </Button>
            </Group>
          </>
        )}
        <ProblemAlert problem={add.error} />
      </Stack>
    </form>
  );
}
