/** `2024-10-03 15:06:37`, as banks of Việt Nam write it, as an ISO instant; undefined for anything else. */
export function vietnamInstant(written: string): string | undefined {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})(?:\.\d+)?$/.exec(written.trim()) ?? [];
  if (day === undefined) return undefined;
  const at = new Date(`${day}T${time}+07:00`);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}
