"use client";

import { useElementSize } from "@mantine/hooks";
import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  usePlotArea,
  useXAxisScale,
  useYAxisScale,
  XAxis,
  YAxis,
  ZIndexLayer,
} from "recharts";
import { type ColourName, colour } from "#components/ui/palette.ts";
import classes from "./trend.module.css";
import type { TrendDot, TrendPanel, TrendPicture, TrendSeriesKey } from "./prepare.ts";

const COLOURS: Record<TrendSeriesKey, ColourName> = {
  engagement: "line-engagement",
  delivery: "line-delivery",
  counted: "line-counted",
};
const DASHES: Record<TrendSeriesKey, string | undefined> = { engagement: undefined, delivery: "7 4", counted: "2 4" };
/** Below this width the last wave needs room for half of its name. */
const NARROW = 560;
const TICK = { fill: colour("soft"), fontSize: 13 };
const PLOT = 184;
const EVENT_LINE = 18;
/** Narrower than this, every other wave keeps its name. */
const ROOM_FOR_LABEL = 92;

/** Draws a TrendPicture, decides nothing. Two charts with one time axis, printed under the lower one. */
export function TrendDrawing({ picture }: { picture: TrendPicture }) {
  const { ref, width } = useElementSize();
  const every = width > 0 ? Math.max(1, Math.ceil((picture.waves.length * ROOM_FOR_LABEL) / width)) : 1;
  // Counted from the newest wave backwards: that one always keeps its name.
  const named = picture.waves.filter((_, index) => (picture.waves.length - 1 - index) % every === 0);
  return (
    <div ref={ref} className={classes.panels}>
      {picture.panels.map((panel, index) => (
        <div key={panel.key}>
          <p className={classes.panelLabel}>
            <Sample series={panel.key} />
            {panel.label}
            {panel.series.length > 1 && (
              <>
                <Sample series="counted" />
                {panel.series[1]?.label}
              </>
            )}
          </p>
          {width > 0 ? (
            <Panel picture={picture} panel={panel} width={width} top={index === 0} named={named} />
          ) : (
            <div className={classes.waiting} />
          )}
        </div>
      ))}
    </div>
  );
}

function Panel({
  picture,
  panel,
  width,
  top,
  named,
}: {
  picture: TrendPicture;
  panel: TrendPanel;
  width: number;
  top: boolean;
  named: { at: number; label: string }[];
}) {
  const eventSpace = top ? picture.eventRows * EVENT_LINE + 4 : 4;
  const axisSpace = top ? 8 : 30;
  const names = new Map(named.map((wave) => [wave.at, wave.label]));
  return (
    <ComposedChart
      width={width}
      height={PLOT + eventSpace + axisSpace}
      margin={{ top: eventSpace, right: width < NARROW ? 24 : 8, bottom: 4, left: 0 }}
      accessibilityLayer={false}
    >
      <CartesianGrid vertical={false} stroke={colour("rule")} />
      <XAxis
        type="number"
        dataKey="at"
        scale="linear"
        domain={picture.time}
        ticks={named.map((wave) => wave.at)}
        tickFormatter={(at: number) => names.get(at) ?? ""}
        interval={0}
        allowDataOverflow
        height={top ? 4 : 26}
        tick={top ? false : TICK}
        stroke={colour("control")}
      />
      <YAxis
        type="number"
        domain={picture.domain}
        ticks={picture.ticks}
        interval={0}
        allowDataOverflow
        width={36}
        tick={TICK}
        stroke={colour("control")}
      />
      <ReferenceLine y={picture.cut} stroke={colour("soft")} strokeWidth={1.5} />
      {picture.events.map((event) => (
        <ReferenceLine key={`${event.at}-${event.label}`} x={event.at} stroke={colour("control")} strokeWidth={1} />
      ))}
      {panel.series.flatMap((series) =>
        series.runs.flatMap((run) => [
          run.band.length > 0 && (
            <Area
              key={`${run.key}-band`}
              data={run.band}
              dataKey="range"
              type="linear"
              stroke="none"
              fill={colour(COLOURS[series.key])}
              fillOpacity={0.16}
              isAnimationActive={false}
              activeDot={false}
            />
          ),
          <Line
            key={run.key}
            data={run.dots}
            dataKey="risk"
            type="linear"
            stroke={colour(COLOURS[series.key])}
            strokeWidth={2.5}
            strokeDasharray={DASHES[series.key]}
            dot={false}
            isAnimationActive={false}
            activeDot={false}
          />,
        ]),
      )}
      <ZIndexLayer zIndex={2000}>
        <Marks picture={picture} panel={panel} top={top} />
      </ZIndexLayer>
    </ComposedChart>
  );
}

