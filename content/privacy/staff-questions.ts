import { BACKUP_DAYS } from "../promise.ts";
import type { Leaflet } from "./leaflet.ts";

/** What staff and their unions ask before they trust it. Each answer is true of the code as it stands. */
export const STAFF_QUESTIONS: Leaflet = {
  title: "Ten questions staff ask",
  intro: "Short answers. The privacy notice says the same at more length.",
  sections: [
    {
      heading: "1. Can my manager see what I answered?",
      lines: [
        "No. Nobody in your organisation can, and that includes HR and the people who run the system day to day.",
      ],
    },
    {
      heading: "2. My link is mine alone. Does it not show who I am?",
      lines: [
        "The link makes sure that each person answers once. The system notes that it was used, and keeps the answer somewhere else without name, time or order. When the wave closes, the links and the key they were made with are deleted.",
      ],
    },
    {
      heading: "3. Our team is small. Can they work out who said what?",
      lines: [
        "Teams below the size in the promise see no result of their own. They are counted with a larger group. Before results appear, a separate check proves that nobody can get at a hidden group by subtracting one figure from another.",
      ],
    },
    {
      heading: "4. Who knows whether I have answered?",
      lines: [
        "Nobody is told. Reminders go to everybody who was invited, because the people who send them do not know who has answered.",
      ],
    },
    {
      heading: "5. What if I do not answer?",
      lines: ["Nothing. It has no consequence, and you can leave out single statements too."],
    },
    {
      heading: "6. Will it be used in my appraisal?",
      lines: [
        "No. Results are never used for appraisal, discipline, pay or redundancy, of you or of your manager. That is part of the promise.",
      ],
    },
    {
      heading: "7. Can I change my answers, or take them back?",
      lines: [
        "No. Nobody can find your answers again, not even you. So look over them before you send. If you open your link again, your first answers stand.",
      ],
    },
    {
      heading: "8. Should I write a note?",
      lines: [
        "Only if you want to. Do not name people and do not tell what only you could know. Notes are shown only where ten people or more wrote one, apart from the answers. HR may take words out.",
      ],
    },
    {
      heading: "9. Can they change the rules after I have answered?",
      lines: [
        "No. The promise, the statements and the dates are frozen when the wave opens, and the receipt covers all of it. Compare yours with a colleague’s: they must be the same. The smallest group can be raised, never lowered.",
      ],
    },
    {
      heading: "10. Is it really impossible to link an answer to me?",
      lines: [
        `For anybody who uses the system, yes. A person with full access to the machines who broke the rules might do it from technical logs until backups expire, ${BACKUP_DAYS} days after closing. We tell you because it is true.`,
      ],
    },
  ],
};
