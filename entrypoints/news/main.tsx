import { render } from 'preact';
import { today } from '../../browser/clock.ts';
import { News } from './News.tsx';
import { start } from './state.ts';

render(<News today={today()} />, document.querySelector('main')!);
void start();
