import type { CertificateFacts as Facts } from "#contracts/certificate.ts";
import { CHECK_NAMES, type CheckName } from "#contracts/certificate.ts";
import { CHECK_WORDS } from "#content/certificate-words.ts";
import { longDate } from "#components/ui/dates.ts";
import classes from "./certificate.module.css";

/** What is checked before publication; the others belong to the certificate that is made again. */
const ATTACKS: readonly CheckName[] = ["exact", "coalition", "interval"];

/** The finding of the page, as its heading. */
export function certificateTitle({ wave }: Facts): string {
  if (wave.state === "passed") return `${wave.label}: nobody can be singled out from what is published`;
  if (wave.state === "failed") return `${wave.label}: results are held back`;
  return `${wave.label}: what is promised, and how it will be checked`;
}

/** How a wave is protected, for anybody: what was promised, what is checked, the fingerprints. Without any result. */
export function CertificateFacts({ facts }: { facts: Facts }) {
  const { wave, k, k2, promise, statements, source, check, receipt, deletesOn, agreedWithStaff } = facts;
  return (
    <>
      <section>
        <h2>What is never shown</h2>
        <ul className={classes.list}>
          <li>
            Results of fewer than {k} people, on any screen. Single statements, notes and everything that leaves in a
            file or through a program: fewer than {k2}.
          </li>
          <li>
            A group that could be worked out by subtraction. It is left out although it is large enough, and nothing
            tells which of the two reasons it was.
          </li>
          <li>Anything before the wave has closed, not even small counts.</li>
          <li>
            Nobody lowers these numbers: there is no setting, role, address or file in which they are smaller. Once a
            wave has begun they can only be raised.
          </li>
        </ul>
      </section>
      {promise.length > 0 && (
        <section>
          <h2>What staff were promised</h2>
          <ol className={classes.list}>
            {promise.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ol>
          <p className={classes.soft}>
            {agreedWithStaff
              ? "HR says: agreed with staff side."
              : "HR has not said that this was agreed with staff side."}
          </p>
        </section>
      )}
      {source === "import" && (
        <section>
          <h2>Where the answers come from</h2>
          <p>
            They were imported from elsewhere. What staff were promised then is not known here. The rules above hold for
            them all the same.
          </p>
        </section>
      )}
      <section>
        <h2>{wave.state === "passed" ? "What was checked" : "What is checked before anything is published"}</h2>
        <p>
          A separate program, which shares nothing with the one that decides what is shown, attacks the finished results
          with everything that anybody could know. {sentenceOf(facts)}
        </p>
        <Checks names={ATTACKS} />
        <p>
          The certificate can be made again at any time, from what is stored and, until they are deleted, from the
          answers. Then this is looked at as well:
        </p>
        <Checks names={CHECK_NAMES.filter((name) => !ATTACKS.includes(name))} />
      </section>
      <section>
        <h2>Fingerprints</h2>
        <p>
          Each is a number made from a text. If a single letter or figure changes, it is another one. So anybody can see
          later that nothing was changed.
        </p>
        <dl className={classes.prints}>
          <Print
            name="Promise (receipt)"
            value={receipt}
            none={wave.closedOn ? "None: nothing was promised in Bearing" : "Made when the wave opens"}
          />
          <Print name="Answers that were checked" value={check?.inputHash ?? null} none="After the wave has closed" />
          <Print name="Figures that are stored" value={check?.blockHash ?? null} none="After publication" />
          <Print
            name="Versions of rule and check"
            value={check?.codeVersion ?? null}
            none="After the wave has closed"
          />
        </dl>
        {deletesOn && <p>Answers and notes are deleted on {longDate(deletesOn)}. The figures and this page stay.</p>}
      </section>
      {statements.length > 0 && (
        <section>
          <h2>What is asked</h2>
          <ol className={classes.list}>
            {statements.map(({ code, en }) => (
              <li key={code}>{en}</li>
            ))}
          </ol>
          <p>
            And an optional note. Notes are shown where ten or more people wrote one; all others are deleted unread.
          </p>
        </section>
      )}
    </>
  );
}

function Checks({ names }: { names: readonly CheckName[] }) {
  return (
    <dl className={classes.checks}>
      {names.map((name) => (
        <div key={name} className={classes.check}>
          <dt>{CHECK_WORDS[name].name}</dt>
          <dd>{CHECK_WORDS[name].says}</dd>
        </div>
      ))}
    </dl>
  );
}

function sentenceOf({ wave, check }: Facts): string {
  if (wave.state === "passed" && check) return `It was run on ${longDate(check.on)} and found nothing.`;
  if (wave.state === "failed" && check) {
    return `It was run on ${longDate(check.on)} and found that somebody could be identified. So nothing is published.`;
  }
  return "If it finds anything, nothing is published.";
}

function Print({ name, value, none }: { name: string; value: string | null; none: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd className={value ? classes.print : classes.soft}>{value ?? `${none}.`}</dd>
    </>
  );
}
