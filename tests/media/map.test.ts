import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ARCHIPELAGO_ZONES } from '../../src/media/archipelagos.ts';
import { countryMap } from '../../src/media/country-map.ts';
import { dustMapSvg, dustPath } from '../../src/media/dust-map.ts';
import { boxAround, COUNTRY_BOX, countryProjection, fitProjection } from '../../src/media/map-projection.ts';
import { provinceMap } from '../../src/media/province-map.ts';
import { COMMUNES, POINTS, pointOf } from './commune-points.ts';

const VI = ['Quần đảo Hoàng Sa (TP Đà Nẵng)', 'Quần đảo Trường Sa (tỉnh Khánh Hòa)'];
const EN = ['Hoang Sa archipelago (Da Nang city)', 'Truong Sa archipelago (Khanh Hoa province)'];
const inCountry = fc.record({
  lat: fc.double({ min: COUNTRY_BOX.south, max: COUNTRY_BOX.north, noNaN: true }),
  lng: fc.double({ min: COUNTRY_BOX.west, max: COUNTRY_BOX.east, noNaN: true }),
});
const within = (value: number, size: number): boolean => value >= -0.001 && value <= size + 0.001;

/** Where a path of relative moves and zero-length lines puts its dots. */
function dotsOf(path: string): { x: number; y: number }[] {
  const at = { x: 0, y: 0 };
  return [...path.matchAll(/m(-?[\d.]+) ?(-?[\d.]+)h0/g)].map(([, dx, dy]) => {
    at.x += Number(dx);
    at.y += Number(dy);
    return { ...at };
  });
}

describe('the projection of the country', () => {
  test('keeps every point of the country inside its box', () => {
    const { width, height, project } = countryProjection(1000);
    fc.assert(fc.property(inCountry, (point) => {
      const { x, y } = project(point);
      return within(x, width) && within(y, height);
    }));
  });

  test('puts north up and east right, a degree of longitude shorter than one of latitude', () => {
    const { project } = countryProjection(1000);
    const hanoi = project({ lat: 21, lng: 105.8 });
    const south = project({ lat: 20, lng: 105.8 });
    const east = project({ lat: 21, lng: 106.8 });
    expect(south.y - hanoi.y).toBeCloseTo(62.5, 6);
    expect((east.x - hanoi.x) / (south.y - hanoi.y)).toBeCloseTo(Math.cos((15.5 * Math.PI) / 180), 6);
  });

  test('fits any points into a frame with its padding, a single one in the middle', () => {
    fc.assert(fc.property(fc.array(inCountry, { minLength: 1, maxLength: 20 }), (points) => {
      const { project } = fitProjection(boxAround(points) as NonNullable<ReturnType<typeof boxAround>>, 480, 400, 28);
      return points.map(project).every(({ x, y }) => x > 27.9 && x < 452.1 && y > 27.9 && y < 372.1);
    }));
    const point = { lat: 18, lng: 106 };
    expect(fitProjection({ south: 18, north: 18, west: 106, east: 106 }, 480, 400, 28).project(point)).toEqual({ x: 240, y: 200 });
  });
});

describe('the dust map', () => {
  test('draws every commune within half a grid cell of its place and nothing else', () => {
    const projection = countryProjection(1000);
    const dots = dotsOf(dustPath(POINTS, projection, 0)).map(({ x, y }) => `${Math.round(x)} ${Math.round(y)}`);
    const wanted = POINTS.map((point) => projection.project(point)).map(({ x, y }) => `${Math.round(x)} ${Math.round(y)}`);
    expect(POINTS).toHaveLength(3321);
    expect([...dots].sort()).toEqual([...new Set(wanted)].sort());
  });

  test('does not drift with decimals, whatever the points', () => {
    const projection = countryProjection(300);
    fc.assert(fc.property(fc.array(inCountry, { maxLength: 60 }), (points) => {
      const dots = dotsOf(dustPath(points, projection, 1));
      return points.map(projection.project).every((want) => dots.some((dot) => Math.hypot(dot.x - want.x, dot.y - want.y) < 0.08));
    }));
  });

  test('is one path in a small file that names both archipelagos', () => {
    const svg = dustMapSvg(POINTS);
    expect(svg.match(/<path/g)).toHaveLength(1);
    expect(Buffer.byteLength(svg)).toBeLessThan(32_000);
    for (const label of VI) expect(svg).toContain(label);
  });
});

