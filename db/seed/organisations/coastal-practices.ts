import type { StoryPractices } from "../practices.ts";

/** What the Office's directorates hold to, and what about two thirds of its teams are for. */
export const coastalPractices: StoryPractices = {
  organisation: ["Nobody is surprised by the sea", "Money where the risk is highest"],
  priorities: {
    "Evidence and forecasting": ["A warning two days ahead", "Figures that stand up to a public inquiry"],
    "Grants and programmes": ["A decision within twelve weeks", "Claims paid within thirty days"],
    "Regulation and advice": ["The same answer to the same question", "Fewer visits, better chosen"],
    Communities: ["Every village at risk has a plan of its own"],
  },
  purposes: `
Shoreline modelling: We show [coastal councils] where the shore will be in fifty years and how sure we are. >2
Sea level and surge: We tell [people by the sea] two days ahead how high the water will come. >1
Data services: We give [engineers and the public] clean data that they need not ask for. >>1
Mapping: We draw maps on which [householders] can find their own street.
Forecast desk: We warn [harbours and villages] in plain words, at any hour. >>1
Grant applications: We tell [councils] within twelve weeks whether their scheme is funded. >1
Grant claims: We pay what is right within thirty days, so that [small councils] can pay their builders. >2
Sea defences programme: We get defences built before the next great storm, for [towns at risk]. >>2
Managed realignment: We make room for the sea together with [farmers and landowners].
Small harbours: We keep [fishing harbours] open in a changing sea.
Marine works consents: We decide fairly and in time, so that [builders and wildlife] both know where they stand. >1
Planning advice: We help [planners] to refuse what will flood and to allow what will not. >>1
Inspectors north: We look at the weakest walls first, so that [people behind them] are safe. >2
Community advisers east: We help [villages in the east] to write a plan that they own. >1
Community advisers west: We sit at kitchen tables with [families in the west] who may have to move. >1
Schools and outreach: We teach [children] by the sea what to do when the siren sounds.
Finance: We know each month what is left, so that [programmes] can commit in time.
`,
};
