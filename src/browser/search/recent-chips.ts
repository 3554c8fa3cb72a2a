import { comboboxWord } from '../../i18n/combobox-words.ts';
import type { Language } from '../../paths.ts';
import { forgetSearches, recentSearches } from './recent-searches.ts';

/** What was looked for on this device, on the page that has nothing else to show yet. */
export function drawRecentChips(section: HTMLElement | null, form: HTMLFormElement, language: Language): void {
  if (section === null) return;
  const texts = recentSearches();
  section.hidden = texts.length === 0;
  if (section.hidden) return section.replaceChildren();
  const name = form.querySelector<HTMLInputElement>('input[type=search]')?.name ?? 'q';
  const heading = document.createElement('h2');
  heading.textContent = comboboxWord('recent', language);
  const list = document.createElement('ul');
  list.className = 'quick';
  for (const text of texts) {
    const link = document.createElement('a');
    link.className = 'chip';
    link.href = `${new URL(form.action).pathname}?${new URLSearchParams({ [name]: text })}`;
    link.textContent = text;
    list.append(itemOf(link));
  }
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button quiet';
  button.textContent = comboboxWord('forget', language);
  button.addEventListener('click', () => {
    forgetSearches();
    drawRecentChips(section, form, language);
    form.querySelector<HTMLInputElement>('input[type=search]')?.focus();
  });
  section.replaceChildren(heading, list, button);
}

function itemOf(child: HTMLElement): HTMLLIElement {
  const item = document.createElement('li');
  item.append(child);
  return item;
}
