import { render } from 'preact';
import { Popup } from './Popup.tsx';
import { start } from './start.ts';

render(<Popup />, document.querySelector('main')!);
void start();
