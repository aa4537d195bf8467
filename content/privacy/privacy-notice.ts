import { BACKUP_DAYS } from "../promise.ts";
import type { Leaflet } from "./leaflet.ts";

/** Written against docs/anonymity.md and docs/disclosure.md: change it together with them. */
export const PRIVACY_NOTICE: Leaflet = {
  title: "Privacy notice for the pulse",
  intro:
    "This is what happens to your data when you answer. Your organisation decides to ask, and is responsible for the data (the controller). It can give you the name of its data-protection officer.",
  sections: [
    {
      heading: "What is stored",
      lines: ["Two things, kept apart:"],
      list: [
        "That you are invited: your name, your team, your e-mail address if there is one, and whether your link was used. HR cannot see whether it was used. Nobody gets a list of who answered.",
        "The answers of your team: the circles chosen and the notes. No name, no time, no order, no link and no device are stored with them.",
      ],
    },
    {
      heading: "What the page does on your phone",
      lines: [
        "It sets no cookie, runs no script and loads nothing from anybody else. Your browser sends your network address, as it does to every site. It is used to keep the service up and is not stored with answers.",
      ],
    },
    {
      heading: "Why, and on what basis",
      lines: [
        "Your organisation asks so that it can see where teams need clearer reasons or better-run work, and can help. Public bodies usually rely on a task in the public interest, and other employers on legitimate interests. You may leave any statement blank, or not answer at all. Nothing follows from it.",
      ],
    },
    {
      heading: "Who sees what",
      lines: [
        "Nobody in your organisation sees your own answers. Results appear after the wave closes, and only for groups of the size named in the promise or larger. Results for single statements, notes and files need ten people or more.",
        "Notes are read by HR, who may take out words that show who somebody is. Each time is recorded.",
      ],
    },
    {
      heading: "How long it is kept",
      lines: [
        `Whether your link was used is deleted when the wave closes, and so is the key that the links were made with. Answers are deleted on the day named in the promise. Results of groups stay. Backups are kept for ${BACKUP_DAYS} days.`,
      ],
    },
    {
      heading: "What remains possible",
      lines: [
        `The database and its backups keep a technical log of what was written and in which order. Until backups expire, ${BACKUP_DAYS} days after closing, a person with full access to the system who broke the rules might link an answer to you.`,
        "A note in your own words may give you away to people who know you. Write it so that it does not.",
      ],
    },
    {
      heading: "Your rights",
      lines: [
        "You can ask your organisation what it stores about you as an invited person, have it corrected, and object. Nobody can find your answers to show, change or delete them, because nothing leads from you to them.",
        "If you are not content with how this was handled, you can complain to your data-protection officer, or to the Information Commissioner’s Office (ico.org.uk).",
      ],
    },
  ],
};
