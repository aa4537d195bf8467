"use client";

import { useElementSize } from "@mantine/hooks";
import { type KeyboardEvent, useRef, useState } from "react";
import {
  CartesianGrid,
  ReferenceLine,
  Scatter,
  ScatterChart,
  usePlotArea,
  useXAxisScale,
  useYAxisScale,
  XAxis,
  YAxis,
  ZIndexLayer,
} from "recharts";
import { colour } from "#components/ui/palette.ts";
import classes from "./quadrant.module.css";
import type { QuadrantPicture, QuadrantPoint } from "./prepare.ts";

const MARGIN = { top: 8, right: 8, bottom: 28, left: 8 };
const TICK = { fill: colour("soft"), fontSize: 13 };

/** Draws a QuadrantPicture, decides nothing. Nothing is drawn until the width is known (and never on the server). */
export function QuadrantDrawing({
  picture,
  hrefOf,
  onFocus,
  onOpen,
}: {
  picture: QuadrantPicture;
  hrefOf: (unitId: string) => string;
  onFocus: (unitId: string | null) => void;
  onOpen: (unitId: string) => void;
}) {
  const { ref, width } = useElementSize();
  return (
    <div ref={ref} className={classes.square}>
      {width > 0 && (
        <ScatterChart width={width} height={width} margin={MARGIN} accessibilityLayer={false}>
          <CartesianGrid stroke={colour("rule")} strokeWidth={1} />
          <XAxis
            type="number"
            dataKey="x"
            domain={picture.domain}
            ticks={picture.ticks}
            allowDataOverflow
            tick={TICK}
            stroke={colour("control")}
            label={{ value: picture.xLabel, position: "insideBottom", offset: -20, fill: colour("ink"), fontSize: 14 }}
          />
          <YAxis
            type="number"
            dataKey="y"
            domain={picture.domain}
            ticks={picture.ticks}
            allowDataOverflow
            width={52}
            tick={TICK}
            stroke={colour("control")}
            label={{
              value: picture.yLabel,
              angle: -90,
              position: "insideLeft",
              offset: 8,
              fill: colour("ink"),
              fontSize: 14,
              style: { textAnchor: "middle" },
            }}
          />
          <ReferenceLine x={picture.cut} stroke={colour("soft")} strokeWidth={1.5} />
          <ReferenceLine y={picture.cut} stroke={colour("soft")} strokeWidth={1.5} />
          {/* Gives the axes their data; the dots are drawn by the layer below, in keyboard order. */}
          <Scatter data={picture.points} isAnimationActive={false} shape={() => null} />
          {/* Above the cut lines, so that names stay legible where they cross one. */}
          <ZIndexLayer zIndex={2000}>
            <Layer picture={picture} hrefOf={hrefOf} onFocus={onFocus} onOpen={onOpen} narrow={width < 480} />
          </ZIndexLayer>
        </ScatterChart>
      )}
    </div>
  );
}

function Layer({
  picture,
  hrefOf,
  onFocus,
  onOpen,
  narrow,
}: {
  picture: QuadrantPicture;
  hrefOf: (unitId: string) => string;
  onFocus: (unitId: string | null) => void;
  onOpen: (unitId: string) => void;
  narrow: boolean;
}) {
  const area = usePlotArea();
  const xScale = useXAxisScale();
  const yScale = useYAxisScale();
  const group = useRef<SVGGElement>(null);
  const [active, setActive] = useState(0);
  if (!area || !xScale || !yScale) return null;
  const x = (value: number) => Number(xScale(value));
  const y = (value: number) => Number(yScale(value));
  const tabbed = Math.min(active, picture.points.length - 1);

  function move(event: KeyboardEvent, point: QuadrantPoint) {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (event.key === "Enter") onOpen(point.unitId);
    else if (event.key === "Escape") onFocus(null);
    else if (step) {
      const next = Math.max(0, Math.min(picture.points.length - 1, tabbed + step));
      setActive(next);
      group.current?.querySelector<SVGAElement>(`[data-index="${next}"]`)?.focus();
    } else return;
    event.preventDefault();
  }

  const byId = new Map(picture.points.map((point) => [point.unitId, point]));
  // The largest first, so that no dot hides a smaller one.
  const order = picture.points.map((point, index) => ({ point, index }));
  order.sort((a, b) => b.point.radius - a.point.radius);
  return (
    <g ref={group}>
      {!narrow &&
        picture.corners.map((corner) => (
          <text
            key={corner.words}
            x={corner.horizontal === "left" ? area.x + 8 : area.x + area.width - 8}
            y={corner.vertical === "top" ? area.y + 20 : area.y + area.height - 10}
            textAnchor={corner.horizontal === "left" ? "start" : "end"}
            className={classes.corner}
          >
            {corner.words}
          </text>
        ))}
      {picture.points.map((point) => (
        <g key={point.unitId} className={classes.lines}>
          {point.tail && <line x1={x(point.tail.x)} y1={y(point.tail.y)} x2={x(point.x)} y2={y(point.y)} data-tail />}
          {point.tail && <circle cx={x(point.tail.x)} cy={y(point.tail.y)} r={2.5} />}
          {point.whiskers?.x && (
            <line x1={x(point.whiskers.x[0])} x2={x(point.whiskers.x[1])} y1={y(point.y)} y2={y(point.y)} />
          )}
          {point.whiskers?.y && (
            <line x1={x(point.x)} x2={x(point.x)} y1={y(point.whiskers.y[0])} y2={y(point.whiskers.y[1])} />
          )}
        </g>
      ))}
      {order.map(({ point, index }) => (
        <a
          key={point.unitId}
          href={hrefOf(point.unitId)}
          aria-label={point.sentence}
          tabIndex={index === tabbed ? 0 : -1}
          data-index={index}
          className={classes.point}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            onOpen(point.unitId);
          }}
          onMouseEnter={() => onFocus(point.unitId)}
          onFocus={() => {
            setActive(index);
            onFocus(point.unitId);
          }}
          onKeyDown={(event) => move(event, point)}
        >
          <title>{point.sentence}</title>
          <circle cx={x(point.x)} cy={y(point.y)} r={Math.max(12, point.radius)} className={classes.target} />
          {point.ring && <circle cx={x(point.x)} cy={y(point.y)} r={point.radius + 3} className={classes.ring} />}
          <circle
            cx={x(point.x)}
            cy={y(point.y)}
            r={point.radius}
            className={classes.dot}
            data-focused={point.focused || undefined}
          />
        </a>
      ))}
      {picture.labels.map((label) => {
        const point = byId.get(label.unitId);
        return point ? (
          <text
            key={label.unitId}
            x={x(point.x) + label.dx}
            y={y(point.y) + label.dy}
            textAnchor={label.anchor}
            className={classes.name}
            data-focused={point.focused || undefined}
          >
            {label.text}
          </text>
        ) : null;
      })}
    </g>
  );
}
