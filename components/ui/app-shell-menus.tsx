"use client";

import { Menu, UnstyledButton, useMantineColorScheme } from "@mantine/core";
import { Check, ChevronDown, CircleUserRound } from "lucide-react";
import Link from "next/link";
import type { ShellAccount, ShellOrganisation } from "./app-shell.tsx";
import classes from "./app-shell.module.css";

export function OrganisationSwitcher({
  organisation,
  others,
}: {
  organisation: ShellOrganisation;
  others: ShellOrganisation[];
}) {
  if (others.length === 0) return <span className={classes.organisation}>{organisation.name}</span>;
  return (
    <Menu position="bottom-start" width={280}>
      <Menu.Target>
        <UnstyledButton className={classes.switcher}>
          <span className={classes.organisation}>{organisation.name}</span>
          <span className="visually-hidden">, switch organisation</span>
          <ChevronDown size={16} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Switch organisation</Menu.Label>
        {others.map((other) => (
          <Menu.Item key={other.href} component={Link} href={other.href}>
            {other.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

const SCHEMES = [
  { value: "auto", label: "As on this device" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
] as const;

export function AccountMenu({ account }: { account: ShellAccount }) {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu position="bottom-end" width={264}>
      <Menu.Target>
        <UnstyledButton className={classes.account} aria-label={`Your account, ${account.name}`}>
          <CircleUserRound size={20} aria-hidden="true" />
          <span className={classes.accountName}>{account.name}</span>
          <ChevronDown size={16} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {account.name}
          {account.detail && <span className={classes.detail}>{account.detail}</span>}
        </Menu.Label>
        {account.links.map((link) => (
          <Menu.Item key={link.href} component={Link} href={link.href}>
            {link.label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>Appearance</Menu.Label>
        {SCHEMES.map((scheme) => (
          <Menu.Item
            key={scheme.value}
            closeMenuOnClick={false}
            onClick={() => setColorScheme(scheme.value)}
            rightSection={colorScheme === scheme.value ? <Check size={16} aria-label="chosen" /> : null}
          >
            {scheme.label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <div className={classes.signOut}>{account.signOut}</div>
      </Menu.Dropdown>
    </Menu>
  );
}
