/** Every colour of the product, light then dark. Names are what the colour is for; they become `--name` in CSS. */
export const PALETTE = {
  page: ["#FBFAF8", "#12161D"],
  surface: ["#FFFFFF", "#1A2029"],
  sunk: ["#F2F0EC", "#0D1116"],
  ink: ["#1B2230", "#E9ECF1"],
  soft: ["#4A5363", "#AEB6C3"],
  /** Borders of controls: 3:1 against page and surface. */
  control: ["#7C8492", "#7E8899"],
  /** Decoration only, never the edge of a control. */
  rule: ["#D9D5CD", "#323A47"],
  accent: ["#1D4E89", "#8DB8EE"],
  "accent-soft": ["#E4ECF5", "#1E3048"],
  error: ["#A3261B", "#FF9A8B"],
  button: ["#1B2230", "#E9ECF1"],
  "button-hover": ["#323B4D", "#FFFFFF"],
  "button-text": ["#FFFFFF", "#12161D"],
  focus: ["#FFBF47", "#FFBF47"],
  /** The inner ring: ink on light; the page colour on dark, where ink would melt into the amber. */
  "focus-inner": ["#1B2230", "#12161D"],
  /** The five-step risk scale, below 25 / 25 / 32 / 40 / 50 and above. These colours mean nothing else. */
  "risk-1": ["#0A3D70", "#BFE0F8"],
  "risk-1-text": ["#FFFFFF", "#12161D"],
  "risk-2": ["#5A92CA", "#4379AB"],
  "risk-2-text": ["#1B2230", "#FFFFFF"],
  "risk-3": ["#FFFDF8", "#1A202A"],
  "risk-3-text": ["#1B2230", "#E9ECF1"],
  "risk-4": ["#CC7E22", "#9E5D1C"],
  "risk-4-text": ["#1B2230", "#FFFFFF"],
  "risk-5": ["#652F00", "#FFD199"],
  "risk-5-text": ["#FFFFFF", "#12161D"],
  "line-engagement": ["#5B3E8C", "#C4A7F0"],
  "line-delivery": ["#1F6F6B", "#6FD0C5"],
  "line-counted": ["#1B2230", "#E9ECF1"],
} as const satisfies Record<string, readonly [light: string, dark: string]>;

export type ColourName = keyof typeof PALETTE;

/** CSS value of a colour, for SVG attributes. */
export function colour(name: ColourName): string {
  return `var(--${name})`;
}

/**
 * One declaration per colour. `light-dark()` follows `color-scheme`, so print turns light with one rule
 * (global.css) although the screen is dark.
 */
export function paletteVariables(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(PALETTE).map(([name, [light, dark]]) => [`--${name}`, `light-dark(${light}, ${dark})`]),
  );
}
