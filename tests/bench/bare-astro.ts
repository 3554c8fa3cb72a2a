import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { measuredRun, type MeasuredRun } from './measured-run.ts';

/** Astro alone: one layout, one page per product from an array in memory, as many pages as ours. No images, no checks. */
export async function buildBareAstro(directory: string, pages: number): Promise<MeasuredRun> {
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(join(directory, 'src', 'pages'), { recursive: true });
  symlinkSync(resolve('node_modules'), join(directory, 'node_modules'));
  writeFileSync(join(directory, 'package.json'), '{"type":"module"}');
  writeFileSync(join(directory, 'astro.config.mjs'), "import { defineConfig } from 'astro/config';\nexport default defineConfig({ build: { inlineStylesheets: 'never' } });\n");
  writeFileSync(join(directory, 'src', 'pages', '[id].astro'), page(pages));
  const astro = resolve('node_modules', 'astro', 'bin', 'astro.mjs');
  return measuredRun(process.execPath, [astro, 'build', '--silent'], { cwd: directory, env: { ASTRO_TELEMETRY_DISABLED: '1' } });
}

function page(pages: number): string {
  return `---
export function getStaticPaths() {
  return Array.from({ length: ${pages} }, (_, n) => ({
    params: { id: 'san-pham-' + n },
    props: { name: 'Nước mắm Thử ' + n, producer: 'HTX Thử nghiệm ' + (n >> 2), stars: 3 + (n % 3) },
  }));
}
const { name, producer, stars } = Astro.props;
const facts = ['Chủ thể', 'Nhóm', 'Nơi sản xuất', 'Thành phần', 'Hạn sử dụng', 'Tự công bố', 'Số quyết định', 'Ngày ký'];
---
<html lang="vi">
  <head><meta charset="utf-8" /><title>{name}</title></head>
  <body>
    <header><a href="/">Danh mục</a></header>
    <main>
      <h1>{name}</h1>
      <p>{producer} · {stars} sao</p>
      <dl>{facts.map((fact) => <div><dt>{fact}</dt><dd>chưa rõ</dd></div>)}</dl>
      <ul>{Array.from({ length: 12 }, (_, n) => <li><a href={'/san-pham-' + n}>Sản phẩm khác {n}</a><p>{producer}</p></li>)}</ul>
    </main>
    <footer>Trang đo tốc độ</footer>
  </body>
</html>
<style>h1 { color: green; }</style>
`;
}
