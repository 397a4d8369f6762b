import { readdirSync, readFileSync } from 'node:fs';
import { root } from '../root.ts';

/** What commands or the system make: not ours to check. */
const made = ['node_modules', '.git', '.output', '.wxt', '.DS_Store'];
const isText = /\.(tsx?|m?js|json|css|html|md|ya?ml|svg|txt)$|(^|\/)(LICENSE|run|\.\w+)$/;

/** Every line of the project's text files; found in the folders, since the sources zip has no git. */
export function sourceLines(): { file: string; at: string; text: string }[] {
  return sourceFiles()
    .filter((file) => isText.test(file))
    .flatMap((file) =>
      readFileSync(root + file, 'utf8')
        .split('\n')
        .map((text, index) => ({ file, at: `${file}:${index + 1}`, text })),
    );
}

function sourceFiles(folder = ''): string[] {
  return readdirSync(root + folder, { withFileTypes: true })
    .filter(({ name }) => !made.includes(name) && !name.endsWith('.log'))
    .flatMap((entry) =>
      entry.isDirectory() ? sourceFiles(`${folder}${entry.name}/`) : [`${folder}${entry.name}`],
    )
    .sort();
}
