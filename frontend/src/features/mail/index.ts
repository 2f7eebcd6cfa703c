/** The mails that the platform has written. */
export { MailBadge } from "./parts/mail-badge";
export { MailBody } from "./parts/mail-body";
export { RetryMail } from "./parts/retry-mail";
export * from "./queries";
