export { cancelMails } from "./cancel-mails.ts";
export { postMails } from "./post-mails.ts";
export { readMail } from "./read-mail.ts";
export { readOutbox } from "./read-outbox.ts";
export { sendMails } from "./send-mails.ts";
export { sendNow } from "./send-now.ts";
