import { mmOfDots } from '../qr/print-size.ts';
import type { Drawing, Mark, Weight } from './drawing.ts';

/** A text as the `d` of a path whose first letter begins at x, y. */
export type OutlineText = (text: string, at: { x: number; y: number; size: number; weight: Weight }) => string;

/**
 * SVG in millimetres: a printer needs no font, because texts are outlines; they are told to screen readers in `title`.
 * `inPixels`: one pixel a dot instead, to be made into a picture.
 */
export function drawingSvg({ width, height, marks }: Drawing, outline: OutlineText, { title, inPixels = false }: { title?: string; inPixels?: boolean } = {}): string {
  const length = (dots: number): string => (inPixels ? String(dots) : `${mmOfDots(dots).toFixed(3)}mm`);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${length(width)}" height="${length(height)}" viewBox="0 0 ${width} ${height}"${title === undefined ? '' : ' role="img"'}>` +
    (title === undefined ? '' : `<title>${escapeXml(title)}</title>`) +
    `<path fill="#fff" d="M0 0H${width}V${height}H0Z"/>${marks.map((mark) => markSvg(mark, outline)).join('')}</svg>`
  );
}

function markSvg(mark: Mark, outline: OutlineText): string {
  if (mark.kind === 'text') return `<path${mark.white ? ' fill="#fff"' : ''} d="${outline(mark.text, mark)}"/>`;
  if (mark.kind === 'polygon') return `<path d="M${mark.points.map(([x, y]) => `${short(x)} ${short(y)}`).join('L')}Z"/>`;
  const shapes = mark.rectangles.map(({ x, y, width, height }) => `M${x} ${y}h${width}v${height}h${-width}z`);
  return `<path shape-rendering="crispEdges" d="${shapes.join('')}"/>`;
}

function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
