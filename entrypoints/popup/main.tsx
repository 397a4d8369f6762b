import { render } from 'preact';
import { Popup } from './Popup.tsx';
import { showHeadline } from './show-headline.ts';
import { drawing, view } from './view.ts';

render(<Popup />, document.querySelector('main')!);
void showHeadline().then(showRest);

/** Loads what the first paint can do without: the database, the schemas, and all that is drawn from a tool's file. */
async function showRest(isHeadlineShown: boolean): Promise<void> {
  try {
    const { load, SearchView, toolParts } = await import('./rest.ts');
    drawing.value = { SearchView, toolParts };
    await load(isHeadlineShown);
  } catch (error) {
    view.value = { kind: 'failed', reason: (error as Error).message };
  }
}