describe('both archipelagos', () => {
  test('are labelled in every map, in both languages, inside the drawing and east of the mainland', () => {
    for (const [language, labels] of [['vi', VI], ['en', EN]] as const) {
      const country = countryMap({ lit: [], language });
      const everyProvince = [...new Set(COMMUNES.map(({ province }) => province))].map((code) => {
        const points = COMMUNES.filter(({ province }) => province === code).map(({ point }) => point);
        return provinceMap({ points, lit: [], language }).inset;
      });
      expect(everyProvince).toHaveLength(34);
      for (const map of [country, provinceMap({ points: [], lit: [], language }).inset, ...everyProvince]) {
        expect(map.archipelagos.map(({ label }) => label)).toEqual(labels);
        for (const { dots, anchor, label, lines } of map.archipelagos) {
          expect(lines.join(' ')).toBe(label);
          for (const { x, y } of [...dots, anchor]) {
            expect(x).toBeGreaterThan(map.width / 2);
            expect(within(x, map.width) && within(y, map.height)).toBe(true);
          }
        }
      }
    }
  });

  test('stand at the points of their special zones in the register of communes', () => {
    for (const { communeCode, point } of ARCHIPELAGO_ZONES) expect(point).toEqual(pointOf(communeCode));
  });
});

describe('lit places', () => {
  const near = { point: { lat: 18.2, lng: 106 }, label: 'a' };

  test('lie on the dust, grow with weight up to a limit, and never hide a smaller or the current one', () => {
    const { lit } = countryMap({ lit: [
      { ...near, weight: 1, label: 'here', current: true },
      { ...near, weight: 1, label: 'small' },
      { ...near, weight: 500, label: 'huge' },
      { ...near, weight: 9, label: 'large' },
    ] });
    expect(lit.map(({ label }) => label)).toEqual(['huge', 'large', 'small', 'here']);
    expect(lit[0]?.r).toBe(26);
    expect(lit[2]?.r).toBeLessThan(lit[1]?.r ?? 0);
    const { x, y } = countryProjection(1000).project(near.point);
    expect(lit[0]?.x).toBeCloseTo(x, 1);
    expect(lit[0]?.y).toBeCloseTo(y, 1);
  });

  test('of a province without any known commune are none', () => {
    expect(provinceMap({ points: [], lit: [] }).lit).toEqual([]);
    expect(provinceMap({ points: [], lit: [] }).dust).toBe('');
  });
});

describe('the map of a province', () => {
  const daNang = COMMUNES.filter(({ province }) => province === '48').map(({ point }) => point);
  const hoangSa = pointOf('20333');

  test('keeps the scale of the mainland and leaves the far archipelago to its inset', () => {
    const map = provinceMap({ points: daNang, lit: [] });
    expect(dotsOf(map.dust)).toHaveLength(daNang.length - 1);
    expect(map.inset.frame.width).toBeLessThan(120);
  });

  test('shows the archipelago at its place when it is what the page is about', () => {
    const map = provinceMap({ points: daNang, lit: [{ point: hoangSa, weight: 1, label: 'Hoàng Sa', current: true }] });
    expect(dotsOf(map.dust)).toHaveLength(daNang.length);
    expect(map.lit).toHaveLength(1);
    expect(map.inset.lit).toHaveLength(1);
  });

  test('lights the current commune in the inset too, and only it', () => {
    const [first, second] = daNang as [typeof hoangSa, typeof hoangSa];
    const map = provinceMap({ points: daNang, lit: [{ point: first, weight: 3, label: 'a' }, { point: second, weight: 1, label: 'b', current: true }] });
    expect(map.lit.map(({ label }) => label)).toEqual(['a', 'b']);
    expect(map.inset.lit.map(({ label }) => label)).toEqual(['b']);
  });
});

test('where hundreds of places are lit, the heaviest keep their links and the rest become dust', () => {
  const lit = Array.from({ length: 500 }, (_, n) => ({ point: { lat: 10 + n / 100, lng: 106 }, weight: n + 1, label: `${n}`, href: `/${n}/` }));
  const map = countryMap({ lit });
  expect(map.lit).toHaveLength(240);
  expect(Math.min(...map.lit.map((dot) => Number(dot.label)))).toBe(260);
  expect(map.litDust?.match(/h0/g)?.length).toBeGreaterThan(100);
  expect(countryMap({ lit: lit.slice(0, 100) }).litDust).toBeUndefined();
});
