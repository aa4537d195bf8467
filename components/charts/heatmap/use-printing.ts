import { useEffect, useState } from "react";
import { flushSync } from "react-dom";

/** True while the page is being printed, set before the browser takes its picture. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const query = window.matchMedia("print");
    const change = () => flushSync(() => setPrinting(query.matches));
    const before = () => flushSync(() => setPrinting(true));
    const after = () => setPrinting(false);
    setPrinting(query.matches);
    query.addEventListener("change", change);
    window.addEventListener("beforeprint", before);
    window.addEventListener("afterprint", after);
    return () => {
      query.removeEventListener("change", change);
      window.removeEventListener("beforeprint", before);
      window.removeEventListener("afterprint", after);
    };
  }, []);
  return printing;
}
