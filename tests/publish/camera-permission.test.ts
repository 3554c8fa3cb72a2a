import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { besides, CAMERA_PERMISSIONS, securityHeaders } from '../../src/publish/security-headers.ts';

const common = securityHeaders('https://ocop.example');

test('no page may use the camera unless it asks for it, and none anything else', () => {
  expect(common['permissions-policy']).toContain('camera=()');
  expect(besides({}, common)).toEqual(common);
  expect(besides({ 'permissions-policy': CAMERA_PERMISSIONS }, common)).toEqual({ ...common, 'permissions-policy': CAMERA_PERMISSIONS });
  expect(CAMERA_PERMISSIONS).toBe('camera=(self), geolocation=(), microphone=(), payment=(), usb=()');
});

test('a page cannot take back any other common header', () => {
  expect(besides({ 'x-content-type-options': '', 'referrer-policy': 'unsafe-url' }, common)).toEqual(common);
});

test('the WebAssembly that is published is the one that the code reader was made for', async () => {
  const { ZXING_WASM_SHA256 } = await import('barcode-detector/ponyfill');
  const file = createRequire(createRequire(import.meta.url).resolve('barcode-detector')).resolve('zxing-wasm/reader/zxing_reader.wasm');
  expect(createHash('sha256').update(readFileSync(file)).digest('hex')).toBe(ZXING_WASM_SHA256);
  expect(readFileSync('astro.config.mjs', 'utf8')).toContain("resolve('barcode-detector')).resolve('zxing-wasm/reader/zxing_reader.wasm')");
});
