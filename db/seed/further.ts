import { LOCAL_CODES } from "#contracts/wave-plans.ts";
import { DOES_NOT_APPLY } from "./answers.ts";
import type { Cast } from "./cast.ts";
import { seeded } from "./prng.ts";
import type { StoryAsked } from "./story.ts";

/** How teams and people differ in what a wave asked beside the twelve, in points of agreement. */
const TEAMS = 16;
const PEOPLE = 24;
const SKIPPED = 0.05;
const NOT_APPLYING = 0.03;

/** The wave asked something beside the twelve. */
export const askedIn = ({ story }: Cast, wave: number): StoryAsked | null =>
  story.asked.find((one) => one.wave === wave) ?? null;

/**
 * Six answers a person, in the order in which they answered the twelve: the extra, and L1 to L5.
 * @param codes the code of each person's team
 */
export function answerFurther(cast: Cast, asked: StoryAsked, codes: readonly string[], blank: number): Uint8Array {
  const means = [asked.extra?.agreement ?? null, ...LOCAL_CODES.map((_, i) => asked.locals[i]?.agreement ?? null)];
  const { slug } = cast.story;
  const levels = new Map<string, (number | null)[]>();
  const random = seeded(slug, "further", asked.wave);
  const levelsOf = (code: string) => {
    const known = levels.get(code);
    if (known) return known;
    const team = seeded(slug, code, "further", asked.wave);
    const made = means.map((mean) => mean && mean + TEAMS * team.normal());
    levels.set(code, made);
    return made;
  };
  return Uint8Array.from(
    codes.flatMap((code) =>
      levelsOf(code).map((level) => {
        if (level === null || random.chance(SKIPPED)) return blank;
        if (random.chance(NOT_APPLYING)) return DOES_NOT_APPLY;
        return Math.min(5, Math.max(1, 1 + Math.round((level + PEOPLE * random.normal()) / 25)));
      }),
    ),
  );
}

/** Who wrote which note: somebody of a team below the unit, nobody twice. By code of the team. */
export function writeNotes(cast: Cast, asked: StoryAsked, codes: readonly string[]): { code: string; note: string }[] {
  const left = new Map<string, number>();
  for (const code of codes) left.set(code, (left.get(code) ?? 0) + 1);
  const random = seeded(cast.story.slug, "notes", asked.wave);
  return Object.entries(asked.notes).flatMap(([unit, notes]) => {
    const under = cast.codesUnder(unit);
    return notes.map((note) => {
      const able = [...left].filter(([code, people]) => under.has(code) && people > 0);
      const [code] = able[random.whole(0, able.length - 1)] ?? [];
      if (code === undefined) throw new Error(`${unit}: more notes than people who answered`);
      left.set(code, (left.get(code) ?? 0) - 1);
      return { code, note };
    });
  });
}
