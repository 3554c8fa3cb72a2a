import { isStarLevel, LOWEST_SCORE } from '../../domain/star-level.ts';
import { actsIn, grants } from './acts-in.ts';
import { type Check, errorAt } from './check.ts';

export const scoreBelowStar: Check = {
  id: 'score-below-star',
  reach: 'record',
  description: 'A score reaches the lowest score of its star: 50, 70 or 90 of 100 (Decision 148/QĐ-TTg).',
  run(register) {
    return actsIn(register).flatMap(({ file, field, act, stars, score }) => {
      if (score === undefined || !grants(act)) return [];
      const known = isStarLevel(stars) ? stars : undefined;
      const lowest = LOWEST_SCORE[known ?? 3];
      if (score >= lowest) return [];
      return [
        errorAt(file, `${field}.score`, {
          en: `${score} is below ${lowest}, the lowest score for ${known ?? 'a certificate'}${known === undefined ? '' : ' stars'}: correct the score or the star`,
          vi: `${score} thấp hơn ${lowest}, điểm thấp nhất ${known === undefined ? 'để được cấp giấy chứng nhận' : `của hạng ${known} sao`}: hãy sửa điểm hoặc hạng sao`,
        }),
      ];
    });
  },
};
