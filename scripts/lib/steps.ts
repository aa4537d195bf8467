/** Prints numbered steps with their times: `[1/6] Postgres ... 0.3 s (port 54329)`. */
export function createSteps(total: number, write: (text: string) => void = (text) => process.stdout.write(text)) {
  let number = 0;
  return async function step<T>(title: string, work: (note: (text: string) => void) => Promise<T>): Promise<T> {
    number += 1;
    const started = performance.now();
    const notes: string[] = [];
    write(`[${number}/${total}] ${title} ... `);
    try {
      const result = await work((text) => {
        notes.push(text);
      });
      write(`${seconds(performance.now() - started)}${notes.length > 0 ? ` (${notes.join("; ")})` : ""}\n`);
      return result;
    } catch (error) {
      write("failed\n");
      throw error;
    }
  };
}

export const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
