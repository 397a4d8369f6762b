import { readdirSync } from 'node:fs';

const root = new URL('../../', import.meta.url);

/** What commands make, or the system: not ours to check. */
const made = ['node_modules', '.git', '.node', '.output', '.wxt', '.DS_Store'];

/** Every file of the project; read from the folders, since the sources zip has no git. */
export function sourceFiles(folder = ''): string[] {
  return readdirSync(new URL(folder, root), { withFileTypes: true })
    .filter(({ name }) => !made.includes(name) && !name.endsWith('.log'))
    .flatMap((entry) =>
      entry.isDirectory() ? sourceFiles(`${folder}${entry.name}/`) : [`${folder}${entry.name}`],
    )
    .sort();
}
