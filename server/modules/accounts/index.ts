export { changePassword } from "./change-password.ts";
export { choosePassword } from "./choose-password.ts";
export { readMe } from "./read-me.ts";
export { signOutEverywhere } from "./sign-out-everywhere.ts";
export { ensureAccount, invitationPath } from "./ensure-account.ts";
