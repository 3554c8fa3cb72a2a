/** `YYYY-MM-DD` in Việt Nam, as `dayInVietnam` says it; apart, because every page carries this and few need the calendar. */
export function vietnamToday(nowMs: number): string {
  return new Date(nowMs + 7 * 3_600_000).toISOString().slice(0, 10);
}
