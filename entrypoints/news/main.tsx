import { newsCount } from '../../browser/news-count.ts';
import { watchList } from '../../browser/user-data/watch-list.ts';
import { drawPage } from '../../components/draw-page.tsx';
import product from '../../product.json' with { type: 'json' };
import { News } from './News.tsx';
import { start } from './state.ts';

drawPage(<News />, { product: product.name, here: 'news', watchList, newsCount });
void start();
