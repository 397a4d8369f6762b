import { render } from 'preact';
import { Options } from './Options.tsx';
import { loadPermissions } from './site-access.ts';
import { load } from './preferences.ts';

render(<Options />, document.querySelector('main')!);
void load();
void loadPermissions();
