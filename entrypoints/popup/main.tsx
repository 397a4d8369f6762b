import { render } from 'preact';
import { Popup } from './Popup.tsx';
import { load } from './load.ts';

render(<Popup />, document.querySelector('main')!);
void load();
