import { expect, test } from 'vitest';
import { completePolicy, mergePolicies } from '../../src/publish/content-security-policy.ts';

test('the renderer’s hashes are kept and everything it does not name is closed', () => {
  expect(completePolicy("script-src 'self' 'sha256-x'; style-src 'self'")).toBe(
    "default-src 'none'; script-src 'self' 'sha256-x'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'",
  );
});

test.each(["script-src 'unsafe-inline'", "style-src 'self' 'unsafe-inline'", "script-src 'unsafe-eval'"])('%s is refused', (policy) => {
  expect(() => completePolicy(policy)).toThrow(/the content security policy allows 'unsafe-/);
});

test('a merged policy allows what each allowed and nothing twice', () => {
  expect(mergePolicies(["script-src 'self' 'sha256-a'; img-src 'self'", "script-src 'self' 'sha256-b'"])).toBe(
    "script-src 'self' 'sha256-a' 'sha256-b'; img-src 'self'",
  );
});
