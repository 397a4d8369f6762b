import { render } from 'preact';
import { Options } from './Options.tsx';
import { loadRights } from './sites-state.ts';
import { load } from './state.ts';

render(<Options />, document.querySelector('main')!);
void load();
void loadRights();
