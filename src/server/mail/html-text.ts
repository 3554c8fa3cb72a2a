const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] as string);
}

/** The plain frame of every mail's HTML part: no pictures, nothing loaded from anywhere. */
export function htmlMail(language: string, body: string): string {
  return `<!doctype html>\n<html lang="${language}"><head><meta charset="utf-8"></head><body style="font-family:sans-serif;line-height:1.5;color:#1f2a24">\n${body}\n</body></html>\n`;
}
