import type { DecisionLine, RecognitionDecision } from '../domain/decision.ts';
import { isStarLevel } from '../domain/star-level.ts';
import { remember } from './remember.ts';
import type { RawRecord } from './raw-register.ts';
import type { DecisionRecord } from './schemas/decision.ts';

/** A checked record becomes a decision; call it only after the checks found no error. */
export const parseDecision = remember(({ id, record, sample }: RawRecord<DecisionRecord>): RecognitionDecision => {
  const { issuer, lines, ...facts } = record;
  return {
    ...facts,
    id,
    issuer: issuer === 'unknown' ? undefined : issuer,
    lines: lines.map((line): DecisionLine => ({ ...line, stars: isStarLevel(line.stars) ? line.stars : undefined })),
    sample,
  };
});
