import classes from "./calls.module.css";

/** Who reads what of a check; above the form. */
export function WhoReads({ small }: { small: boolean }) {
  return (
    <p className={classes.who}>
      {small
        ? "Your team has fewer than four people: nothing of this is seen above you."
        : "Your line and HR see which call holds. Your answers, the reasons and what you decide are yours alone."}{" "}
      No decision about a person may rest on it.
    </p>
  );
}
