"use client";

import Link from "next/link";
import { useId, useRef } from "react";
import type { NavGroup, NavItem } from "./app-shell.tsx";
import classes from "./app-shell-nav.module.css";

export function isCurrent(item: NavItem, pathname: string): boolean {
  return pathname === item.href || (!item.exact && pathname.startsWith(`${item.href}/`));
}

export function NavList({ groups, pathname, open }: { groups: NavGroup[]; pathname: string; open?: boolean }) {
  const id = useId();
  return (
    <div className={open ? classes.listOpen : classes.list}>
      {groups.map((group, index) => (
        <div key={group.heading} className={classes.group}>
          <h2 id={`${id}-${index}`} className={groups.length > 1 ? classes.heading : "visually-hidden"}>
            {group.heading}
          </h2>
          <ul aria-labelledby={`${id}-${index}`}>
            {group.items.map((item) => (
              <li key={item.href}>
                <Link
                  href={item.href}
                  className={classes.item}
                  aria-current={isCurrent(item, pathname) ? "page" : undefined}
                >
                  <span className={classes.icon} aria-hidden="true">
                    {item.icon}
                  </span>
                  <span className={classes.label}>{item.label}</span>
                  {!!item.badge && (
                    <span className={classes.badge}>
                      {item.badge}
                      <span className="visually-hidden"> for you</span>
                    </span>
                  )}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

/** Everything that does not fit in the phone's bar, in a sheet from below. */
export function NavMore({
  groups,
  pathname,
  help,
}: {
  groups: NavGroup[];
  pathname: string;
  help: { href: string; label: string };
}) {
  const sheet = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button type="button" className={classes.tab} aria-haspopup="dialog" onClick={() => sheet.current?.showModal()}>
        <span className={classes.icon} aria-hidden="true">
          <svg width="20" height="20" viewBox="0 0 20 20" fill="currentColor" aria-hidden="true">
            <circle cx="4" cy="10" r="2" />
            <circle cx="10" cy="10" r="2" />
            <circle cx="16" cy="10" r="2" />
          </svg>
        </span>
        <span>More</span>
      </button>
      <dialog ref={sheet} className={classes.sheet} aria-label="All pages">
        <div className={classes.sheetTop}>
          <Link href={help.href}>{help.label}</Link>
          <button type="button" className={classes.close} onClick={() => sheet.current?.close()}>
            Close
          </button>
        </div>
        <NavList groups={groups} pathname={pathname} open />
      </dialog>
    </>
  );
}
