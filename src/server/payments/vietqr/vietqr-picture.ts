import { drawSvg } from '../../../media/raster.ts';
import { qrMatrix } from '../../../trace/qr/qr-matrix.ts';
import { QUIET_MODULES } from '../../../trace/qr/print-size.ts';
import { qrRectangles } from '../../../trace/qr/qr-rectangles.ts';

/** Wide enough that an app reads it out of a phone's gallery, whole pixels a module. */
const PIXELS_A_MODULE = 16;

/** The symbol with its quiet zone, dark on white also on a dark page; one user unit is one module. */
export function vietQrSvg(text: string, label: string): string {
  const matrix = qrMatrix(text);
  const side = matrix.modules + 2 * QUIET_MODULES;
  const path = qrRectangles(matrix, QUIET_MODULES, QUIET_MODULES, 1).map(({ x, y, width, height }) => `M${x} ${y}h${width}v${height}h-${width}z`).join('');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" role="img" aria-label="${escapeXml(label)}" shape-rendering="crispEdges">` +
    `<rect width="${side}" height="${side}" fill="#ffffff"/><path d="${path}" fill="#000000"/></svg>`
  );
}

/** The same as PNG: "Lưu ảnh QR" on the phone that will also pay. */
export function vietQrPng(text: string): Promise<Buffer> {
  const side = qrMatrix(text).modules + 2 * QUIET_MODULES;
  return drawSvg(vietQrSvg(text, ''), side * PIXELS_A_MODULE);
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
