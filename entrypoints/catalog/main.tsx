import { newsCount } from '../../browser/news-count.ts';
import { watchList } from '../../browser/user-data/watch-list.ts';
import { drawPage } from '../../components/draw-page.tsx';
import product from '../../product.json' with { type: 'json' };
import { Catalog } from './Catalog.tsx';
import { readQuery, start } from './state.ts';

drawPage(<Catalog />, { product: product.name, here: 'tools', watchList, newsCount });
addEventListener('hashchange', readQuery);
void start();
