import type { Method } from "#contracts/results-pages.ts";
import classes from "./method.module.css";

const decimals = (value: number | null) => (value === null ? "not known" : value.toFixed(2));
const halfWidth = (s: number, n: number) => Math.round((1.96 * s) / Math.sqrt(n));
const clearlyDifferent = (s: number, n: number) => Math.ceil(1.96 * s * Math.sqrt(2 / n));

/** The formulas with the wave's own numbers. Without a wave, the formulas alone. */
export function MethodFigures({ figures }: { figures: Method["figures"] }) {
  return (
    <section>
      <h2>How the numbers are made</h2>
      <ul>
        <li>
          A statement counts <code>y = 25 × (answer − 1)</code>. A person’s mean on a side is that of the statements
          they answered; an answer sheet counts when at least three of six are answered on both sides.
        </li>
        <li>
          A unit’s score is the mean over its people. <code>risk = 100 − score</code>, rounded last.
        </li>
        <li>
          The likely range is <code>risk ± 1.96 × s / √n × √(1 − p)</code>: n answers, p the share of those invited who
          answered (unknown for imported results: left out).
          {figures && (
            <>
              {" "}
              In this wave s is {figures.s.direction} for meaning and {figures.s.delivery} for structure: one s for
              everybody
              {figures.pooled.direction && figures.pooled.delivery
                ? ", pooled over the teams of ten answers or more"
                : ", a fixed one where too few teams have ten answers"}
              . With 12 answers the range is about ±{halfWidth(figures.s.direction, 12)} points, with 50 about ±
              {halfWidth(figures.s.direction, 50)}.
            </>
          )}
        </li>
        <li>
          A change between two waves is clear when it is larger than <code>1.96 × s × √(1/n₁ + 1/n₂)</code>. It is
          tested from 10 answers on for a risk and from 30 on for a statement.
          {figures && (
            <> Two groups of 12 answers have to differ by {clearlyDifferent(figures.s.direction, 12)} points.</>
          )}{" "}
          The overview names changes only of units of 50 answers or more, held to a false discovery rate of 10% over the
          whole organisation (Benjamini and Hochberg): of ten changes that are named, one or fewer is expected to be
          chance, and the page says how many that is.
        </li>
      </ul>
      {figures && <WaveNumbers figures={figures} />}
    </section>
  );
}

function WaveNumbers({ figures }: { figures: NonNullable<Method["figures"]> }) {
  const rows: [string, string, string][] = [
    ["Correlation of the two sides between people", "r", decimals(figures.r)],
    ["Reliability of the six statements of meaning", "alpha", decimals(figures.alpha.direction)],
    ["Reliability of the six statements of structure", "alpha", decimals(figures.alpha.delivery)],
    ["Reliability of one person’s difference", "((α₁ + α₂)/2 − r) / (1 − r)", decimals(figures.differenceReliability)],
    ["Share of the difference that belongs to teams", "ICC(1)", decimals(figures.leanIcc1)],
  ];
  return (
    <>
      <table className={classes.table}>
        <caption>{figures.wave.label}, the whole wave</caption>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Symbol</th>
            <th scope="col" data-align="end">
              Figure
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([what, symbol, figure]) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td>{symbol}</td>
              <td data-align="end">{figure}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table className={classes.table}>
        <caption>The smallest change that is called clear, in points, with so many answers in both waves</caption>
        <thead>
          <tr>
            <th scope="col">Answers</th>
            <th scope="col" data-align="end">
              Meaning
            </th>
            <th scope="col" data-align="end">
              Structure
            </th>
          </tr>
        </thead>
        <tbody>
          {figures.detectable.map(({ answers, direction, delivery }) => (
            <tr key={answers}>
              <th scope="row">{answers}</th>
              <td data-align="end">{direction.toFixed(1)}</td>
              <td data-align="end">{delivery.toFixed(1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {figures.lean.length > 0 && (
        <>
          <table className={classes.table}>
            <caption>How far opinions can say which side a unit is short of: n × ICC / (1 + (n − 1) × ICC)</caption>
            <thead>
              <tr>
                <th scope="col">Answers</th>
                <th scope="col" data-align="end">
                  Reliability
                </th>
                <th scope="col">So the page says</th>
              </tr>
            </thead>
            <tbody>
              {figures.lean.map(({ answers, reliability }) => (
                <tr key={answers}>
                  <th scope="row">{answers}</th>
                  <td data-align="end">{reliability.toFixed(2)}</td>
                  <td>{saying(reliability)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p>Below 0.50, look at counted delivery and the supervisor’s quick test instead.</p>
        </>
      )}
    </>
  );
}

function saying(reliability: number): string {
  if (reliability >= 0.7) return "the side";
  return reliability >= 0.5 ? "the side, with “probably”" : "that opinions cannot say";
}
