import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
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
export function loadPlaces(folder: string): LoadedPlaces {
  const stamp = stampOf(folder);
  const kept = LOADED.get(folder);
  if (kept?.stamp === stamp) return kept.loaded;
  const loaded = readPlaces(folder);
  LOADED.set(folder, { stamp, loaded });
  return loaded;
}

export interface LoadedPlaces {
  places: Places;
  problems: readonly Problem[];
}

/** Places change with a law: a process keeps them until a table's size or time of change differs. */
const LOADED = new Map<string, { stamp: string; loaded: LoadedPlaces }>();

function stampOf(folder: string): string {
  if (!existsSync(folder)) return '';
  return readdirSync(folder)
    .sort()
    .map((name) => {
      const { size, mtimeMs } = statSync(join(folder, name));
      return `${name} ${size} ${mtimeMs}`;
    })
    .join('\n');
}

function readPlaces(folder: string): LoadedPlaces {
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
