import classes from "./audit.module.css";

/** A plain link: the file is a download of the browser's own, in pieces, however long it is. */
export function ExportLink({ href }: { href: string }) {
  return (
    <p className={`${classes.export} no-print`}>
      <a href={href} download>
        Download all of these as a CSV file
      </a>
      {". "}
      <span className={classes.soft}>Taking a copy is itself an entry.</span>
    </p>
  );
}
