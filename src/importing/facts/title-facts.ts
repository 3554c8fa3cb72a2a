import type { ActKind } from '../../domain/decision.ts';
import type { IsoDate } from '../../domain/calendar-day.ts';
import { slugify } from '../../domain/fold.ts';
import type { StarLevel } from '../../domain/star-level.ts';
import { actInTitle } from './read-act.ts';
import { dayInText } from './read-date.ts';
import { numberInText } from './read-number.ts';
import { readStars } from './read-stars.ts';

/** What the lines above a table say of all its rows. */
export interface TitleFacts {
  number?: string | undefined;
  signedOn?: IsoDate | undefined;
  issuer?: string | undefined;
  act?: ActKind | undefined;
  stars?: StarLevel | undefined;
  /** `Hà Tĩnh` of "trên địa bàn tỉnh Hà Tĩnh". */
  province?: string | undefined;
  /** A list of proposals, which decides nothing. */
  proposal: boolean;
}

const OF_DECISION = /quyết\s*định|(?<!\p{L})qđ(?!\p{L})|kèm\s*theo/iu;
const ISSUER =
  /\bcủa\s+((?:chủ\s*tịch\s+)?(?:ủy\s*ban|uỷ\s*ban|ubnd|bộ|hội\s*đồng|văn\s*phòng|thủ\s*tướng)[^,;:()"“”]*?)(?=\s*(?:[,;:()"“”]|về\s|$))/iu;
const PROVINCE = /\btỉnh\s+((?:\p{Lu}[\p{L}]*)(?:\s+-?\s*\p{Lu}[\p{L}]*){0,4})/u;
const PROPOSAL = /\b(de nghi|de xuat|du kien|dang ky tham gia|to trinh)\b/;

/** The nearest title that says a thing decides it. */
export function titleFacts(titles: readonly (readonly string[])[]): TitleFacts {
  const facts: TitleFacts = { proposal: false };
  for (const title of titles) {
    const found = factsOf(title);
    facts.number ??= found.number;
    facts.signedOn ??= found.signedOn;
    facts.issuer ??= found.issuer;
    facts.province ??= found.province;
  }
  const nearest = titles[0] ?? [];
  const own = factsOf(nearest);
  return { ...facts, act: own.act, stars: own.stars, proposal: own.proposal };
}

function factsOf(title: readonly string[]): TitleFacts {
  const document = title.filter((line) => OF_DECISION.test(line)).join(' ');
  const all = title.join(' ');
  const afterNumber = document.slice(Math.max(0, document.search(/Q[ĐD]\s*-/iu)));
  return {
    number: numberInText(document),
    signedOn: dayInText(afterNumber),
    issuer: capitalised(ISSUER.exec(document)?.[1]?.trim()),
    act: onlyOne(title.map(actInTitle)),
    stars: onlyOne(title.map(starsOfList)),
    province: PROVINCE.exec(ISSUER.exec(document)?.[1] ?? '')?.[1] ?? PROVINCE.exec(all)?.[1],
    proposal: numberInText(document) === undefined && PROPOSAL.test(slugify(all).replaceAll('-', ' ')),
  };
}

/** "Danh sách sản phẩm đạt 3 sao" speaks of all rows; "đạt 3 sao, 4 sao" and "3 sao trở lên" do not. */
function starsOfList(line: string): StarLevel | undefined {
  if (/trở lên|từ\s+\d/iu.test(line) || OF_DECISION.test(line)) return undefined;
  const read = readStars(line);
  return read.kind === 'stars' && read.potential === undefined && !/\d\s*(?:,|và|-|đến)\s*\d\s*sao/iu.test(line) ? read.stars : undefined;
}

/** Old fonts have no capital Ủ: "ủy ban nhân dân" is a name all the same. */
function capitalised(name: string | undefined): string | undefined {
  return name === undefined ? undefined : name.charAt(0).toUpperCase() + name.slice(1);
}

function onlyOne<T>(values: readonly (T | undefined)[]): T | undefined {
  const distinct = new Set(values.filter((value) => value !== undefined));
  return distinct.size === 1 ? [...distinct][0] : undefined;
}
