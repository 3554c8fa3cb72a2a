import { isStarLevel, starForScore } from '../../domain/star-level.ts';
import { actsIn, grants } from './acts-in.ts';
import { type Check, warningAt } from './check.ts';

export const scoreAboveStar: Check = {
  id: 'score-above-star',
  reach: 'record',
  description: 'A score that would allow a higher star is looked at once more.',
  run(register) {
    return actsIn(register).flatMap(({ file, field, act, stars, score }) => {
      if (score === undefined || !isStarLevel(stars) || !grants(act)) return [];
      const allowed = starForScore(score);
      if (allowed === undefined || allowed <= stars) return [];
      return [
        warningAt(file, `${field}.score`, {
          en: `${score} would allow ${allowed} stars but the record says ${stars}: compare with the document`,
          vi: `${score} đủ điểm cho hạng ${allowed} sao nhưng bản ghi là ${stars} sao: hãy đối chiếu với văn bản`,
        }),
      ];
    });
  },
};
