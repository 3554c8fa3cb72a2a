import { join } from 'node:path';
import type { Catalogue } from '../../src/catalogue/catalogue.ts';
import { loadPlaces } from '../../src/catalogue/places/load-places.ts';
import { readRegister } from '../../src/catalogue/read-register.ts';
import { buildCatalogue } from '../../src/catalogue/snapshot.ts';

const { places } = loadPlaces(join(import.meta.dirname, '../../content/places'));

/** The tiny valid catalogue on the real places, practice data included. */
export const CATALOGUE: Catalogue = buildCatalogue(readRegister(join(import.meta.dirname, '../fixtures/content'), { samples: true }).register, places);
