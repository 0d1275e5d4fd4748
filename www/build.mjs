// Bundles the page: `node build.mjs FOLDER [--readable]`. Started by `cargo xtask`, which makes the
// engine first and puts it beside the result.
import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build, transform } from 'esbuild';
import { PurgeCSS } from 'purgecss';
import { compileAsync } from 'sass';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { readable: { type: 'boolean', default: false } },
});
const [folder] = positionals;
if (folder === undefined) throw new Error('node build.mjs FOLDER [--readable]');

/** The page's sources import the packed engine's types; the page loads it as a file of its own. */
const packedEngine = {
  name: 'packed-engine',
  /** @param {import('esbuild').PluginBuild} bundler */
  setup(bundler) {
    bundler.onResolve({ filter: /\/packed-engine\.js$/ }, () => ({
      path: './engine.js',
      external: true,
    }));
  },
};

async function script() {
  await build({
    entryPoints: ['source/main.js'],
    outfile: join(folder, 'app.js'),
    bundle: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    minify: !values.readable,
    sourcemap: values.readable && 'inline',
    plugins: [packedEngine],
    logLevel: 'warning',
  });
}

/** Keeps only the rules whose names stand, whole, in the document or in a source. */
async function styles() {
  const { css } = await compileAsync('styles/main.scss', {
    // A byte order mark would land in front of it otherwise.
    charset: false,
    loadPaths: ['node_modules'],
    quietDeps: true,
  });
  const [kept] = await new PurgeCSS().purge({
    content: ['index.html', 'source/**/*.js'],
    css: [{ raw: css }],
  });
  if (kept === undefined) throw new Error('PurgeCSS returned no styles');
  const { code } = await transform(kept.css, {
    loader: 'css',
    charset: 'utf8',
    minify: !values.readable,
    target: 'es2022',
  });
  await writeFile(join(folder, 'app.css'), code);
}

await Promise.all([
  script(),
  styles(),
  copyFile('index.html', join(folder, 'index.html')),
]);
