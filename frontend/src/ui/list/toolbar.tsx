/** The filters over a list, and what is done with the rows that are ticked. */
import { CloseButton, Group, NativeSelect, Text, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { type ReactNode, useEffect, useState } from "react";
import { useT } from "@/i18n/provider";
import type { Filter, Selection } from "./types";
import type { List } from "./useList";

interface ToolbarProps {
  list: List;
  filters: readonly Filter[];
  /** Shown where columns cannot be clicked: on cards. */
  sorts: readonly { value: string; label: string }[];
  orders: readonly { value: string; label: string }[];
  selection?: Selection | undefined;
  bulk?: ReactNode;
}

export function Toolbar({ list, filters, sorts, orders, selection, bulk }: ToolbarProps) {
  const t = useT("common").list;
  if (filters.length + sorts.length + orders.length === 0 && selection === undefined) return null;
  return (
    <Group gap="xs" mb="sm" align="flex-end">
      {filters.map((filter) =>
        filter.kind === "search" ? (
          <SearchFilter key={filter.name} list={list} name={filter.name} label={filter.label} />
        ) : (
          <NativeSelect
            key={filter.name}
            aria-label={filter.label}
            value={list.filters[filter.name] ?? ""}
            onChange={(event) => list.setFilter(filter.name, event.currentTarget.value)}
            data={[{ value: "", label: `${filter.label}: ${t.all}` }, ...filter.options]}
          />
        ),
      )}
      {sorts.length > 0 && (
        <NativeSelect
          aria-label={t.sortBy}
          value={list.sort ?? ""}
          onChange={(event) => list.setSort(event.currentTarget.value)}
          data={[{ value: "", label: t.sortDefault }, ...sorts]}
        />
      )}
      {orders.length > 0 && (
        <NativeSelect
          aria-label={t.sortBy}
          value={list.sort ?? orders[0]?.value}
          onChange={(event) => list.setSort(event.currentTarget.value)}
          data={orders}
        />
      )}
      {selection !== undefined && selection.ids.size > 0 && (
        <Group gap="xs" ms="auto">
          <Text size="sm" role="status">
            {t.selected(selection.ids.size)}
          </Text>
          {bulk}
        </Group>
      )}
    </Group>
  );
}

function SearchFilter({ list, name, label }: { list: List; name: string; label: string }) {
  const clear = useT("common").act.clear;
  const inUrl = list.filters[name] ?? "";
  const [text, setText] = useState(inUrl);
  const commit = useDebouncedCallback((value: string) => list.setFilter(name, value), 300);

  // The address may change without the input: by the browser's back, or when filters are cleared.
  useEffect(() => setText(inUrl), [inUrl]);

  const change = (value: string) => {
    setText(value);
    commit(value);
  };
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={text === "" ? null : <CloseButton size="sm" aria-label={clear} onClick={() => change("")} />}
      value={text}
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}
