// Real frameworks for living pages, bundled from node_modules once in each worker; no page asks a network for them.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { runInThisContext } from 'node:vm';
import { build, type Rolldown } from 'vite';

const apps = '../../tests/pages/living';

export type React = '18' | '19';
export type Tree = 'GitHubBar' | 'Content' | 'WholePage';
export type Props = Record<string, unknown>;
type Server = {
  html(which: Tree, props: Props): string;
  pieces(which: Tree, props: Props, script: string): Promise<string[]>;
};

type Run = (require: NodeJS.Require, module: object, exports: object) => void;

const bundles = new Map<string, Promise<string>>();

/** A script that gives a page `react18`, `react19` or `turbo`. */
export const frameworkScript = (name: `react-${React}` | 'turbo'): Promise<string> =>
  name === 'turbo' ? bundled(`${apps}/turbo.js`) : bundled(`${apps}/react-client.js`, versionOf(name));

/** What watches a page from inside. */
export const recorderScript = (): Promise<string> => bundled('./recorder.ts');

/** The server's side of the same apps. */
export async function reactServer(version: React): Promise<Server> {
  const code = await bundled(`${apps}/react-server.js`, version, true);
  const module = { exports: {} };
  const run = runInThisContext(`(function (require, module, exports) {${code}})`) as Run;
  run(createRequire(import.meta.url), module, module.exports);
  return module.exports as Server;
}

const versionOf = (name: string) => (name.endsWith('18') ? '18' : '19');

function bundled(file: string, version: React = '19', isServer = false): Promise<string> {
  const key = file + version;
  const known = bundles.get(key) ?? bundle(file, version, isServer);
  bundles.set(key, known);
  return known;
}

async function bundle(file: string, version: React, isServer: boolean): Promise<string> {
  const entry = fileURLToPath(new URL(file, import.meta.url));
  const alias: Record<string, string> =
    version === '18' ? { 'react-dom': 'react-dom-18', react: 'react-18' } : {};
  const result = (await build({
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: { alias },
    oxc: { jsx: { runtime: 'classic', pragma: 'createElement', pragmaFrag: 'Fragment' } },
    ...(isServer && { ssr: { noExternal: true } }),
    build: {
      write: false,
      minify: !isServer,
      ssr: isServer,
      rolldownOptions: { input: entry, output: { format: isServer ? 'cjs' : 'iife' } },
    },
  })) as Rolldown.RolldownOutput;
  return result.output[0].code;
}
