/** Takes files by dropping or choosing, refuses wrong types and sizes at once; the server checks again. */
import { CloseButton, Group, Text } from "@mantine/core";
import { IconUpload } from "@tabler/icons-react";
import { type DragEvent, useId, useRef, useState } from "react";
import { useLocale, useT } from "@/i18n/provider";
import { formatBytes } from "@/lib/bytes";
import classes from "./FileDrop.module.css";

interface FileDropProps {
  label: string;
  files: readonly File[];
  onChange: (files: readonly File[]) => void;
  /** Media types or endings, as `<input accept>` takes them: ["image/*", "application/pdf"]. */
  accept: readonly string[];
  /** How the accepted types are called on the screen: "JPG, PNG, PDF". */
  acceptLabel: string;
  maxBytes: number;
  maxFiles?: number;
  error?: string | undefined;
}

export function accepts(file: { name: string; type: string }, accept: readonly string[]): boolean {
  return accept.some((rule) => {
    if (rule.startsWith(".")) return file.name.toLowerCase().endsWith(rule.toLowerCase());
    return rule.endsWith("/*") ? file.type.startsWith(rule.slice(0, -1)) : file.type === rule;
  });
}

export function FileDrop(props: FileDropProps) {
  const { label, files, onChange, accept, acceptLabel, maxBytes, maxFiles = 1, error } = props;
  const t = useT("common").file;
  const { locale } = useLocale();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const limit = formatBytes(maxBytes, locale);

  const take = (offered: readonly File[]) => {
    const reasons: string[] = [];
    const fit = offered.filter((file) => {
      if (!accepts(file, accept)) reasons.push(t.wrongType(file.name));
      else if (file.size > maxBytes) reasons.push(t.tooLarge(file.name, limit));
      else return true;
      return false;
    });
    const all = maxFiles === 1 ? fit.slice(-1) : [...files, ...fit];
    if (all.length > maxFiles) reasons.push(t.tooMany(maxFiles));
    setRefused(reasons);
    if (fit.length > 0) onChange(all.slice(0, maxFiles));
    // The same file may be chosen again after it was taken out.
    if (input.current !== null) input.current.value = "";
  };

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take([...event.dataTransfer.files]);
  };

  const message = error ?? (refused.length > 0 ? refused.join(" ") : undefined);
  return (
    <div>
      <Text component="label" htmlFor={id} size="sm" fw={500}>
        {label}
      </Text>
      <div
        className={over ? `${classes.zone} ${classes.over}` : classes.zone}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <input
          ref={input}
          id={id}
          type="file"
          className={classes.input}
          accept={accept.join(",")}
          multiple={maxFiles > 1}
          aria-describedby={`${id}-hint`}
          aria-invalid={message !== undefined}
          onChange={(event) => take([...(event.currentTarget.files ?? [])])}
        />
        <IconUpload size={20} aria-hidden />
        <Text size="sm">{t.drop}</Text>
        <Text size="xs" c="dimmed" id={`${id}-hint`}>
          {t.limits(acceptLabel, limit)}
        </Text>
      </div>
      {message !== undefined && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert" mt={4}>
          {message}
        </Text>
      )}
      {files.map((file) => (
        <Group key={`${file.name}-${file.lastModified}`} gap="xs" mt={6} wrap="nowrap">
          <Text size="sm" truncate>
            {file.name}
          </Text>
          <Text size="xs" c="dimmed" className="figures">
            {formatBytes(file.size, locale)}
          </Text>
          <CloseButton
            size="sm"
            aria-label={t.remove(file.name)}
            onClick={() => onChange(files.filter((each) => each !== file))}
          />
        </Group>
      ))}
    </div>
  );
}
