import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SRC = new URL('../../src', import.meta.url).pathname;

/** How src names texts: whole keys in quotes, and patterns such as `` `status.${status}` ``. */
export interface Naming {
  quoted: ReadonlySet<string>;
  patterns: readonly RegExp[];
}

export function namingInSource(): Naming {
  const code = readdirSync(SRC, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|astro)$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
  const templates = [...code.matchAll(/`([\w-]+\.[\w.-]*(?:\$\{[^}`]+\}[\w.-]*)+)`/g)].map(([, template]) => template as string);
  return {
    quoted: new Set([...code.matchAll(/['"`]([\w.-]+)['"`]/g)].map(([, key]) => key as string)),
    patterns: [...new Set(templates)].map(patternOf),
  };
}

export function isNamed(key: string, { quoted, patterns }: Naming): boolean {
  return quoted.has(key) || patterns.some((pattern) => pattern.test(key));
}

/** `status.${x}` names every key of one more part; a part has a dot only where the expression spells one out. */
function patternOf(template: string): RegExp {
  const parts = template.split(/\$\{([^}]+)\}/);
  const pattern = parts.map((part, place) => {
    if (place % 2 === 0) return part.replaceAll('.', '\\.');
    return /['"]\./.test(part) ? '[\\w.-]*' : '[\\w-]+';
  });
  return new RegExp(`^${pattern.join('')}$`);
}
