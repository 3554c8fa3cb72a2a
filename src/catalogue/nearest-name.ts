import { distance } from 'fastest-levenshtein';
import { nearestNameBy, type LettersApart, type NearestName } from '../domain/nearest-name.ts';

export const nearestName: NearestName = nearestNameBy(distance);
export const lettersApart: LettersApart = distance;
