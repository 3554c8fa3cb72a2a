import PDFDocument from 'pdfkit';
import { dotsOfMm, dotsOfPoints, pointsOfDots } from '../qr/print-size.ts';
import { moved, type Drawing, type Mark, type Weight } from './drawing.ts';
import { labelsOnPage, PAGE, type LabelGrid } from './label-grid.ts';
import { sheetPlan } from './sheet-plan.ts';

/** A4 pages of labels. The only place that knows the PDF library. */
export interface LabelSheet {
  grid: LabelGrid;
  labels: readonly Drawing[];
  title: string;
  /** Small words at the foot of each page: what it is and when it was printed. */
  foot: string;
  /** The day in the file's own facts; nothing else of the machine is in it. */
  createdAt: Date;
  /** Whole TrueType files: the letters used go into the file. */
  fonts: Readonly<Record<Weight, string>>;
}

/** Pages of any size, each that of its drawing, in dots from the top left, as labels are drawn. */
export interface PlainPages extends Pick<LabelSheet, 'title' | 'createdAt' | 'fonts'> {
  pages: readonly Drawing[];
  lang: 'vi-VN' | 'en-GB';
}

type Document = InstanceType<typeof PDFDocument>;

/** Black ink alone: no colour plates that could shift against each other. */
const BLACK: [number, number, number, number] = [0, 0, 0, 100];
const WHITE: [number, number, number, number] = [0, 0, 0, 0];

export function sheetPdf({ grid, labels, title, foot, createdAt, fonts }: LabelSheet): Promise<Buffer> {
  const { document, done } = opened({ title, createdAt, fonts, lang: 'vi-VN' });
  const { pages, places, cutMarks } = sheetPlan(grid, labels.length);
  for (let page = 0; page < pages; page += 1) {
    document.addPage();
    draw(document, { kind: 'rectangles', rectangles: cutMarks });
    const words = pages === 1 ? foot : `${foot} · tờ ${page + 1}/${pages}`;
    draw(document, { kind: 'text', text: words, x: dotsOfMm(12), y: PAGE.height - dotsOfMm(2), size: dotsOfPoints(5.5), weight: 400 });
    const onPage = labels.slice(page * labelsOnPage(grid), (page + 1) * labelsOnPage(grid));
    onPage.forEach(({ marks }, at) => {
      const place = places[at];
      if (place !== undefined) for (const mark of moved(marks, place.x, place.y)) draw(document, mark);
    });
  }
  document.end();
  return done;
}

export function pagesPdf({ pages, ...facts }: PlainPages): Promise<Buffer> {
  const { document, done } = opened(facts);
  for (const { width, height, marks } of pages) {
    document.addPage({ size: [pointsOfDots(width), pointsOfDots(height)], margin: 0 });
    for (const mark of marks) draw(document, mark);
  }
  document.end();
  return done;
}

function opened({ title, createdAt, fonts, lang }: Omit<PlainPages, 'pages'>): { document: Document; done: Promise<Buffer> } {
  const size: [number, number] = [pointsOfDots(PAGE.width), pointsOfDots(PAGE.height)];
  const document = new PDFDocument({ size, margin: 0, autoFirstPage: false, info: { Title: title, CreationDate: createdAt }, lang, displayTitle: true });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<Buffer>((resolve, reject) => {
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
  });
  for (const weight of [400, 700] as const) document.registerFont(String(weight), fonts[weight]);
  return { document, done };
}

function draw(document: Document, mark: Mark): void {
  if (mark.kind === 'text') {
    document.font(String(mark.weight)).fontSize(pointsOfDots(mark.size)).fillColor(mark.white ? WHITE : BLACK);
    document.text(mark.text, pointsOfDots(mark.x), pointsOfDots(mark.y), { lineBreak: false, baseline: 'alphabetic' });
    return;
  }
  if (mark.kind === 'polygon') document.polygon(...mark.points.map(([x, y]) => [pointsOfDots(x), pointsOfDots(y)]));
  else for (const { x, y, width, height } of mark.rectangles) document.rect(pointsOfDots(x), pointsOfDots(y), pointsOfDots(width), pointsOfDots(height));
  document.fill(BLACK);
}
