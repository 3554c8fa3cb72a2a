import { beforeAll, expect, test } from 'vitest';
import { nearestName } from '../../src/browser/search/nearest-name.ts';
import type { Shipped } from '../../src/results/shipped.ts';
import { answerResults } from '../../src/results/shipped-answers.ts';
import { shippedHelp } from '../../src/results/shipped-help.ts';
import { filtersOf } from '../../src/search/filters-of.ts';
import { foundNothing } from '../../src/search/search-help.ts';
import type { SearchOutcome } from '../../src/search/search-outcome.ts';
import { readSearchParameters, type SearchParameters } from '../../src/search/search-parameters.ts';
import { understand } from '../../src/search/understand.ts';
import { searchHelp } from '../../src/server/search/search-help.ts';
import { DAY, openRealRegister, type RealRegister } from '../search/real-register.ts';
import { shipRealRegister } from '../search/shipped-register.ts';

let register: RealRegister;
let shipped: Shipped;
beforeAll(async () => {
  register = openRealRegister(true);
  shipped = await (await shipRealRegister()).whole();
});

const parametersOf = (query: string): SearchParameters => readSearchParameters(new URLSearchParams(query), 'vi').parameters;

function outcomeOf({ engine, vocabulary }: Pick<RealRegister, 'engine' | 'vocabulary'>, parameters: SearchParameters): SearchOutcome {
  const understood = understand(parameters.text, vocabulary, { ignored: parameters.ignored });
  const filters = filtersOf(understood, parameters.filters);
  return { engine: 'embedded', understood, filters, sort: 'relevance', answer: engine.answer({ understood, filters, sort: 'relevance', page: 1, limit: 24, asOf: DAY, facets: [], alcohol: false }) };
}

test.each(['q=nuoc+mam+phu+sang&nhom=do-uong', 'q=nuoc+mamx+hà+tĩnh&sao=5', 'q=zxqwv', 'q=muoc+mắm+xyzzy', 'q=mật+ong+5+sao+hà+tĩnh', 'q=trà&tinh=ha-tinh&sao=5', 'q=rượu+nếp', 'q=giò+bò&xa=ha-tinh/thien-cam', 'sao=5&tinh=quang-tri&nhom=do-uong'])(
  'what helps after %s is what the server says',
  async (query) => {
    const parameters = parametersOf(query);
    const outcome = outcomeOf(register, parameters);
    expect(foundNothing(outcome, 1)).toBe(true);
    const served = await searchHelp(register.catalogue, outcome, { parameters, limit: 24, asOf: DAY, facets: [], alcohol: false }, async (ask) => outcomeOf(register, ask.parameters));
    const own = outcomeOf(shipped.search, parameters);
    const helped = shippedHelp(shipped, own, { parameters, search: (fewer) => outcomeOf(shipped.search, fewer).answer, nearestName });
    expect({ ...helped, communes: helped.communes.map(({ slug, total }) => ({ slug, total })) }).toEqual({ ...served, communes: served.communes.map(({ slug, total }) => ({ slug, total })) });
    helped.communes.forEach(({ km }, place) => expect(km).toBeCloseTo(served.communes[place]?.km as number, 1));
  },
);

test('where nothing lies in the commune that was meant, its province stands for it', () => {
  const parameters = parametersOf('q=zxqwv&xa=ca-mau/dat-mui');
  const { communes } = shippedHelp(shipped, outcomeOf(shipped.search, parameters), { parameters, search: (fewer) => outcomeOf(shipped.search, fewer).answer, nearestName });
  expect(communes).toHaveLength(4);
});

test('help is said only where the whole register was searched', () => {
  const helpOf = (query: string, isWhole: boolean): boolean => answerResults(shipped, { query: `?${query}`, language: 'vi' }, DAY, isWhole ? 'whole' : 'loading', nearestName).includes('class="help"');
  expect([helpOf('q=zxqwv', true), helpOf('q=zxqwv', false), helpOf('q=mam', true)]).toEqual([true, false, false]);
});
