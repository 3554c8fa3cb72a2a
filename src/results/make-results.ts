import { statusOn } from '../domain/certificate-status.ts';
import { formatCount } from '../i18n/format-number.ts';
import { statusWords } from '../i18n/status-words.ts';
import type { Language } from '../paths.ts';
import { chosenChips, understoodChips } from './make-chips.ts';
import { facetViews } from './make-facets.ts';
import { helpView } from './make-help.ts';
import { markedParts } from './marked-parts.ts';
import { resultsForm } from './make-form.ts';
import { resultsAddresses } from './results-address.ts';
import type { ResultCard } from './result-card.ts';
import type { ResultsParts } from './results-parts.ts';
import type { ResultsView, ShownCard } from './results-view.ts';
import { termAttributes } from './term-attributes.ts';

/** How many hits the engines count; beyond it the page says "more than". */
const MOST_COUNTED = 1_000;

/** What a page of results says. Hits that no record answers for are left out. */
export function resultsView(parts: ResultsParts): ResultsView {
  const { language, t, parameters, outcome, limit } = parts;
  const { understood, answer } = outcome;
  const addresses = resultsAddresses(parameters, language);
  const shown = answer.hits.flatMap(({ id, km, partial }) => {
    const card = parts.card(id);
    return card === undefined ? [] : [{ card: shownCard(parts, card, km), partial }];
  });
  const partialFrom = shown.findIndex(({ partial }) => partial);
  const [understoodOnes, chosen] = [understoodChips(parts, addresses), chosenChips(parts, addresses)];
  const pages = Math.max(1, Math.ceil(Math.min(answer.total, MOST_COUNTED) / limit));
  const page = parameters.page;
  const meansAlcohol = understood.meanings.some(({ kind }) => kind === 'alcohol');
  return {
    language,
    title: titleOf(parts),
    live: countText(parts),
    readAs: understood.readAs === undefined ? undefined : { shown: understood.readAs, typed: understood.text },
    meansAlcohol,
    alcoholNote: meansAlcohol ? parts.alcoholNote : undefined,
    notices: parts.problems.map(({ name, found }) => t('search.badParameter', { name, found: found.slice(0, 60) })),
    question: questionOf(parts, addresses),
    understood: understoodOnes,
    chosen,
    clear: chosen.length > 0 ? addresses.with({ filters: {} }) : undefined,
    facets: facetViews(parts, addresses),
    conditionCount: chosen.length,
    form: resultsForm(parts, addresses),
    cards: shown.map(({ card }) => card),
    partialFrom: partialFrom === -1 ? undefined : partialFrom,
    pager: {
      page,
      pages,
      ...(page > 1 && { previous: addresses.page(Math.min(page - 1, pages)) }),
      ...(page < pages && { next: addresses.page(page + 1) }),
    },
    help: outcome.help === undefined ? undefined : helpView(parts, outcome.help, addresses),
    nearNote: outcome.filters.near === undefined ? undefined : t('search.nearNote', { km: outcome.filters.near.km }),
  };
}

/** "12 sản phẩm cho “nước mắm”"; partial hits are no finds. */
function titleOf(parts: ResultsParts): string {
  const { t, outcome, parameters } = parts;
  const text = (outcome.understood.readAs ?? parameters.text).trim();
  const whole = wholeCount(parts);
  if (text === '' || whole === undefined) return countText(parts);
  return whole === 0 ? t('search.noneFor', { text }) : t('search.countFor', { count: countText(parts), text });
}

function countText(parts: ResultsParts): string {
  const { t, language } = parts;
  const whole = wholeCount(parts);
  if (whole === undefined) return t('search.partial');
  if (whole === 0) return t('search.none');
  if (whole === 1) return t('products.one');
  const count = formatCount(Math.min(whole, MOST_COUNTED), language);
  return whole >= MOST_COUNTED ? t('search.moreThan', { count }) : t('products.many', { count });
}

/** Products with every word: they stand before the others. Undefined on a later page that holds none of them. */
function wholeCount({ outcome: { answer }, parameters: { page }, limit }: ResultsParts): number | undefined {
  const firstPartial = answer.hits.findIndex(({ partial }) => partial);
  if (firstPartial === -1) return answer.total;
  return page > 1 && firstPartial === 0 ? undefined : (page - 1) * limit + firstPartial;
}

function questionOf({ t, language, outcome }: ResultsParts, addresses: ReturnType<typeof resultsAddresses>): ResultsView['question'] {
  const { question } = outcome.understood;
  if (question === undefined) return undefined;
  return {
    title: t('search.whichPlace', { name: question.typed }),
    choices: question.choices.map(({ key, label }) => ({ text: label[language], href: addresses.with({ chosen: key }) })),
  };
}

function shownCard({ language, asOf, t, outcome: { understood } }: ResultsParts, card: ResultCard, km: number | undefined): ShownCard {
  const mark = (text: string | undefined): ShownCard['name'] => (text === undefined ? [] : markedParts(text, understood.words));
  return {
    card,
    name: mark(card.name),
    producer: mark(card.producer),
    place: mark(card.place),
    km: km === undefined ? undefined : t('search.km', { km: distance(km, language) }),
    status: statusOf(card, asOf, language),
  };
}

function distance(km: number, language: Language): string {
  const text = km < 10 ? km.toFixed(1) : String(Math.round(km));
  return language === 'vi' ? text.replace('.', ',') : text;
}

function statusOf({ term }: ResultCard, asOf: string, language: Language): ShownCard['status'] {
  if (term === undefined) return undefined;
  const now = statusOn(term, asOf);
  return { attributes: termAttributes(term, now, asOf, language), pill: statusWords(now, term, asOf, language).pill, stars: term.stars };
}
