// Bundles what an edition of the page is put together from: `node build.mjs EDITION FOLDER
// [--readable]` writes the calculator's script, the script that watches it start, and the styles.
// Started by `cargo xtask`, which makes the engine first and writes the document around them.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build, transform } from 'esbuild';
import { PurgeCSS } from 'purgecss';
import { compileAsync } from 'sass';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { readable: { type: 'boolean', default: false } },
});
const [edition, folder] = positionals;
if (folder === undefined) throw new Error('node build.mjs EDITION FOLDER [--readable]');

/**
 * @param {string} source
 * @param {string} name
 * @param {'esm' | 'iife'} format
 * @param {string} [banner] its first line
 */
async function script(source, name, format, banner = '') {
  await build({
    entryPoints: [source],
    outfile: join(folder, name),
    bundle: true,
    format,
    banner: { js: banner },
    target: 'es2022',
    minify: !values.readable,
    sourcemap: values.readable && 'inline',
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
    minify: !values.readable,
    target: 'es2022',
  });
  await writeFile(join(folder, 'app.css'), code);
}

await Promise.all([
  // Nearly all of it runs at the start and at the first plan. Told so, a browser compiles it at once
  // and not function by function, which takes longer.
  script(`source/editions/${edition}.js`, 'app.js', 'esm', '//# allFunctionsCalledOnLoad'),
  script('source/starting/watch.js', 'watch.js', 'iife'),
  styles(),
]);
