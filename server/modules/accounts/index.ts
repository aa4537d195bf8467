export { acceptInvitation } from "./accept-invitation.ts";
export { changePassword } from "./change-password.ts";
export { choosePassword } from "./choose-password.ts";
export { ensureAccount, invitationPath } from "./ensure-account.ts";
export { endLinksOfOthers, invitePerson } from "./invite-person.ts";
export { readLinkMail } from "./read-link-mail.ts";
export { readMe } from "./read-me.ts";
export { readSignIn } from "./read-sign-in.ts";
export { signOutEverywhere } from "./sign-out-everywhere.ts";
