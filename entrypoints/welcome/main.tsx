import { newsCount } from '../../browser/news-count.ts';
import { watchList } from '../../browser/user-data/watch-list.ts';
import { drawPage } from '../../components/draw-page.tsx';
import product from '../../product.json' with { type: 'json' };
import { Welcome } from './Welcome.tsx';
import { load } from './state.ts';

drawPage(<Welcome />, { product: product.name, watchList, newsCount });
void load();
