/** A text about privacy for staff, their unions and data-protection officers. Headings and short lines, no markup. */
export type Leaflet = {
  title: string;
  intro: string;
  sections: { heading: string; lines: string[]; list?: string[] }[];
};
