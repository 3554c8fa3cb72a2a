/** What every policy says besides the hashes of scripts and styles that the renderer adds. */
const BASE: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'form-action': "'self'",
  'base-uri': "'none'",
  'frame-ancestors': "'none'",
  'manifest-src': "'self'",
};

/** For files that are no pages: nothing in them may load or run anything. */
export const FILE_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** For a service worker, which fetches under its own file's policy. */
export const WORKER_POLICY = "default-src 'none'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * Completes the renderer's policy (script and style sources with hashes). What the renderer says about a
 * directive holds. Throws when it would allow inline code or code made from text.
 */
export function completePolicy(rendered: string): string {
  const known = completed.get(rendered);
  if (known !== undefined) return known;
  const policy = complete(rendered);
  if (completed.size >= REMEMBERED) completed.clear();
  completed.set(rendered, policy);
  return policy;
}

/** Thousands of pages share a few policies. */
const completed = new Map<string, string>();
const REMEMBERED = 256;

function complete(rendered: string): string {
  const directives = new Map(Object.entries(BASE));
  for (const directive of rendered.split(';')) {
    const [name, ...values] = directive.trim().split(/\s+/);
    if (name) directives.set(name.toLowerCase(), values.join(' '));
  }
  const policy = [...directives].map(([name, value]) => `${name} ${value}`.trim()).join('; ');
  const unsafe = /'unsafe-(?:inline|eval)'/.exec(policy);
  if (unsafe !== null) throw new Error(`the content security policy allows ${unsafe[0]}: ${policy}`);
  return policy;
}

/** One policy that allows what any of several allows, for hosts that know only one for all pages. */
export function mergePolicies(policies: readonly string[]): string {
  const merged = new Map<string, Set<string>>();
  for (const directive of policies.flatMap((policy) => policy.split(';'))) {
    const [name, ...values] = directive.trim().split(/\s+/);
    if (!name) continue;
    const known = merged.get(name) ?? new Set();
    for (const value of values) known.add(value);
    merged.set(name, known);
  }
  return [...merged].map(([name, values]) => `${name} ${[...values].join(' ')}`).join('; ');
}
