import { readFileSync } from 'node:fs';
import { savedPage } from './saved-page.ts';

const script = readFileSync(new URL('../tests/pages/hostile.js', import.meta.url), 'utf8');

/** The repository page of Axolotl with a hostile script before all others, which does these things at once. */
export function hostilePage(...does: ('overwriteBuiltIns' | 'addLookAlikes')[]): string {
  const now = does.filter((each) => each === 'overwriteBuiltIns').map((each) => `hostile.${each}();`);
  const later = does.filter((each) => each === 'addLookAlikes').map((each) => `hostile.${each}();`);
  return savedPage('github/repository-logged-out.html', { owner: 'axolotl-ai-cloud', name: 'axolotl' })
    .replace('<head>', () => `<head><script>${script}${now.join('')}</script>`)
    .replace('</body>', () => `<script>${later.join('')}</script></body>`);
}
