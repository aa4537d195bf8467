/** Where the names of a few points can stand without covering each other. Sizes are guesses good enough for 13 px text. */

export type QuadrantLabel = {
  unitId: string;
  text: string;
  /** Distance from the point's centre in px. */
  dx: number;
  dy: number;
  anchor: "start" | "end" | "middle";
};

type Placed = { unitId: string; name: string; x: number; y: number; radius: number };
type Box = { left: number; right: number; top: number; bottom: number };

const CHARACTER = 6.6;
const HEIGHT = 16;
const LONGEST = 28;

export function placeLabels(
  all: Placed[],
  named: Placed[],
  [low, high]: [number, number],
  side: number,
): QuadrantLabel[] {
  const scale = side / Math.max(1, high - low);
  const px = (point: Placed) => ({ x: (point.x - low) * scale, y: side - (point.y - low) * scale });
  const dots: Box[] = all.map((point) => {
    const { x, y } = px(point);
    return { left: x - point.radius, right: x + point.radius, top: y - point.radius, bottom: y + point.radius };
  });
  const taken: Box[] = [];
  return named.map((point) => {
    const { x, y } = px(point);
    const text = point.name.length > LONGEST ? `${point.name.slice(0, LONGEST - 1).trimEnd()}…` : point.name;
    const width = text.length * CHARACTER;
    const away = point.radius + 4;
    const ways = [
      { dx: away, dy: 4, anchor: "start", left: x + away },
      { dx: -away, dy: 4, anchor: "end", left: x - away - width },
      { dx: 0, dy: -away - 2, anchor: "middle", left: x - width / 2 },
      { dx: 0, dy: away + 11, anchor: "middle", left: x - width / 2 },
      { dx: away, dy: -10, anchor: "start", left: x + away },
      { dx: away, dy: 20, anchor: "start", left: x + away },
      { dx: -away, dy: -10, anchor: "end", left: x - away - width },
      { dx: -away, dy: 20, anchor: "end", left: x - away - width },
    ] as const;
    const rated = ways.map((way) => {
      const bottom = y + way.dy + 3;
      const box: Box = { left: way.left, right: way.left + width, top: bottom - HEIGHT, bottom };
      const outside = box.left < 0 || box.right > side || box.top < 0 || box.bottom > side ? 100 : 0;
      const names = taken.filter((other) => meet(box, other)).length * 20;
      return { way, box, cost: outside + names + dots.filter((dot) => meet(box, dot)).length };
    });
    const best = rated.reduce((a, b) => (b.cost < a.cost ? b : a));
    taken.push(best.box);
    return { unitId: point.unitId, text, dx: best.way.dx, dy: best.way.dy, anchor: best.way.anchor };
  });
}

function meet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
