"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import classes from "./app-shell.module.css";
import nav from "./app-shell-nav.module.css";
import { isCurrent, NavList, NavMore } from "./app-shell-nav.tsx";
import { AccountMenu, OrganisationSwitcher } from "./app-shell-menus.tsx";

export type NavItem = {
  href: string;
  label: string;
  /** An icon element of 20 px. */
  icon: ReactNode;
  /** Things that only this person can do. Zero shows nothing. */
  badge?: number;
  /** Current only on exactly this path (for the first page of a section). */
  exact?: boolean;
  /** Never one of the three in the phone's bar. */
  inMore?: boolean;
};

/** One role's part of the sidebar. A single role needs no heading on screen; it is still read out. */
export type NavGroup = { heading: string; items: NavItem[] };

export type ShellOrganisation = { name: string; href: string };

export type ShellAccount = {
  name: string;
  /** Shown under the name. */
  detail?: string;
  links: { href: string; label: string }[];
  /** A form with one button: signing out changes something, so it is not a link. */
  signOut: ReactNode;
};

export type AppShellProps = {
  organisation: ShellOrganisation;
  /** Others that this account may switch to. */
  otherOrganisations?: ShellOrganisation[];
  groups: NavGroup[];
  help: { href: string; label: string };
  account: ShellAccount;
  /** The search field, if the page has one. */
  search?: ReactNode;
  /** A quiet strip under the bar: "This organisation is made up". */
  banner?: ReactNode;
  children: ReactNode;
};

export function AppShell({
  organisation,
  otherOrganisations = [],
  groups,
  help,
  account,
  search,
  banner,
  children,
}: AppShellProps) {
  const pathname = usePathname();
  const all = groups.flatMap((group) => group.items);
  const first = all.filter((item) => !item.inMore).slice(0, 3);
  return (
    <div className={classes.root}>
      <a className={classes.skip} href="#main">
        Skip to main content
      </a>
      <header className={classes.bar}>
        <Link href={organisation.href} className={classes.mark} aria-label="Bearing, first page">
          <Mark />
          <span className={classes.product}>Bearing</span>
        </Link>
        <OrganisationSwitcher organisation={organisation} others={otherOrganisations} />
        <div className={classes.search}>{search}</div>
        <Link href={help.href} className={classes.help}>
          {help.label}
        </Link>
        <AccountMenu account={account} />
      </header>
      <nav className={classes.side} aria-label="Main">
        <NavList groups={groups} pathname={pathname} />
      </nav>
      <div className={classes.body}>
        {banner && <section aria-label="Notice">{banner}</section>}
        <main id="main" tabIndex={-1} className={classes.main}>
          {children}
        </main>
      </div>
      <nav className={classes.bottom} aria-label="Main, short">
        {first.map((item) => (
          <Link
            key={item.href}
            href={item.href}
            className={nav.tab}
            aria-current={isCurrent(item, pathname) ? "page" : undefined}
          >
            <span className={nav.icon} aria-hidden="true">
              {item.icon}
              {!!item.badge && <span className={nav.dot} />}
            </span>
            <span>{item.label}</span>
            {!!item.badge && <span className="visually-hidden">, {item.badge} for you</span>}
          </Link>
        ))}
        {/* A new page is a new sheet, and that one is closed. */}
        <NavMore key={pathname} groups={groups} pathname={pathname} help={help} />
      </nav>
    </div>
  );
}

/** A needle over a level: direction above, structure below. */
function Mark() {
  return (
    <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d="M12 2 16 14H8Z" fill="currentColor" />
      <rect x="3" y="17" width="18" height="3" rx="1" fill="currentColor" />
    </svg>
  );
}
