/** Words with one call between asterisks, as content writes them: "It would become *Lead* if ...". */
export function Emphasis({ words }: { words: string }) {
  const [before, call, after] = words.split("*");
  return (
    <>
      {before}
      {call && <strong>{call}</strong>}
      {after}
    </>
  );
}
