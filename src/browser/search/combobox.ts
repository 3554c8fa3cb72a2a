import { comboboxWord } from '../../i18n/combobox-words.ts';
import type { Language } from '../../paths.ts';
import { MOST_SUGGESTIONS, type Suggestions } from '../../results/suggestions.ts';
import { askServer, type SuggestionsSource } from './ask-suggestions.ts';
import { latestOnly } from './latest.ts';
import { layOutUnseen } from './lay-out-unseen.ts';
import { drawRecent, drawSaid, drawSuggestions } from './draw-suggestions.ts';
import { addClearButton } from './clear-button.ts';
import { soonAfter } from './soon-after.ts';
import { forgetSearches, recentSearches, rememberSearch } from './recent-searches.ts';

/** Keys that follow one another faster than that are asked about together. */
const PAUSE_MS = 60;

/**
 * Makes a search field a combobox with a list of suggestions, after the pattern of the ARIA practices: the focus stays in
 * the field, arrows move through the list, Home and End move in the text, Enter follows what is chosen or searches, Esc
 * closes and then clears. Enter that ends the writing of a syllable searches nothing. The page of results shows its
 * results below, so its list opens only on an arrow.
 */
export async function openCombobox(form: HTMLFormElement): Promise<void> {
  const found = form.querySelector<HTMLInputElement>('input[type=search]');
  const box = found?.parentElement;
  if (found === null || !box || found.getAttribute('role') === 'combobox') return;
  const input = found;
  const language = form.dataset['language'] === 'en' ? 'en' : 'vi';
  const source = await sourceOf(form, language);
  const latest = latestOnly();
  const isQuiet = form.closest('[data-search-page]') !== null;
  const list = document.createElement('div');
  const live = document.createElement('p');
  let active = -1;

  list.className = 'suggestions';
  list.id = `${input.id}-goi-y`;
  list.role = 'listbox';
  list.ariaLabel = comboboxWord('list', language);
  list.hidden = true;
  live.className = 'visually-hidden';
  live.role = 'status';
  form.append(list, live);
  for (const [name, value] of Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id, 'aria-haspopup': 'listbox' })) input.setAttribute(name, value);
  addClearButton(input, comboboxWord('clear', language), () => input.dispatchEvent(new Event('input', { bubbles: true })));

  const options = (): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[role=option]')];
  const choose = (place: number): void => {
    const all = options();
    active = all.length === 0 ? -1 : (place + all.length + 1) % (all.length + 1);
    if (active === all.length) active = -1;
    all.forEach((option, at) => option.setAttribute('aria-selected', String(at === active)));
    const chosen = all[active];
    if (chosen === undefined) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', chosen.id);
    chosen?.scrollIntoView({ block: 'nearest' });
  };
  const show = (isOpen: boolean): void => {
    list.hidden = !isOpen;
    input.setAttribute('aria-expanded', String(isOpen));
    choose(-1);
  };
  const draw = (suggestions: Suggestions): void => {
    drawSuggestions(list, suggestions);
    live.textContent = suggestions.live;
    show(true);
  };
  const showRecent = (): void => {
    live.textContent = '';
    const texts = recentSearches();
    drawRecent(list, texts, { action: form.action, name: input.name, language, forget });
    show(texts.length > 0);
  };
  const forget = (): void => {
    forgetSearches();
    showRecent();
    input.focus();
  };
  const look = async (): Promise<void> => {
    const text = input.value;
    if (text.trim() === '') {
      latest.stop();
      return showRecent();
    }
    try {
      const answer = await latest.run((signal) => source.ask({ text, most: mostShown(), signal }));
      if (answer !== undefined && document.activeElement === input) draw(answer);
    } catch {
      drawSaid(list, comboboxWord('failed', language));
      live.textContent = comboboxWord('failed', language);
      show(document.activeElement === input);
    }
  };
  /** What the first key would wait for: an answer, code that ran once, a list that was laid out before. */
  const prepare = async (): Promise<void> => {
    const example = await source.prepare(mostShown());
    if (input.value !== '' || !list.hidden) return;
    const drawn = list.cloneNode() as HTMLElement;
    drawSuggestions(drawn, example);
    drawn.hidden = false;
    layOutUnseen(drawn, list);
  };
  /** Closed by hand: what was asked before the list was closed does not open it again. */
  let isDismissed = false;
  const lookSoon = soonAfter(() => {
    if (!isDismissed) void look();
  }, form.dataset['search'] === 'static' ? 0 : PAUSE_MS);

  input.addEventListener('input', () => {
    isDismissed = false;
    if (!isQuiet) lookSoon();
    else if (!list.hidden) show(false);
  });
  input.addEventListener('focus', () => {
    if (!isQuiet && input.value.trim() === '') showRecent();
  });
  input.addEventListener('keydown', (event) => {
    // Safari tells of the key that ends a composition only after its end; it is `Process` for every browser.
    if (event.isComposing || event.key === 'Process') {
      if (event.key === 'Enter') event.preventDefault();
      return;
    }
    const isOpen = !list.hidden;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (isOpen) choose(event.key === 'ArrowDown' ? active + 1 : active === -1 ? options().length - 1 : active - 1);
      else void look().then(() => choose(event.key === 'ArrowDown' ? 0 : options().length - 1));
    } else if (event.key === 'Home' || event.key === 'End') {
      if (isOpen) choose(-1);
    } else if (event.key === 'Escape') {
      isDismissed = true;
      latest.stop();
      if (isOpen) {
        event.preventDefault();
        show(false);
      }
    } else if (event.key === 'Enter' && isOpen && active !== -1) {
      event.preventDefault();
      options()[active]?.click();
    }
  });
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const option = event.target instanceof Element ? event.target.closest<HTMLElement>('[role=option]') : null;
    const href = option?.dataset['href'];
    if (href === undefined) return;
    rememberSearch(option?.dataset['text'] ?? input.value);
    if (event.ctrlKey || event.metaKey) open(href, '_blank', 'noopener');
    else location.assign(href);
  });
  form.addEventListener('submit', () => {
    rememberSearch(input.value);
    show(false);
  });
  form.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node) || !form.contains(relatedTarget)) show(false);
  });
  if (isQuiet) return;
  if (document.activeElement === input) void look();
  if (input.value === '') prepare().catch(() => undefined);
}

function mostShown(): number {
  return matchMedia('(min-width: 700px)').matches ? MOST_SUGGESTIONS.desktop : MOST_SUGGESTIONS.phone;
}

async function sourceOf(form: HTMLFormElement, language: Language): Promise<SuggestionsSource> {
  if (form.dataset['search'] !== 'static') return askServer(language);
  const { askWorker } = await import('./search-worker-client.ts');
  return askWorker(language, form.dataset['province']);
}
