export const newUnit = (parentId: string) => ({
  parentId,
  kind: "unit" as const,
  name: "New unit",
  code: null,
  headcount: null,
  workingPattern: null,
  supervisorEmail: null,
  supervisorName: null,
});
export const newTeam = (parentId: string) => ({
  parentId,
  name: "Night team",
  supervisorEmail: "jo.smith@team.example",
  supervisorName: null,
  headcount: 7,
  workingPattern: "site" as const,
});
