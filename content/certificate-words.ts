import { z } from "zod";
import { CHECK_NAMES } from "#contracts/certificate.ts";

const Words = z.object({ name: z.string().min(1), says: z.string().min(1) });

/** What each check of a certificate says, in plain words: on the page, and where a command prints it. */
export const CHECK_WORDS = z.record(z.enum(CHECK_NAMES), Words).parse({
  unchanged: {
    name: "Nothing was changed",
    says: "What is stored today is what was stored on the day of publication, figure by figure.",
  },
  nested: {
    name: "Hidden means empty",
    says: "A group that is not shown has no figure stored at all, and files never show more than the screen.",
  },
  sums: {
    name: "The sums agree",
    says: "Every figure is the sum of the smallest groups that are kept, and six statements make exactly one side.",
  },
  sizes: {
    name: "No small groups",
    says: "None of the smallest groups that are kept has fewer people than was promised.",
  },
  exact: {
    name: "Subtraction finds nothing",
    says: "However published figures are added and subtracted, no group of fewer people comes out.",
  },
  coalition: {
    name: "Two colleagues find nothing",
    says: "Even if two people put their own answers together, they still face at least three others.",
  },
  interval: {
    name: "Nobody is pinned down",
    says: "The figures leave each person free to have given any answer, from one end of the scale to the other.",
  },
  rule: {
    name: "The rule was kept",
    says: "Made again from the answers, the rule shows the same groups and the same figures.",
  },
  input: {
    name: "The same answers",
    says: "The answers give the same fingerprint as on the day of publication.",
  },
});

/** Where a check found that somebody could be identified (HR's pages). */
export const HELD_BACK =
  "Results are held back: our check found that someone could be identified. Nothing is lost. Report together or raise k, then check again.";
