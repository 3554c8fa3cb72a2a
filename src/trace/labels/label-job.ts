import type { Catalogue } from '../../catalogue/catalogue.ts';
import { formatDate } from '../../i18n/format-date.ts';
import { FONT_FILES } from '../../media/font-files.ts';
import { textWidth } from '../../media/font-measure.ts';
import { textOutline } from '../../media/font-outline.ts';
import { printPng } from '../../media/print-raster.ts';
import { DOTS_PER_INCH } from '../qr/print-size.ts';
import { drawingSvg } from './drawing-svg.ts';
import { labelDrawing, symbolDrawing, type LabelDrawing, type LabelNote } from './label-drawing.ts';
import { labelFacts, type LabelChoices, type LabelFacts, type LabelSubject } from './label-facts.ts';
import type { LabelGrid } from './label-grid.ts';
import { sheetPdf } from './sheet-pdf.ts';

export type LabelFormat = 'pdf' | 'svg' | 'png';
export const LABEL_FORMATS: readonly LabelFormat[] = ['pdf', 'svg', 'png'];

export interface LabelJob extends LabelChoices {
  catalogue: Catalogue;
  /** One label each; a batch of serials has many. */
  subjects: readonly LabelSubject[];
  grid: LabelGrid;
  format: LabelFormat;
  /** How often each is printed on the sheets. */
  copies: number;
  /** The QR symbol without anything beside it. */
  symbolOnly?: boolean;
}

export interface LabelFile {
  name: string;
  type: string;
  bytes: Uint8Array;
}

export interface PrintedLabels {
  files: readonly LabelFile[];
  /** Of the first label. */
  facts: LabelFacts;
  modules: number;
  notes: ReadonlySet<LabelNote>;
}

/** Labels as files. Nothing is made when a text does not fit: `notes` says so, and `files` is empty. */
export async function printLabels(job: LabelJob): Promise<PrintedLabels> {
  const labels = job.subjects.map((subject) => labelOf(job, subject));
  const first = labels[0];
  if (first === undefined) throw new RangeError('no label was asked for');
  const notes = new Set(labels.flatMap(({ drawing }) => drawing.notes));
  const files = notes.has('no-room-for-text') ? [] : job.format === 'pdf' ? [await sheet(job, labels)] : await Promise.all(labels.map((label) => picture(job, label)));
  return { files, facts: first.facts, modules: first.drawing.modules, notes };
}

/** SVG of one label, to be looked at before anything is printed. */
export function labelPreview(job: Omit<LabelJob, 'format' | 'copies' | 'subjects'>, subject: LabelSubject): { svg: string; facts: LabelFacts; modules: number; notes: readonly LabelNote[] } {
  const { facts, drawing } = labelOf(job, subject);
  return { svg: svgOf(facts, drawing), facts, modules: drawing.modules, notes: drawing.notes };
}

interface Label {
  subject: LabelSubject;
  facts: LabelFacts;
  drawing: LabelDrawing;
}

function labelOf(job: Omit<LabelJob, 'format' | 'copies' | 'subjects'>, subject: LabelSubject): Label {
  const facts = labelFacts(job.catalogue, subject, job);
  const drawing = job.symbolOnly === true ? symbolDrawing(facts.address, job.grid.moduleDots) : labelDrawing(facts, job.grid, textWidth);
  return { subject, facts, drawing };
}

async function picture({ format }: LabelJob, { subject, facts, drawing }: Label): Promise<LabelFile> {
  const name = `${fileName(subject)}${subject.serial === undefined ? '' : `-${subject.serial}`}.${format}`;
  if (format === 'svg') return { name, type: 'image/svg+xml; charset=utf-8', bytes: Buffer.from(svgOf(facts, drawing)) };
  return { name, type: 'image/png', bytes: await printPng(drawingSvg(drawing, textOutline, { inPixels: true }), DOTS_PER_INCH) };
}

async function sheet({ grid, copies, printedOn, siteUrl }: LabelJob, labels: readonly Label[]): Promise<LabelFile> {
  const [first] = labels as readonly [Label, ...Label[]];
  const { facts, subject } = first;
  const lot = subject.lot === undefined ? '' : ` · lô ${subject.lot.code}`;
  const trial = facts.warnings.includes('THỬ NGHIỆM') ? `THỬ NGHIỆM, KHÔNG DÁN LÊN HÀNG: ${siteUrl} chỉ mở được trên máy này · ` : '';
  const bytes = await sheetPdf({
    grid,
    labels: labels.flatMap(({ drawing }) => Array.from({ length: copies }, () => drawing)),
    title: `Nhãn ${facts.product}${lot}`,
    foot: `${trial}${facts.product}, ${facts.pack}${lot} · ${labels.length * copies} nhãn · in ngày ${formatDate(printedOn, 'vi')} · in 100 %, không co giãn`,
    createdAt: new Date(`${printedOn}T00:00:00+07:00`),
    fonts: FONT_FILES,
  });
  return { name: `${fileName(subject)}-${grid.id}.pdf`, type: 'application/pdf', bytes };
}

function svgOf({ product, pack, address }: LabelFacts, drawing: LabelDrawing): string {
  return drawingSvg(drawing, textOutline, { title: `${product}, ${pack}: ${address}` });
}

function fileName({ pack, lot }: LabelSubject): string {
  return `nhan-${pack.sku}${lot === undefined ? '' : `-${lot.code}`}`;
}
