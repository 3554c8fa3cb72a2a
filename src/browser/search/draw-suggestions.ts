import { comboboxWord } from '../../i18n/combobox-words.ts';
import type { Language } from '../../paths.ts';
import type { Suggestion, Suggestions } from '../../results/suggestions.ts';

/** Fills the list of a combobox; every option carries where it leads in `data-href`. */
export function drawSuggestions(list: HTMLElement, { groups, all, text }: Suggestions): void {
  list.replaceChildren(
    ...groups.map(({ kind, title, items }) => {
      const group = element('div', '', { role: 'group', 'aria-labelledby': `${list.id}-${kind}` });
      group.append(element('p', 'suggestions-title', { id: `${list.id}-${kind}`, role: 'presentation' }, title));
      group.append(...items.map((item, place) => optionOf(item, `${list.id}-${kind}-${place}`, text)));
      return group;
    }),
    element('div', 'suggestion suggestion-all', { role: 'option', id: `${list.id}-tat-ca`, 'aria-selected': 'false', 'data-href': all.href, 'data-text': text }, all.text),
  );
}

function optionOf({ href, parts, note, standing }: Suggestion, id: string, text: string): HTMLElement {
  const option = element('div', 'suggestion', { role: 'option', id, 'aria-selected': 'false', 'data-href': href, 'data-text': text });
  const name = element('span', 'suggestion-name', {});
  // What is still to be typed stands out, as in every list that completes.
  for (const { text: piece, found } of parts) name.append(found ? element('mark', '', {}, piece) : element('b', '', {}, piece));
  option.append(name, ' ');
  if (standing !== undefined) option.append(element('span', 'suggestion-standing', {}, standing), ' ');
  if (note !== undefined) option.append(element('span', 'suggestion-note', {}, note));
  return option;
}

export interface RecentParts {
  action: string;
  name: string;
  language: Language;
  forget: () => void;
}

export function drawRecent(list: HTMLElement, texts: readonly string[], { action, name, language, forget }: RecentParts): void {
  const group = element('div', '', { role: 'group', 'aria-labelledby': `${list.id}-da-tim` });
  group.append(element('p', 'suggestions-title', { id: `${list.id}-da-tim`, role: 'presentation' }, comboboxWord('recent', language)));
  group.append(
    ...texts.map((text, place) => {
      const href = `${new URL(action).pathname}?${new URLSearchParams({ [name]: text })}`;
      return element('div', 'suggestion', { role: 'option', id: `${list.id}-da-tim-${place}`, 'aria-selected': 'false', 'data-href': href, 'data-text': text }, text);
    }),
  );
  const button = element('div', 'suggestion suggestion-all', { role: 'option', id: `${list.id}-xoa`, 'aria-selected': 'false' }, comboboxWord('forget', language));
  button.addEventListener('click', forget);
  list.replaceChildren(group, button);
}

/** One sentence in place of options. */
export function drawSaid(list: HTMLElement, text: string): void {
  list.replaceChildren(element('div', 'suggestions-said', { role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false', id: `${list.id}-noi` }, text));
}

function element(tag: string, className: string, attributes: Readonly<Record<string, string>>, text?: string): HTMLElement {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  if (text !== undefined) made.textContent = text;
  return made;
}
