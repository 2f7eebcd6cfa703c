/** The menus of a workspace: groups of places, each with its shortcut and, if work waits there, how much. */
import type { ComponentType } from "react";

export interface MenuItem {
  label: string;
  to: string;
  icon: ComponentType<{ size?: number; stroke?: number }>;
  /** Keys pressed one after the other: "g o". */
  shortcut?: string;
  /** How many things wait there. */
  count?: number | undefined;
  /** Only the very same path marks this item as the current one (a face's first page). */
  exact?: boolean;
}

export interface MenuGroup {
  label: string;
  items: readonly MenuItem[];
}

/** Something that the command palette does beside going to a place. */
export interface Command {
  id: string;
  label: string;
  description?: string;
  run: () => void;
}
