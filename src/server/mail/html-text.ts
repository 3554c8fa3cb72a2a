const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] as string);
}

/** Colours stand here once for light and once for dark; programs that know no dark scheme keep the light ones. */
const STYLE = [
  ':root{color-scheme:light dark;supported-color-schemes:light dark}',
  'body{margin:0;padding:20px 12px;background:#fbf8f1;color:#1f2a24;font:16px/1.6 "Be Vietnam Pro",system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}',
  '.mail{max-width:34rem;margin:0 auto}',
  'p{margin:0 0 14px}h1{margin:0 0 14px;font-size:21px;line-height:1.3}',
  'a{color:#17543a}',
  'table{width:100%;border-collapse:collapse;margin:0 0 18px}td{padding:8px 0;border-bottom:1px solid #e6dfce;vertical-align:top}',
  '.sum{padding-left:16px;text-align:right;white-space:nowrap}.total td{border-bottom:0;font-weight:700}',
  '.button{display:inline-block;padding:11px 22px;border-radius:8px;background:#1f6b45;color:#fffdf8;font-weight:700;text-decoration:none}',
  '.note{padding:12px 16px;border-radius:10px;background:#fbf0d6;color:#5f3d04}',
  '.soft{color:#56605a;font-size:14px}',
  '@media (prefers-color-scheme:dark){body{background:#0f1712;color:#e9eee4}a{color:#9bd9b3}td{border-color:#29352d}.button{background:#6fbf90;color:#0f1712}.note{background:#352a11;color:#efcd86}.soft{color:#a8b3a9}}',
].join('');

/** The frame of every mail's HTML part: one column, light and dark, no pictures, nothing loaded from anywhere. */
export function htmlMail(language: string, body: string): string {
  const head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">';
  return `<!doctype html>\n<html lang="${language}"><head>${head}<style>${STYLE}</style></head><body><div class="mail">\n${body}\n</div></body></html>\n`;
}

/** The one thing that a mail asks for. */
export function buttonHtml(text: string, href: string): string {
  return `<p><a class="button" href="${escapeHtml(href)}">${escapeHtml(text)}</a></p>`;
}

export function paragraphHtml(text: string, kind?: 'note' | 'soft'): string {
  return `<p${kind === undefined ? '' : ` class="${kind}"`}>${escapeHtml(text)}</p>`;
}

/** What and how much, the last row being the sum when it is said so. */
export function amountsHtml(rows: readonly { what: string; amount: string }[], { total }: { total: boolean }): string {
  const html = rows.map(({ what, amount }, at) => `<tr${total && at === rows.length - 1 ? ' class="total"' : ''}><td>${escapeHtml(what)}</td><td class="sum">${escapeHtml(amount)}</td></tr>`);
  return `<table role="presentation">\n${html.join('\n')}\n</table>`;
}
