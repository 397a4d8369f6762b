import { render } from 'preact';
import { Options } from './Options.tsx';
import { loadPermissions } from './sites-state.ts';
import { load } from './state.ts';

render(<Options />, document.querySelector('main')!);
void load();
void loadPermissions();
