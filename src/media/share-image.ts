import { drawPage, drawSvg } from './raster.ts';
import type { ShareCard } from './share-card.ts';
import { shareImageSvg, TILE } from './share-page.ts';

/** 1200 × 630 PNG for a link's preview. */
export async function shareImage(card: ShareCard): Promise<Buffer> {
  const page = shareImageSvg(card);
  if (card.drawing === undefined) return drawPage(page, []);
  return drawPage(page, [{ png: await tile(card.drawing), left: TILE.left, top: TILE.top }]);
}

/** Drawings are few and products many: each is drawn once a process. */
const tiles = new Map<string, Promise<Buffer>>();

function tile(drawing: string): Promise<Buffer> {
  const known = tiles.get(drawing);
  if (known !== undefined) return known;
  const drawn = drawTile(drawing);
  tiles.set(drawing, drawn);
  drawn.catch(() => tiles.delete(drawing));
  return drawn;
}

async function drawTile(drawing: string): Promise<Buffer> {
  const { width, height, radius } = TILE;
  const picture = await drawSvg(drawing, width);
  const rounded =
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}">` +
    `<clipPath id="tile"><rect width="${width}" height="${height}" rx="${radius}"/></clipPath>` +
    `<image width="${width}" height="${height}" preserveAspectRatio="xMidYMid slice" clip-path="url(#tile)" xlink:href="data:image/png;base64,${picture.toString('base64')}"/></svg>`;
  return drawSvg(rounded, width);
}
