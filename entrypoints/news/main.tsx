import { render } from 'preact';
import { News } from './News.tsx';
import { start } from './state.ts';

render(<News today={new Date().toISOString().slice(0, 10)} />, document.querySelector('main')!);
void start();
