/** One stretch of an editorial page: its text as HTML, or the name of a figure that the page draws there. */
export type ProsePart = { html: string; figure?: never } | { figure: string; html?: never };

const FIGURE = /<!--\s*figure:\s*([a-z-]+)\s*-->/;

/** Cuts a rendered Markdown page at its `<!-- figure: name -->` comments, which stand between paragraphs. */
export function proseParts(html: string): ProsePart[] {
  return html.split(FIGURE).flatMap((piece, place): ProsePart[] => {
    if (place % 2 === 1) return [{ figure: piece }];
    return piece.trim() === '' ? [] : [{ html: piece }];
  });
}
