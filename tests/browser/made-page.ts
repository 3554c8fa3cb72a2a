import type { Part } from '../../src/browser/recompute.ts';
import type { CertificateView } from '../../src/page-data/certificate-view.ts';
import type { StatusWords } from '../../src/i18n/status-words.ts';

/** An element as far as the page's script uses one; understands selectors made of `[attribute]` only. */
export class MadeElement implements Part {
  textContent: string | null;
  readonly attributes: Map<string, string>;
  readonly children: readonly MadeElement[];

  constructor(attributes: Readonly<Record<string, string>>, text = '', children: readonly MadeElement[] = []) {
    this.attributes = new Map(Object.entries(attributes));
    this.textContent = text;
    this.children = children;
  }

  getAttribute(name: string): string | null {
    return this.attributes.get(name) ?? null;
  }

  setAttribute(name: string, value: string): void {
    this.attributes.set(name, value);
  }

  querySelectorAll(selector: string): MadeElement[] {
    const names = [...selector.matchAll(/\[([a-z-]+)\]/g)].map(([, name]) => name as string);
    if (names.map((name) => `[${name}]`).join('') !== selector) throw new Error(`selector not understood: ${selector}`);
    const fits = (element: MadeElement): boolean => names.every((name) => element.attributes.has(name));
    return this.children.flatMap((child) => [...(fits(child) ? [child] : []), ...child.querySelectorAll(selector)]);
  }
}

const WORDS: readonly (keyof StatusWords)[] = ['state', 'pill', 'sentence', 'remaining'];

/** What the status components make of a certificate: its attributes, its words, its bar and mark. */
export function madeStatus({ attributes, words, elapsed }: CertificateView): MadeElement {
  const spoken = WORDS.map((word) => new MadeElement({ 'data-word': word }, words[word]));
  const share = `${(elapsed ?? 0) * 100}%`;
  const line = elapsed === undefined ? [] : [new MadeElement({ 'data-elapsed': '', width: share }), new MadeElement({ 'data-mark': '', x: share })];
  return new MadeElement(attributes, '', [new MadeElement({}, '', spoken), ...line]);
}

/** Everything a reader could tell two pages apart by. */
export function shownBy(element: MadeElement): unknown {
  return { text: element.textContent, attributes: Object.fromEntries([...element.attributes].sort()), children: element.children.map(shownBy) };
}
