import { textWidth } from './font-measure.ts';
import type { ShareCard, ShareSeal } from './share-card.ts';
import { mapGroup } from './share-map.ts';
import { SEAL_COLOURS, starRow, starRowWidth } from './star-shapes.ts';
import { fitText, type Measure } from './text-lines.ts';

export const SHARE_WIDTH = 1200;
export const SHARE_HEIGHT = 630;

/** Where the drawing's rounded tile lies on the page. */
export const TILE = { left: 752, top: 48, width: 392, height: 294, radius: 26 };

const LEFT = 64;
const TEXT_WIDTH = 632;
const SEAL_BOTTOM = 574;
const bold: Measure = (text, size) => textWidth(text, size, 700);
const regular: Measure = (text, size) => textWidth(text, size, 400);

/** The whole share image but for the drawing, which is laid on {@link TILE}. */
export function shareImageSvg(card: ShareCard): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${SHARE_WIDTH}" height="${SHARE_HEIGHT}" font-family="Be Vietnam Pro">` +
    `<rect width="${SHARE_WIDTH}" height="${SHARE_HEIGHT}" fill="#FBF8F1"/>` +
    siteLine(card) +
    map(card) +
    titleBlock(card) +
    (card.seal === undefined ? '' : seal(card.seal)) +
    '</svg>'
  );
}

function siteLine({ siteName, note }: ShareCard): string {
  const end = LEFT + 54 + bold(siteName, 24);
  return (
    `<g transform="translate(${LEFT} 52) scale(.625)">${MARK}</g>` +
    text(siteName, LEFT + 54, 80.5, 24, '#1F2A24', 700) +
    (note === undefined
      ? ''
      : `<rect x="${end + 18}" y="56" width="${regular(note, 19) + 32}" height="34" rx="17" fill="#FBF0D6"/>` +
        text(note, end + 34, 79.5, 19, '#6A4607', 400))
  );
}

/** The site's mark, 64 units wide, as in public/brand/mark.svg. */
const MARK =
  '<rect width="64" height="64" rx="16" fill="#1F6B45"/>' +
  '<path fill="none" stroke="#FBF0D6" stroke-width="6" stroke-linecap="round" d="M32 54V36"/>' +
  '<path fill="#8DB872" d="M33 45C18 46 9 38 8 23C24 23 33 31 33 45Z"/><path fill="#EBCB79" d="M31 37C30 21 39 10 56 10C56 27 47 37 31 37Z"/>';

/** Below the drawing, or as large as the page allows where there is none. */
function map({ dust, lit, language, drawing }: ShareCard): string {
  return drawing === undefined
    ? mapGroup({ dust, lit, language, left: 640, top: 46, height: 538, fontSize: 17 })
    : mapGroup({ dust, lit, language, left: TILE.left + 36, top: 360, height: 240, fontSize: 15 });
}

/** Title and lines stand in the middle of what the site line and the seal leave. Only the first line may wrap. */
function titleBlock({ kicker, title, lines, seal: given, drawing }: ShareCard): string {
  const width = drawing === undefined ? 560 : TEXT_WIDTH;
  const rows = lines.slice(0, 3).flatMap((line, index, all) => {
    const maxLines = index === 0 ? (given === undefined ? 5 : 4) - all.length : 1;
    const fitted = fitText(line, { width, maxLines: () => maxLines, sizes: [28, 26, 24], measure: regular });
    return fitted.lines.map((content) => ({ content, size: fitted.size }));
  });
  const space = { top: 112, bottom: given === undefined ? SEAL_BOTTOM : SEAL_BOTTOM - sealHeight(given) - 16 };
  const besides = (kicker === undefined ? 0 : KICKER_HEIGHT) + (rows.length > 0 ? ROWS_GAP : 0) + rows.length * ROW_HEIGHT;
  const left = space.bottom - space.top - besides;
  const maxLines = (size: number): number => Math.min(size > 60 ? 2 : 3, Math.floor(left / (size * TITLE_LEADING)));
  const name = fitText(title, { width, maxLines, sizes: [76, 70, 64, 58, 52, 46, 42], measure: bold });
  const leading = name.size * TITLE_LEADING;
  let y = space.top + Math.max(0, (left - name.lines.length * leading) / 2);
  let svg = '';
  if (kicker !== undefined) svg += text(kicker, LEFT, (y += KICKER_HEIGHT) - 10, 25, '#1F6B45', 700);
  for (const line of name.lines) svg += text(line, LEFT - name.size * 0.04, (y += leading) - name.size * 0.28, name.size, '#1F2A24', 700);
  y += ROWS_GAP;
  for (const { content, size } of rows) svg += text(content, LEFT, (y += ROW_HEIGHT) - 10, size, '#4F5952', 400);
  return svg;
}

const TITLE_LEADING = 1.2;
const KICKER_HEIGHT = 40;
const ROW_HEIGHT = 38;
const ROWS_GAP = 8;

/** Words alone, stars above them, a smaller sentence below. */
function sealHeight({ stars, detail }: ShareSeal): number {
  return 64 + (stars === undefined ? 16 : 60) + (detail === undefined ? 0 : 32);
}

/** Stars above their words on the status's own ground. */
function seal(given: ShareSeal): string {
  const { ground, ink } = SEAL_COLOURS[given.status];
  const stars = given.stars ?? 0;
  const height = sealHeight(given);
  const words = fitText(given.words, { width: TEXT_WIDTH - 56, maxLines: () => 1, sizes: [29, 27, 25, 23, 21, 19], measure: bold });
  const detail = given.detail === undefined ? undefined : fitText(given.detail, { width: TEXT_WIDTH - 56, maxLines: () => 1, sizes: [22, 20, 18], measure: regular });
  const inner = Math.max(starRowWidth(stars, 40), bold(words.lines[0] ?? '', words.size), regular(detail?.lines[0] ?? '', detail?.size ?? 0));
  const top = SEAL_BOTTOM - height;
  const baseline = top + (stars === 0 ? 50 : 97);
  return (
    `<rect x="${LEFT}" y="${top}" width="${inner + 56}" height="${height}" rx="22" fill="${ground}"/>` +
    starRow(stars, given.status, LEFT + 28, top + 22, 40) +
    text(words.lines[0] ?? '', LEFT + 28, baseline, words.size, ink, 700) +
    (detail === undefined ? '' : text(detail.lines[0] ?? '', LEFT + 28, baseline + 35, detail.size, ink, 400))
  );
}

function text(content: string, x: number, y: number, size: number, fill: string, weight: 400 | 700): string {
  const spacing = size >= 42 ? ` letter-spacing="${(-0.012 * size).toFixed(2)}"` : '';
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" font-size="${size}" font-weight="${weight}" fill="${fill}"${spacing}>${escapeXml(content.normalize('NFC'))}</text>`;
}

/** Control characters, which XML forbids, are dropped. */
function escapeXml(content: string): string {
  return content
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}
