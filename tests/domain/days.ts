import fc from 'fast-check';

interface PlainDate {
  add(duration: { days?: number; months?: number }): PlainDate;
  toString(): string;
}

/** The runtime's own calendar, which the code under test does not use. */
const { Temporal } = globalThis as unknown as {
  Temporal: {
    PlainDate: { from(text: string, options?: { overflow: 'reject' }): PlainDate };
    Instant: { fromEpochMilliseconds(ms: number): { toZonedDateTimeISO(zone: string): { toPlainDate(): PlainDate } } };
  };
};

export const temporal = {
  add: (day: string, duration: { days?: number; months?: number }): string =>
    Temporal.PlainDate.from(day).add(duration).toString(),
  dayIn: (zone: string, instantMs: number): string =>
    Temporal.Instant.fromEpochMilliseconds(instantMs).toZonedDateTimeISO(zone).toPlainDate().toString(),
  exists(text: string): boolean {
    try {
      return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
    } catch {
      return false;
    }
  },
};

/** Any day of eight decades, ends of months and 29 February more often than by chance. */
export const anyDay: fc.Arbitrary<string> = fc.oneof(
  fc.integer({ min: 0, max: 29_000 }).map((days) => temporal.add('1990-01-01', { days })),
  fc.constantFrom('2020-02-29', '2024-02-29', '2023-02-28', '2024-01-31', '2023-12-31', '2024-03-31', '2024-08-31', '2024-11-30'),
);
