import { render } from 'preact';
import { Compare } from './Compare.tsx';
import { openFromAddress } from './state.ts';

render(<Compare />, document.querySelector('main')!);
addEventListener('hashchange', () => void openFromAddress());
void openFromAddress();
