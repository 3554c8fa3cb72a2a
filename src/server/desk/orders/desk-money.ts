import type { Payments } from '../../payments/open-payments.ts';
import type { DeskMoney, StatementOutcome } from './shop-desk.ts';

const KNOWN: ReadonlySet<string> = new Set(['known', 'same-money']);
const ANOTHER: ReadonlySet<string> = new Set(['unknown-order', 'other-account', 'other-currency', 'maybe-known', 'paid-back-too-much']);
const NOTHING: ReadonlySet<string> = new Set(['ignored', 'failed', 'expired']);

/** The office's share of payments, in its own words. */
export function deskMoney(payments: Pick<Payments, 'applyStatement' | 'assign' | 'paidBack'>): DeskMoney {
  return {
    async readStatement(file) {
      const report = await payments.applyStatement(file);
      if ('refusal' in report) return { refusal: report.refusal.vi };
      const outcome: StatementOutcome = { rows: report.rows, matched: 0, known: 0, review: 0, skipped: report.rows, problems: report.problems.map(({ vi }) => vi) };
      for (const [what, count] of Object.entries(report.outcomes)) {
        if (NOTHING.has(what)) continue;
        outcome[KNOWN.has(what) ? 'known' : ANOTHER.has(what) ? 'review' : 'matched'] += count;
        outcome.skipped -= count;
      }
      return outcome;
    },
    assign: payments.assign,
    paidBack: payments.paidBack,
  };
}
