import { render } from 'preact';
import { Welcome } from './Welcome.tsx';
import { load } from './state.ts';

render(<Welcome />, document.querySelector('main')!);
void load();
