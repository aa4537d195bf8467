export { decisionsPage, noticePage } from "./decisions-page.ts";
export { leafletPage } from "./leaflet-page.ts";
export { linkSheet } from "./link-sheet.ts";
export type { Page } from "./page.ts";
export { plainPage } from "./plain-pages.ts";
export { pulsePage } from "./pulse-page.ts";
export { admit, newTraffic } from "./traffic.ts";
