import type { StoryMeasure } from "../practices.ts";

const INVENTED = "Made up for this demo; no real survey or inspection stands behind it";
const FREE = "Made up. Free to copy, of no use outside the demo";

/** Two other measures by directorate, the latest year last. They are shown beside the results and never in them. */
export const northbridgeMeasures: readonly StoryMeasure[] = [
  {
    title: "Service rating (fictional)",
    kind: "delivery_rating",
    scale: "of 5",
    source: `Northbridge Service Review, a fictional yearly rating of five grades. ${INVENTED}`,
    licence: FREE,
    values: {
      "Adult social care": [3, 3, 2, 3],
      "Children and families": [3, 3, 4, 4],
      "Education and skills": [4, 4, 4, 4],
      Housing: [3, 2, 2, 2],
      "Planning and growth": [4, 4, 3, 2],
      "Environment and streets": [3, 4, 3, 4],
      "Public health and communities": [4, 4, 4, 5],
      "Customer services": [3, 3, 4, 3],
      Resources: [4, 4, 5, 4],
    },
  },
  {
    title: "Staff survey: proud to work here (fictional)",
    kind: "engagement_figure",
    scale: "%",
    source: `Northbridge Staff Survey, a fictional yearly survey. ${INVENTED}`,
    licence: FREE,
    values: {
      "Adult social care": [71, 69, 58, 66],
      "Children and families": [64, 66, 67, 70],
      "Education and skills": [72, 70, 73, 74],
      Housing: [59, 57, 55, 52],
      "Planning and growth": [68, 70, 69, 71],
      "Environment and streets": [61, 60, 58, 63],
      "Public health and communities": [78, 77, 80, 79],
      "Customer services": [66, 65, 54, 61],
      Resources: [63, 62, 60, 60],
    },
  },
];
