import { staticSearchFiles } from '../../src/publish/static-search.ts';
import { clientFile, listen, openBuiltApp, sendFile } from './built-app.ts';

export interface StaticSite {
  url: string;
  /** Paths below /assets/ and /data/ in the order in which they were asked for. */
  asked: string[];
  stop(): Promise<void>;
}

/** The pages and files of `npm run build -- --static`, made as they are asked for: the whole export takes minutes. */
export async function startStaticSite(contentDir?: string): Promise<StaticSite> {
  const { view, renderer } = await openBuiltApp('static', contentDir);
  const files = new Map((await staticSearchFiles(view.catalogue, view.asOf)).map(({ path, body }) => [path, body]));
  const asked: string[] = [];
  const { url, stop } = await listen(async (path, _request, response) => {
    if (/^\/(?:assets|data)\//.test(path)) asked.push(path);
    const file = files.get(path) ?? (await clientFile(path));
    if (file !== undefined) return sendFile(response, path, file);
    // A plain host takes no query into account.
    const page = await renderer.render(path, { ...view, siteUrl: url });
    response.writeHead(page.status, { 'content-type': page.type, 'content-security-policy': page.headers['content-security-policy'] ?? '' }).end(page.body);
  });
  return { url, asked, stop };
}
