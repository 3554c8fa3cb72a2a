import { newTraceCode, parseTraceCode, spacedTraceCode } from './trace-code.ts';

/** Phản ánh: what somebody tells the office about a product, its star or what this site says; `my-data` asks to see or delete what is kept of who ordered. */
export type ReportKind = 'star-misuse' | 'wrong-data' | 'bad-goods' | 'my-data' | 'other';
export const REPORT_KINDS: readonly ReportKind[] = ['star-misuse', 'wrong-data', 'bad-goods', 'my-data', 'other'];

/** mới · đang xem · đã trả lời · đóng */
export type ReportState = 'new' | 'looking' | 'answered' | 'closed';
export const REPORT_STATES: readonly ReportState[] = ['new', 'looking', 'answered', 'closed'];

export type ReportEvent = 'take' | 'answer' | 'close' | 'reopen';
export const REPORT_EVENTS: readonly ReportEvent[] = ['take', 'answer', 'close', 'reopen'];

const MOVES: Readonly<Record<ReportState, Partial<Record<ReportEvent, ReportState>>>> = {
  new: { take: 'looking', answer: 'answered', close: 'closed' },
  looking: { answer: 'answered', close: 'closed' },
  answered: { close: 'closed', reopen: 'looking' },
  closed: { reopen: 'looking' },
};

/** Undefined when the event cannot happen in this state. */
export function nextReportState(state: ReportState, event: ReportEvent): ReportState | undefined {
  return MOVES[state][event];
}

export function reportEventsIn(state: ReportState): ReportEvent[] {
  return REPORT_EVENTS.filter((event) => MOVES[state][event] !== undefined);
}

/** Number of a report: ten characters as a trace code has them, the last of them checks the others. */
export type ReportReference = string;

/** From at least nine random bytes; the caller sees that it is not taken. */
export function newReportReference(randomBytes: Uint8Array): ReportReference {
  return newTraceCode(randomBytes);
}

/** `PA-7K2M9-QX4TB`, to be read aloud. */
export function spacedReference(reference: ReportReference): string {
  return `PA-${spacedTraceCode(reference)}`;
}

/** The reference as issued, however it was typed; undefined when a character is wrong. */
export function parseReference(text: string): ReportReference | undefined {
  const parsed = parseTraceCode(text.trim().replace(/^pa[\s-]+/i, ''));
  return 'code' in parsed ? parsed.code : undefined;
}
