import { digitalLinkPath } from '../../domain/pack-address.ts';
import type { ScannedCode } from '../../domain/scanned-code.ts';
import { scanWords, type ScanWords } from '../../i18n/scan-words.ts';
import type { ScanSettings } from './scan-lens.ts';

/** Opens what is ours; anything else is explained and opened by nobody but the reader. */
export async function answerScanned(code: ScannedCode, settings: ScanSettings, root: HTMLElement): Promise<void> {
  if (code.kind === 'nothing') return;
  if (code.kind === 'own-page') return location.assign(code.path);
  if (code.kind === 'pack') return openPack(code, code.path, settings, root);
  if (code.kind === 'gtin') return openPack(code, digitalLinkPath(code), settings, root);
  const here = code.kind === 'foreign-pack' ? packHere(code.gtin14, settings) : undefined;
  showWords(scanWords(code, settings.language), here, root);
}

/** The server knows every pack and says so itself; on a plain host the page is there or it is not. */
async function openPack(code: ScannedCode & { kind: 'pack' | 'gtin' }, path: string, settings: ScanSettings, root: HTMLElement): Promise<void> {
  if (code.kind === 'gtin' && settings.served) return location.assign(asked(code.digits, settings));
  const address = settings.language === 'vi' ? path : settings.served ? `${path}?lang=${settings.language}` : `/${settings.language}${path}`;
  if (settings.served || (await isThere(address))) return location.assign(address);
  showWords(scanWords(code, settings.language), undefined, root);
}

/** Without network nothing says that it is not: the page kept for that case answers. */
async function isThere(address: string): Promise<boolean> {
  const answer = await fetch(address, { method: 'HEAD' }).catch(() => undefined);
  return answer === undefined || answer.ok;
}

function packHere(gtin14: string, settings: ScanSettings): string {
  return settings.served ? asked(gtin14, settings) : digitalLinkPath({ gtin14 });
}

function asked(text: string, { action, parameter }: ScanSettings): string {
  return `${action}?${new URLSearchParams({ [parameter]: text })}`;
}

function showWords({ title, lines, away }: ScanWords, here: string | undefined, root: HTMLElement): void {
  const box = document.querySelector('[data-scan-answer]');
  if (box === null) return;
  const parts = [element('h2', title), ...lines.map((line) => element('p', line))];
  if (here !== undefined) parts.push(paragraph(link(here, root.dataset['here'] ?? '', 'button')));
  if (away !== undefined) {
    const opener = link(away.url, (root.dataset['openAway'] ?? '').replace('{host}', away.host), 'tap');
    opener.rel = 'noreferrer noopener nofollow';
    const shown = element('span', away.url);
    shown.className = 'soft small';
    const line = paragraph(shown, ' ', opener);
    line.className = 'scan-away';
    parts.push(line);
  }
  parts.push(paragraph(link('#theo-ten', root.dataset['byName'] ?? '', 'tap')));
  box.replaceChildren(...parts);
  box.scrollIntoView({ block: 'nearest' });
}

function element(name: string, text: string): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function paragraph(...parts: readonly (Node | string)[]): HTMLElement {
  const made = document.createElement('p');
  made.append(...parts);
  return made;
}

function link(href: string, text: string, className: string): HTMLAnchorElement {
  const made = document.createElement('a');
  made.href = href;
  made.textContent = text;
  made.className = className;
  return made;
}
