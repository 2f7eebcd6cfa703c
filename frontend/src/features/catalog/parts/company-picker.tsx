/**
 * Choosing companies by name or shop address: a field that searches as one types, and a chip with a button for each
 * that was chosen. Arrow keys and Enter choose, Backspace in the empty field takes the last one away.
 */
import { Combobox, Group, Loader, Pill, Text, TextInput, useCombobox } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { useT } from "@/i18n/provider";
import { type KnownCompany, useCompaniesById, useCompanySearch } from "../companies";

interface CompanyPickerProps {
  label: string;
  description?: string;
  required?: boolean;
  disabled?: boolean;
  value?: readonly string[];
  onChange?: (ids: string[]) => void;
  error?: React.ReactNode;
}

const CHARACTERS_MS = 250;

export function CompanyPicker({ label, description, required, disabled = false, value = [], onChange, error }: CompanyPickerProps) {
  const t = useT("company").catalog.offer;
  const [typed, setTyped] = useState("");
  const [wanted] = useDebouncedValue(typed.trim(), CHARACTERS_MS);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const search = useCompanySearch(wanted, combobox.dropdownOpened);
  const [known, setKnown] = useState<ReadonlyMap<string, KnownCompany>>(new Map());
  const before = useCompaniesById(value.filter((id) => !known.has(id)));
  const nameOf = (id: string) => known.get(id)?.name ?? before.get(id)?.name ?? id;

  const found = (search.data?.items ?? []).filter(({ id }) => !value.includes(id));
  const add = (id: string) => {
    const company = found.find((each) => each.id === id);
    if (company === undefined) return;
    setKnown(new Map(known).set(id, company));
    onChange?.([...value, id]);
    setTyped("");
    combobox.resetSelectedOption();
  };
  const remove = (id: string) => onChange?.(value.filter((each) => each !== id));

  return (
    <div>
      <Combobox store={combobox} onOptionSubmit={add}>
        <Combobox.Target withExpandedAttribute>
          <TextInput
            label={label}
            description={description}
            withAsterisk={required}
            disabled={disabled}
            error={error}
            placeholder={t.companiesSearch}
            autoComplete="off"
            leftSection={search.isFetching ? <Loader size={16} /> : <IconSearch size={16} aria-hidden />}
            value={typed}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              combobox.openDropdown();
              combobox.updateSelectedOptionIndex();
            }}
            onFocus={() => combobox.openDropdown()}
            onClick={() => combobox.openDropdown()}
            onBlur={() => combobox.closeDropdown()}
            onKeyDown={(event) => {
              const last = value.at(-1);
              if (event.key === "Backspace" && typed === "" && last !== undefined) remove(last);
              // Enter chooses a company; it does not send the form half filled.
              if (event.key === "Enter") event.preventDefault();
            }}
          />
        </Combobox.Target>
        <Combobox.Dropdown>
          <Combobox.Options aria-label={label} mah={280} style={{ overflowY: "auto" }}>
            {found.map((company) => (
              <Combobox.Option key={company.id} value={company.id}>
                {company.name}{" "}
                <Text span size="xs" c="dimmed">
                  {company.slug}
                </Text>
              </Combobox.Option>
            ))}
            {found.length === 0 && <Combobox.Empty>{search.isPending || search.isFetching ? t.companiesSearching : t.companiesNone}</Combobox.Empty>}
          </Combobox.Options>
          {search.data?.next !== undefined && <Combobox.Footer>{t.companiesMore}</Combobox.Footer>}
        </Combobox.Dropdown>
      </Combobox>
      {value.length > 0 && (
        <Group component="ul" gap={6} mt="xs" p={0} m={0} aria-label={t.companiesChosen(value.length)} style={{ listStyle: "none" }}>
          {value.map((id) => (
            <li key={id}>
              <Pill
                size="md"
                disabled={disabled}
                withRemoveButton={!disabled}
                onRemove={() => remove(id)}
                removeButtonProps={{ "aria-hidden": false, "aria-label": t.companiesRemove(nameOf(id)), tabIndex: 0 }}
              >
                {nameOf(id)}
              </Pill>
            </li>
          ))}
        </Group>
      )}
    </div>
  );
}
