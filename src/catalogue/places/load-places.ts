import type { Problem } from '../../domain/problem.ts';
import { checkPlaces } from './check-places.ts';
import { communesTable, provincesTable } from './current-tables.ts';
import {
  communeChangesTable, earlierCommunesTable, formerDistrictsTable, formerProvincesTable, undeterminedCommunesTable,
} from './former-tables.ts';
import { joinPlaces, type Places } from './places.ts';
import { readTable } from './read-table.ts';

export type { Places } from './places.ts';

/**
 * Reads the tables of content/places from `folder`. Never throws for what they hold: a row at fault is a problem and
 * is left out.
 */
export function loadPlaces(folder: string): { places: Places; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const places = joinPlaces({
    provinces: readTable(folder, provincesTable, problems),
    communes: readTable(folder, communesTable, problems),
    formerProvinces: readTable(folder, formerProvincesTable, problems),
    formerDistricts: readTable(folder, formerDistrictsTable, problems),
    changes: readTable(folder, communeChangesTable, problems),
    earlierCommunes: [
      ...readTable(folder, earlierCommunesTable, problems),
      ...readTable(folder, undeterminedCommunesTable, problems),
    ],
  });
  return { places, problems: [...problems, ...checkPlaces(places)] };
}
