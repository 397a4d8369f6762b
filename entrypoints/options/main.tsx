import { render } from 'preact';
import { Options } from './Options.tsx';
import { load } from './state.ts';

render(<Options />, document.querySelector('main')!);
void load();
