import { formatDate } from '../../i18n/format-date.ts';
import { fitText, wrapText } from '../../media/text-lines.ts';
import { dotsOfPoints } from '../qr/print-size.ts';
import type { Mark, MeasureText, Weight } from './drawing.ts';
import type { Caption } from './label-caption.ts';
import type { LabelFacts } from './label-facts.ts';
import { starMarks, starsWidth } from './star-marks.ts';

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface Line {
  text: string;
  weight: Weight;
  size: number;
  /** Drawn before the text. */
  stars?: number;
}

const LINE = 1.25;
const NAME_SIZE = 1.3;
const STEP_POINTS = 0.5;
const BETWEEN = '   ';

interface Room {
  /** Most lines of the product's name and of its producer; the rest is never cut. */
  name: number;
  producer: number;
  /** What is too long for its lines ends in "…". */
  cut: boolean;
  /** Short facts share a line. */
  joined: boolean;
}

const ROOMY: readonly Room[] = [{ name: 3, producer: 2, cut: false, joined: false }, { name: 3, producer: 2, cut: false, joined: true }];
const TIGHT: readonly Room[] = [[2, 2], [2, 1], [1, 1]].map(([name = 1, producer = 1]) => ({ name, producer, cut: true, joined: true }));

/** Everything that people read, as large as the room allows; undefined when it does not fit at the smallest size. */
export function textColumn(facts: LabelFacts, beside: readonly Caption[], box: Box, [largest, smallest]: readonly [number, number], measure: MeasureText): TextColumn | undefined {
  for (let points = largest; points >= smallest; points -= STEP_POINTS) {
    for (const room of points === smallest ? [...ROOMY, ...TIGHT] : ROOMY) {
      const lines = linesAt(facts, beside, box.width, dotsOfPoints(points), room, measure);
      if (lines !== undefined && heightOf(lines) <= box.height) return { height: heightOf(lines), marks: marksOf(lines, box) };
    }
  }
  return undefined;
}

export interface TextColumn {
  height: number;
  marks: readonly Mark[];
}

function linesAt(facts: LabelFacts, beside: readonly Caption[], width: number, size: number, room: Room, measure: MeasureText): Line[] | undefined {
  const set = (text: string, weight: Weight, at: number, maxLines: number): Line[] | undefined => {
    const inWeight = (part: string, of: number): number => measure(part, of, weight);
    const { lines } = room.cut ? fitText(text, { width, maxLines: () => maxLines, sizes: [at], measure: inWeight }) : { lines: wrapText(text, width, at, inWeight) };
    return lines.length <= maxLines ? lines.map((one) => ({ text: one, weight, size: at })) : undefined;
  };
  const line = (text: string): Line[] | undefined => (measure(text, size, 400) <= width ? [{ text, weight: 400, size }] : whole(text, 400));
  const whole = (text: string, weight: Weight): Line[] | undefined => {
    const lines = wrapText(text, width, size, (part, of) => measure(part, of, weight));
    return lines.length <= 2 ? lines.map((one) => ({ text: one, weight, size })) : undefined;
  };
  const blocks = [
    set(facts.product, 700, size * NAME_SIZE, room.name),
    whole(facts.pack, 400),
    facts.producer === undefined ? [] : set(facts.producer, 400, size, room.producer),
    starLines(facts, width, size, measure),
    ...(room.joined ? joined([...facts.lines, facts.code], (words) => measure(words, size, 400) <= width) : [...facts.lines, facts.code]).map(line),
    ...beside.map(({ parts, weight }) => whole(parts.join(' '), weight)),
  ];
  return blocks.some((block) => block === undefined) ? undefined : (blocks as Line[][]).flat();
}

function joined(facts: readonly string[], fits: (line: string) => boolean): string[] {
  return facts.reduce<string[]>((lines, fact) => {
    const longer = lines.length === 0 ? fact : `${lines.at(-1)}${BETWEEN}${fact}`;
    return lines.length > 0 && fits(longer) ? [...lines.slice(0, -1), longer] : [...lines, fact];
  }, []);
}

/** "★★★★ OCOP 4 sao – hiệu lực đến 15/10/2027", on one line or two. */
function starLines({ star }: LabelFacts, width: number, size: number, measure: MeasureText): Line[] | undefined {
  if (star === undefined) return [];
  const [first, second] = [`OCOP ${star.stars} sao`, `hiệu lực đến ${formatDate(star.until, 'vi')}`];
  const line = (text: string, stars?: number): Line => ({ text, weight: 700, size, ...(stars !== undefined && { stars }) });
  const widthOf = (text: string): number => measure(text, size, 700);
  const before = starsWidth(star.stars, size);
  if (before + widthOf(`${first} – ${second}`) <= width) return [line(`${first} – ${second}`, star.stars)];
  return before + widthOf(`${first} –`) <= width && widthOf(second) <= width ? [line(`${first} –`, star.stars), line(second)] : undefined;
}

function heightOf(lines: readonly Line[]): number {
  return lines.reduce((sum, { size }) => sum + size * LINE, 0);
}

function marksOf(lines: readonly Line[], box: Box): Mark[] {
  let y = box.y;
  return lines.flatMap(({ text, weight, size, stars }) => {
    const baseline = y + size * 0.98;
    y += size * LINE;
    const before = stars === undefined ? 0 : starsWidth(stars, size);
    return [...(stars === undefined ? [] : starMarks(stars, box.x, baseline, size)), { kind: 'text' as const, text, weight, size, x: box.x + before, y: baseline }];
  });
}
