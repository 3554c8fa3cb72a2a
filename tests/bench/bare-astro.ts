import { mkdirSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { measuredRun, type MeasuredRun } from './measured-run.ts';

export interface BareBuild extends MeasuredRun {
  /** Mean size of a built page, so that like is compared with like. */
  kibPerPage: number;
}

/**
 * Astro alone: `astro build` of one page per product from an array in memory, through a layout and a card component, about as
 * many bytes a page as ours. No register, no checks, no certificates, no places, no second language.
 */
export async function buildBareAstro(directory: string, pages: number): Promise<BareBuild> {
  const build = writeBareProject(directory, {
    config: "{ build: { inlineStylesheets: 'never' } }",
    staticPaths: `return Array.from({ length: ${pages} }, (_, n) => ({
    params: { id: 'san-pham-' + n },
    props: { name: 'Nước mắm Thử ' + n, producer: 'HTX Thử nghiệm ' + (n >> 2), stars: 3 + (n % 3) },
  }));`,
  });
  const run = await build();
  return { ...run, kibPerPage: kibPerPage(join(directory, 'dist')) };
}

/** The project alone; gives back what builds it. `staticPaths` is the body of the page's `getStaticPaths`. */
export function writeBareProject(directory: string, { config, staticPaths }: { config: string; staticPaths: string }): () => Promise<MeasuredRun> {
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(join(directory, 'src', 'pages'), { recursive: true });
  symlinkSync(resolve('node_modules'), join(directory, 'node_modules'));
  writeFileSync(join(directory, 'package.json'), '{"type":"module"}');
  writeFileSync(join(directory, 'astro.config.mjs'), `import { defineConfig } from 'astro/config';\nexport default defineConfig(${config});\n`);
  writeFileSync(join(directory, 'src', 'Card.astro'), CARD);
  writeFileSync(join(directory, 'src', 'Layout.astro'), LAYOUT);
  writeFileSync(join(directory, 'src', 'pages', '[id].astro'), page(staticPaths));
  const astro = resolve('node_modules', 'astro', 'bin', 'astro.mjs');
  return () => measuredRun(process.execPath, [astro, 'build', '--silent'], { cwd: directory, env: { ASTRO_TELEMETRY_DISABLED: '1' } });
}

function kibPerPage(dist: string): number {
  const some = readdirSync(dist).filter((name) => name.startsWith('san-pham')).slice(0, 200);
  return some.reduce((sum, name) => sum + statSync(join(dist, name, 'index.html')).size, 0) / some.length / 1024;
}

const CARD = `---
const { name, producer, stars } = Astro.props;
---
<li class="card">
  <figure class="drawing"><img src="/drawings/fish-sauce.svg" alt="" width="800" height="600" loading="lazy" decoding="async" /><figcaption>chưa có ảnh</figcaption></figure>
  <div class="card-body">
    <p class="status-row" data-status="valid" data-as-of="2026-11-22" data-granted="2024-10-15" data-until="2027-10-15">
      <svg class="stars" role="img" aria-label={stars + ' sao'} width="77.4" height="18" viewBox="0 0 86 20">
        {Array.from({ length: stars }, (_, place) => <path d="M10 1.8l2.5 5.3 5.8.7-4.3 4 1.1 5.7L10 14.7l-5.1 2.8L6 11.8l-4.3-4 5.8-.7z" transform={'translate(' + place * 22 + ')'} />)}
      </svg>
      <span class="pill">đến 15/10/2027</span>
    </p>
    <h3><a href="/san-pham-1/">{name}</a></h3>
    <p class="small soft">{producer}</p>
    <p class="small soft">Xã Thiên Cầm, Hà Tĩnh</p>
  </div>
</li>
`;

const LAYOUT = `---
const { title } = Astro.props;
const nav = ['Sản phẩm', 'Theo địa phương', 'Chủ thể', 'Quyết định', 'Hướng dẫn'];
---
<html lang="vi">
  <head><meta charset="utf-8" /><meta name="viewport" content="width=device-width" /><title>{title}</title><meta name="description" content={title} /></head>
  <body>
    <header><a href="/">Danh mục</a><nav>{nav.map((text) => <a class="tap" href="/">{text}</a>)}</nav></header>
    <main><slot /></main>
    <footer><p>Trang đo tốc độ</p></footer>
  </body>
</html>
<style is:global>h1 { color: green; } .card { border: 1px solid; }</style>
`;

function page(staticPaths: string): string {
  return `---
import { readFileSync } from 'node:fs';
import Card from '../Card.astro';
import Layout from '../Layout.astro';
export function getStaticPaths() {
  ${staticPaths}
}
const { name, producer, stars } = Astro.props;
const facts = ['Chủ thể', 'Nhóm', 'Nơi sản xuất', 'Thành phần', 'Hạn sử dụng', 'Tự công bố', 'Số quyết định', 'Ngày ký'];
---
<Layout title={name}>
  <h1>{name}</h1>
  <p>{producer} · {stars} sao</p>
  <dl class="facts">{facts.map((fact) => <div><dt>{fact}</dt><dd class="unknown">chưa rõ</dd></div>)}</dl>
  <ul class="grid">{Array.from({ length: 12 }, (_, n) => <Card name={'Sản phẩm khác ' + n} producer={producer} stars={3 + (n % 3)} />)}</ul>
</Layout>
`;
}