function Marks({ picture, panel, top }: { picture: TrendPicture; panel: TrendPanel; top: boolean }) {
  const area = usePlotArea();
  const xScale = useXAxisScale();
  const yScale = useYAxisScale();
  if (!area || !xScale || !yScale) return null;
  const x = (value: number) => Number(xScale(value));
  const y = (value: number) => Number(yScale(value));
  return (
    <g>
      {top &&
        picture.events.map((event) => (
          <text
            key={`${event.at}-${event.label}`}
            x={x(event.at) + (event.anchor === "start" ? -2 : 2)}
            y={area.y - 6 - (picture.eventRows - 1 - event.row) * EVENT_LINE}
            textAnchor={event.anchor}
            className={classes.event}
          >
            {event.label}
            <title>{event.date}</title>
          </text>
        ))}
      {picture.breaks.map((at) => (
        <g key={at} className={classes.break}>
          <rect x={x(at) - 7} y={area.y} width={14} height={area.height} />
          <path d={`M${x(at) - 7} ${area.y + area.height / 2 + 12} l8 -24 m3 0 l-8 24`} />
          <text x={x(at)} y={area.y + area.height - 8} textAnchor="middle">
            reorganised
          </text>
        </g>
      ))}
      {panel.series.map((series) =>
        series.runs.map(
          ({ key, alone }) =>
            alone && (
              <line
                key={key}
                x1={x(alone.at)}
                x2={x(alone.at)}
                y1={y(alone.range[0])}
                y2={y(alone.range[1])}
                stroke={colour(COLOURS[series.key])}
                strokeWidth={6}
                strokeOpacity={0.25}
              />
            ),
        ),
      )}
      {panel.series.map((series) =>
        series.runs.map((run) =>
          run.dots.map((dot) => <Dot key={dot.at} series={series.key} dot={dot} x={x(dot.at)} y={y(dot.risk)} />),
        ),
      )}
    </g>
  );
}

function Dot({ series, dot, x, y }: { series: TrendSeriesKey; dot: TrendDot; x: number; y: number }) {
  return (
    <g className={classes.dot} fill={colour(COLOURS[series])}>
      <title>{dot.sentence}</title>
      <Shape series={series} x={x} y={y} />
      <text x={x} y={y - 10} textAnchor="middle">
        {dot.risk}
      </text>
    </g>
  );
}

function Shape({ series, x, y }: { series: TrendSeriesKey; x: number; y: number }) {
  if (series === "engagement") return <circle cx={x} cy={y} r={5} />;
  if (series === "delivery") return <rect x={x - 4.5} y={y - 4.5} width={9} height={9} />;
  return <path d={`M${x} ${y - 6} l6 6 l-6 6 l-6 -6Z`} />;
}

function Sample({ series }: { series: TrendSeriesKey }) {
  return (
    <svg width="36" height="14" viewBox="0 0 36 14" aria-hidden="true" className={classes.sample}>
      <line
        x1="0"
        x2="36"
        y1="7"
        y2="7"
        stroke={colour(COLOURS[series])}
        strokeWidth="2.5"
        strokeDasharray={DASHES[series]}
      />
      <g fill={colour(COLOURS[series])}>
        <Shape series={series} x={18} y={7} />
      </g>
    </svg>
  );
}
