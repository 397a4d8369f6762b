import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { build } from 'vite';
import { signatureVectors, type Vector } from '../builders/signature-vectors.ts';
import { extensionTest, inEachBrowser } from './extension-test.ts';

type Signature = typeof import('../../catalog/feed/signature.ts');

const test = extensionTest();

/** The text of a script that leaves what a module exports in `signature`. */
async function bundled(module: string): Promise<string> {
  const entry = fileURLToPath(new URL(module, import.meta.url));
  const lib = { entry, formats: ['iife' as const], name: 'signature', fileName: 'signature' };
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: true, target: ['chrome137', 'firefox140'], lib },
  });
  const [first] = Array.isArray(built) ? built : [built];
  if (!first || !('output' in first)) throw new Error(`${module} was not bundled`);
  return first.output[0].code;
}

inEachBrowser('the signature of a feed', () => {
  // As with the feeds of the extension: its own code, in its own page, over the engine of the browser.
  test('is decided alike in Node and here, by every vector', async ({ extension }) => {
    const code = await bundled('../../catalog/feed/signature.ts');
    const check = async ({ isSigned }: Signature, vectors: Vector[]) => {
      const answers: string[] = [];
      for (const { name, message, signature, key } of vectors) {
        const bytes = Uint8Array.from(message.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
        const answer = await isSigned(bytes, signature, key).catch(String);
        answers.push(`${name}: ${answer === true ? 'accepted' : answer === false ? 'refused' : answer}`);
      }
      return answers;
    };
    const run = `(${String(check)})(signature, ${JSON.stringify(signatureVectors)})`;
    const answers = await extension.run<[], string[]>(`(() => { ${code}; return ${run} })()`);
    expect(answers).toEqual(signatureVectors.map(({ name, expected }) => `${name}: ${expected}`));
  });
});
