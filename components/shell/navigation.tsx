import {
  BadgeCheck,
  BookOpen,
  Building2,
  CalendarClock,
  ClipboardCheck,
  Contact,
  FileUp,
  Gauge,
  HandHelping,
  Hourglass,
  LayoutDashboard,
  ListChecks,
  ListPlus,
  MessageSquareText,
  Mail,
  MessageCircleQuestion,
  MessagesSquare,
  Ruler,
  ScrollText,
  Settings,
  ShieldCheck,
  Target,
  UsersRound,
} from "lucide-react";
import type { OrganisationHome } from "#contracts/accounts.ts";
import type { Permission } from "#contracts/permissions.ts";
import type { Role } from "#contracts/roles.ts";
import type { NavGroup, NavItem } from "#components/ui/app-shell.tsx";

const ICON = { size: 20, strokeWidth: 1.75, "aria-hidden": true } as const;

/**
 * One sidebar, groups headed by role (experience.md). An item shows only where its permission holds somewhere.
 * @param waiting requests that only this person can answer
 */
export function navigationFor(org: string, home: OrganisationHome, waiting: number): NavGroup[] {
  const may = new Set<Permission>(home.permissions);
  const has = (role: Role) => home.roles.some((r) => r.role === role);
  const at = (path: string) => `/o/${org}/${path}`;
  const groups: NavGroup[] = [];
  const item = (path: string, label: string, icon: NavItem["icon"]): NavItem => ({ href: at(path), label, icon });
  // Once, beside the results of the first role: what people wrote is read with the figures.
  const notes = may.has("result:read")
    ? [{ ...item("notes", "Notes", <MessageSquareText {...ICON} />), inMore: true }]
    : [];

  // A leader's first page is the Overview, also where they run a team: a phone shows the first three of the first group.
  if (has("senior_leader")) {
    groups.push({
      heading: "Your units",
      items: [
        item("overview", "Overview", <LayoutDashboard {...ICON} />),
        item("results", "Results", <ClipboardCheck {...ICON} />),
        ...notes.splice(0),
        { ...item("waiting-for-you", "Waiting for you", <MessageCircleQuestion {...ICON} />), badge: waiting },
        item("priorities", "Priorities", <Target {...ICON} />),
        item("measures", "Other measures", <Ruler {...ICON} />),
        item("register", "Teams", <ListPlus {...ICON} />),
      ],
    });
  }
  if (has("supervisor")) {
    groups.push({
      heading: "Your team",
      items: [
        item("now", "Now", <Gauge {...ICON} />),
        item("my-team", "My team", <UsersRound {...ICON} />),
        ...notes.splice(0),
        { ...item("members", "Your list", <Contact {...ICON} />), inMore: true },
        item("plan", "Plan", <ListChecks {...ICON} />),
        item("waiting-on", "Waiting on others", <Hourglass {...ICON} />),
        item("help", "Ask for help", <HandHelping {...ICON} />),
        item("decisions", "Decisions", <MessagesSquare {...ICON} />),
        ...(has("hr_admin") ? [] : [item("waves", "Waves", <CalendarClock {...ICON} />)]),
      ],
    });
  }
  if (has("hr_admin")) {
    const hr: NavItem[] = [];
    if (may.has("wave:run")) hr.push(item("waves", "Waves", <CalendarClock {...ICON} />));
    if (!has("senior_leader")) hr.push(item("results", "Results", <ClipboardCheck {...ICON} />));
    hr.push(...notes.splice(0));
    hr.push(item("structure", "Structure", <Building2 {...ICON} />));
    if (may.has("team:approve") && !has("senior_leader")) {
      hr.push(item("register", "Teams", <ListPlus {...ICON} />));
    }
    hr.push(item("people", "People and roles", <UsersRound {...ICON} />));
    if (may.has("member:manage")) hr.push(item("members/all", "Team members", <Contact {...ICON} />));
    if (may.has("wave:run")) hr.push(item("outbox", "Mails", <Mail {...ICON} />));
    if (may.has("coverage:read")) hr.push(item("coverage", "Coverage", <ShieldCheck {...ICON} />));
    if (!has("senior_leader")) hr.push(item("measures", "Other measures", <Ruler {...ICON} />));
    if (may.has("import:run")) hr.push(item("imports", "Import past results", <FileUp {...ICON} />));
    if (may.has("setting:manage")) hr.push(item("settings", "Settings", <Settings {...ICON} />));
    if (may.has("audit:read")) hr.push(item("audit", "Audit", <ScrollText {...ICON} />));
    groups.push({ heading: "HR", items: hr });
  }
  const about = [item("method", "How this works", <BookOpen {...ICON} />)];
  if (may.has("certificate:read")) about.push(item("certificate", "Certificate", <BadgeCheck {...ICON} />));
  groups.push({ heading: "About", items: about });
  return groups;
}

/** Leaders come for the overview, supervisors for their team, HR for waves; somebody with nothing yet reads how it works. */
export function firstPageFor(org: string, home: OrganisationHome): string {
  const has = (role: Role) => home.roles.some((r) => r.role === role);
  if (has("senior_leader")) return `/o/${org}/overview`;
  if (has("supervisor")) return `/o/${org}/now`;
  if (has("hr_admin")) return home.permissions.includes("wave:run") ? `/o/${org}/waves` : `/o/${org}/structure`;
  return `/o/${org}/method`;
}
