import { render } from 'preact';
import { Catalog } from './Catalog.tsx';
import { readQuery, start } from './state.ts';

render(<Catalog />, document.querySelector('main')!);
addEventListener('hashchange', readQuery);
void start();
