/** The page's own files: what is written by hand from the source folder, its modules from where they are built. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Hono } from 'hono';
import type { Signed } from './session.ts';

const types = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
} as const;

/** `GET /` and the flat file names beside it; a name with a folder or a dot in it matches nothing. */
export function serveFiles(app: Hono<Signed>): void {
  const root = packageRoot();
  app.get('/', async (c) => {
    const built = existsSync(join(root, 'dist/adapters/web/page/page.js'));
    if (!built) return c.text('The page is not built yet. Run: npm run build\n', 503);
    return (await file(join(root, 'adapters/web/page/page.html'), 'html')) ?? c.notFound();
  });
  app.get('/:file{[a-z-]+\\.(?:js|css|svg)}', async (c) => {
    const name = c.req.param('file');
    const type = name.slice(name.lastIndexOf('.') + 1) as keyof typeof types;
    const folder = type === 'js' ? 'dist/adapters/web/page' : 'adapters/web/page';
    return (await file(join(root, folder, name), type)) ?? c.notFound();
  });
}

async function file(path: string, type: keyof typeof types): Promise<Response | undefined> {
  if (!existsSync(path)) return undefined;
  const headers = { 'content-type': types[type], 'cache-control': 'no-cache' };
  return new Response(await readFile(path), { headers });
}

/** The folder of package.json: two up from the source, three up from the build. */
function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('package.json is missing: the page lies beside it.');
    folder = parent;
  }
  return folder;
}
