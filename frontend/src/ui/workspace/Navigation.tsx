/** The side menu. Folded it shows icons, whose names are kept for the ear and the hover. */
import { ActionIcon, Tooltip } from "@mantine/core";
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useT } from "@/i18n/provider";
import type { MenuGroup, MenuItem } from "./menu";
import classes from "./Workspace.module.css";

interface NavigationProps {
  menu: readonly MenuGroup[];
  folded: boolean;
  onFold: () => void;
  onChoose: () => void;
  top?: ReactNode;
}

export function Navigation({ menu, folded, onFold, onChoose, top }: NavigationProps) {
  const t = useT("common").shell;
  const Fold = folded ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  return (
    <>
      {top !== undefined && !folded && <div className={classes.top}>{top}</div>}
      <div className={classes.scroll}>
        {menu.map((group) => (
          <section key={group.label} className={classes.group}>
            <h2 className={folded ? "visually-hidden" : classes.groupLabel}>{group.label}</h2>
            <ul className={classes.items}>
              {group.items.map((item) => (
                <li key={item.to}>
                  <Item item={item} folded={folded} onChoose={onChoose} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <div className={classes.fold}>
        <ActionIcon onClick={onFold} aria-label={folded ? t.expand : t.collapse} visibleFrom="sm">
          <Fold size={18} stroke={1.6} />
        </ActionIcon>
      </div>
    </>
  );
}

function Item({ item, folded, onChoose }: { item: MenuItem; folded: boolean; onChoose: () => void }) {
  const { label, to, icon: Icon, shortcut, count, exact } = item;
  const link = (
    <Link
      to={to}
      className={classes.item}
      activeOptions={{ exact: exact ?? false, includeSearch: false }}
      activeProps={{ "aria-current": "page" }}
      onClick={onChoose}
      {...(shortcut === undefined ? {} : { "aria-keyshortcuts": shortcut })}
    >
      <Icon size={18} stroke={1.6} />
      <span className={folded ? "visually-hidden" : classes.itemLabel}>{label}</span>
      {count !== undefined && count > 0 && <span className={`figures ${folded ? classes.dot : classes.count}`}>{count}</span>}
    </Link>
  );
  return folded ? (
    <Tooltip label={label} position="right" openDelay={200}>
      {link}
    </Tooltip>
  ) : (
    link
  );
}
