import Link from "next/link";
import classes from "./waves.module.css";

/** Where to go from results that are out: the proof, how the numbers were made, and what people wrote. */
export function PulsePublished({ org, waveId }: { org: string; waveId: string }) {
  const at = (page: string) => `/o/${org}/${page}?wave=${waveId}`;
  return (
    <section className={classes.section}>
      <h2>What goes with them</h2>
      <ul className={classes.links}>
        <li>
          <Link href={at("certificate")}>The certificate</Link>: what was checked before anything was published, to
          share with unions and data-protection officers.
        </li>
        <li>
          <Link href={at("method")}>How the numbers were made</Link>, with this wave’s own figures.
        </li>
        <li>
          <Link href={at("notes")}>Notes that people wrote</Link>, where ten or more did, and taking words out.
        </li>
      </ul>
    </section>
  );
}
