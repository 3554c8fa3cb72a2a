import { distance } from 'fastest-levenshtein';
import { nearestNameBy, type NearestName } from '../../domain/nearest-name.ts';

export const nearestName: NearestName = nearestNameBy(distance);
