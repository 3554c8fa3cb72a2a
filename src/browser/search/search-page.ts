import { comboboxWord } from '../../i18n/combobox-words.ts';
import type { Language } from '../../paths.ts';
import { askServerForResults, type ResultsSource } from './ask-results.ts';
import { prepareFacets } from './facet-finder.ts';
import { latestOnly } from './latest.ts';
import { findNear } from './near-me.ts';
import { openCombobox } from './combobox.ts';
import { afterPaint } from './after-paint.ts';
import { drawResults, sayToday } from './draw-results.ts';
import { layOutUnseen } from './lay-out-unseen.ts';
import { keepPlace } from './keep-place.ts';
import { drawRecentChips } from './recent-chips.ts';
import { rememberSearch } from './recent-searches.ts';
import { soonAfter } from './soon-after.ts';

/** Results that take longer are said to be on their way. */
const LATE_MS = 120;

/**
 * The page of results while one types: the region of results is asked for anew and put in place of the old one. The
 * address follows: what is typed replaces it, Enter, a filter or a chip makes a new one, so that "back" leads to what was
 * looked at. Without this script every part of it is a link or a form.
 */
function openSearchPage(root: HTMLElement): void {
  const form = root.querySelector<HTMLFormElement>('form[data-search]');
  const input = form?.querySelector<HTMLInputElement>('input[type=search]');
  const region = root.querySelector<HTMLElement>('[data-results]');
  if (!form || !input || region === null) return;
  const language: Language = form.dataset['language'] === 'en' ? 'en' : 'vi';
  const path = new URL(form.action).pathname;
  const part = (name: string): HTMLElement | null => root.querySelector<HTMLElement>(`[data-${name}]`);
  const latest = latestOnly();
  let source: ResultsSource | undefined;
  /** The last address that was meant: by Enter, a filter, a link. */
  let meant = location.pathname + location.search;
  /** What was typed and is not the address yet. */
  let typed: string | undefined;

  const load = async (address: string, isMeant: boolean, all = false): Promise<void> => {
    source ??= await sourceOf(form, language);
    const { ask } = source;
    const late = setTimeout(() => region.setAttribute('aria-busy', 'true'), LATE_MS);
    const early = (html: string): void => {
      clearTimeout(late);
      put(html, address);
    };
    try {
      const html = await latest.run((signal) => ask({ address, isMeant, firstFirst: !isMeant && isTyping(), signal, early, all }));
      clearTimeout(late);
      if (html === undefined) return;
      put(html, address);
    } catch {
      clearTimeout(late);
      part('search-live')?.replaceChildren(comboboxWord('resultsFailed', language));
      const said = document.createElement('p');
      said.className = 'problem';
      said.textContent = comboboxWord('resultsFailed', language);
      if (region.querySelector(':scope > .problem') === null) region.prepend(said);
    }
    region.removeAttribute('aria-busy');
  };
  /** On a small screen, where what is typed hides most of the results anyway. */
  const isTyping = (): boolean => document.activeElement === input && !matchMedia('(min-width: 700px)').matches && region.querySelector('.facets[open]') === null;
  /** What the first key would wait for: an answer, code that ran once, results that were laid out before. */
  const prepare = async (): Promise<void> => {
    const example = root.querySelector<HTMLAnchorElement>('[data-search-start] a')?.href;
    if (region.childElementCount > 0 || example === undefined) return;
    source ??= await sourceOf(form, language);
    const html = await source.prepare(example);
    if (region.childElementCount > 0 || typed !== undefined) return;
    const drawn = region.cloneNode() as HTMLElement;
    drawResults(drawn, html);
    layOutUnseen(drawn, region);
  };
  const put = (html: string, address: string): void => {
    const restore = keepPlace(region);
    drawResults(region, html);
    region.removeAttribute('aria-busy');
    settle();
    restore();
    afterPaint(() => followTyped(address));
  };
  /** Whatever the server does not know: what needs script, where a form leads back. */
  const settle = (): void => {
    prepareFacets(region);
    for (const button of region.querySelectorAll<HTMLElement>('[data-near]')) button.hidden = !('geolocation' in navigator);
    const start = part('search-start');
    if (start !== null) start.hidden = region.childElementCount > 0;
    const said = region.querySelector<HTMLElement>('[data-live-count]')?.dataset['liveCount'];
    const live = part('search-live');
    if (said !== undefined && live?.textContent !== said) live?.replaceChildren(said);
    const alcohol = part('alcohol');
    if (alcohol instanceof HTMLDetailsElement && region.querySelector('[data-means-alcohol]') !== null) alcohol.open = true;
    sayAddress();
  };
  const typedAddress = (): string => {
    const query = new URLSearchParams(location.search);
    for (const name of ['trang', 'page', 'bo', 'ignore', 'chon', 'choose']) query.delete(name);
    query.delete(input.name);
    const rest = query.toString();
    const text = input.value.trim() === '' ? '' : `${input.name}=${encodeURIComponent(input.value.trimStart())}`;
    const next = [text, rest].filter(Boolean).join('&');
    return next === '' ? path : `${path}?${next}`;
  };
  const type = (): void => {
    const address = typedAddress();
    typed = address;
    void show(address, false).finally(() => afterPaint(() => followTyped(address)));
  };
  /** Once its results stand there, and not those of another key: a new address costs a browser more than one thinks. */
  const followTyped = (shown: string): void => {
    if (typed !== shown) return;
    history.replaceState(null, '', shown);
    typed = undefined;
    sayAddress();
  };
  const sayAddress = (): void => {
    for (const field of root.querySelectorAll<HTMLInputElement>('[data-return-to]')) field.value = location.pathname + location.search;
  };
  const show = async (address: string, isMeant: boolean): Promise<void> => {
    if (address === path) {
      latest.stop();
      region.replaceChildren();
      region.removeAttribute('aria-busy');
      part('search-live')?.replaceChildren('');
      drawRecentChips(part('recent'), form, language);
      return settle();
    }
    return load(address, isMeant);
  };
  const go = (address: string): void => {
    typed = undefined;
    history.replaceState(null, '', meant);
    if (address !== meant) history.pushState(null, '', address);
    meant = address;
    rememberSearch(input.value);
    void show(address, true);
  };
  const goByForm = (): void => {
    const query = new URLSearchParams([...new FormData(form)].flatMap(([name, value]) => (typeof value === 'string' && value.trim() !== '' && value !== 'relevance' ? [[name, value.trim()]] : [])));
    const text = query.toString().replaceAll('%2C', ',').replaceAll('%2F', '/');
    go(text === '' ? path : `${path}?${text}`);
  };
  const typeSoon = soonAfter(type, form.dataset['search'] === 'static' ? 0 : 60);

  root.dataset['live'] = '';
  input.addEventListener('focus', () => void prepare().catch(() => undefined), { once: true });
  input.addEventListener('input', typeSoon);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    goByForm();
  });
  root.addEventListener('change', ({ target }) => {
    if (target instanceof Element && target.matches('[data-commit]')) goByForm();
  });
  root.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const near = target?.closest<HTMLElement>('[data-near]');
    if (near) return findNear(near, part('near-said'), language, go);
    if (typed !== undefined) followTyped(typed);
    if (target?.closest('[data-load-all]')) return void load(location.pathname + location.search, false, true);
    const link = target?.closest('a');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0 || link.pathname !== path || link.hash !== '') return;
    event.preventDefault();
    const text = new URLSearchParams(link.search).get(input.name) ?? '';
    if (text !== input.value.trim()) input.value = text;
    const isPager = link.closest('.pager') !== null;
    go(link.pathname + link.search);
    if (isPager) root.querySelector('#ket-qua')?.scrollIntoView();
  });
  addEventListener('popstate', () => {
    typed = undefined;
    meant = location.pathname + location.search;
    input.value = new URLSearchParams(location.search).get(input.name) ?? '';
    void show(meant, false);
  });

  // Before the list of suggestions, which is asked for on an arrow only, so that results are what is made ready.
  const opened = form.dataset['search'] === 'static' ? sourceOf(form, language) : undefined;
  void Promise.resolve(opened).then(() => openCombobox(form));
  drawRecentChips(part('recent'), form, language);
  sayToday(region);
  settle();
  if (form.dataset['search'] === 'static') {
    input.value = new URLSearchParams(location.search).get(input.name) ?? '';
    if (location.search !== '') void show(meant, true);
  }
}

async function sourceOf(form: HTMLFormElement, language: Language): Promise<ResultsSource> {
  if (form.dataset['search'] !== 'static') return askServerForResults(language);
  const { askWorkerForResults } = await import('./search-worker-client.ts');
  return askWorkerForResults(language);
}

const root = document.querySelector<HTMLElement>('[data-search-page]');
if (root !== null) openSearchPage(root);
