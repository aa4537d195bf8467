export { freezeTree } from "./freeze-tree.ts";
