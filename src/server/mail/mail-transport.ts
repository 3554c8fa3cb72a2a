/** One mail, ready to leave; the same row of the outbox always gives the same one. */
export interface OutgoingMail {
  /** In angle brackets; stable over all attempts, so that a receiver sees a repeated mail as the same one. */
  messageId: string;
  to: string;
  date: Date;
  content: MailContent;
}

export interface MailContent {
  subject: string;
  text: string;
  html: string;
}

/** A way out. `send` resolves once somebody else has taken the mail over; it rejects when that is not certain. */
export interface MailTransport {
  send(mail: OutgoingMail): Promise<void>;
  close(): void;
}
