import { z } from "zod";
import { WaveOption } from "./results.ts";

const Ref = z.uuid();

export const ListNotes = z.object({
  /** The latest published wave with notes when left out. */
  waveId: Ref.optional(),
  /** The first unit of the reader's part that has some when left out. */
  unitId: Ref.optional(),
  /** Where the list goes on. */
  cursor: z.string().max(200).nullish(),
});
export type ListNotes = z.infer<typeof ListNotes>;

/** One note: no date, no name, no team below the unit that it stands at. */
export const Note = z.object({ noteId: z.string(), text: z.string(), redacted: z.boolean() });
export type Note = z.infer<typeof Note>;

/** A unit of the reader's part where notes are shown. */
export const NotePlace = z.object({ unitId: z.string(), name: z.string(), notes: z.number().int() });
export type NotePlace = z.infer<typeof NotePlace>;

export const NotesPage = z.object({
  wave: WaveOption.nullable(),
  waves: z.array(WaveOption),
  k2: z.number().int(),
  places: z.array(NotePlace),
  place: NotePlace.nullable(),
  notes: z.array(Note),
  nextCursor: z.string().nullable(),
  /** The reader's own team waits for the assessment: the wave that is open. */
  lockedBy: z.string().nullable(),
  mayRedact: z.boolean(),
});
export type NotesPage = z.infer<typeof NotesPage>;

/** What stands where words were taken out. */
export const TAKEN_OUT = "[taken out]";

export const RedactNote = z.object({
  noteId: Ref,
  /** The words as they stand in the note; every place where they stand is taken out. */
  words: z.string().trim().min(1, "Copy the words to take out.").max(1000, "Copy 1,000 characters or fewer."),
});
export type RedactNote = z.infer<typeof RedactNote>;
