import { newsCount } from '../../browser/news-count.ts';
import { watchList } from '../../browser/user-data/watch-list.ts';
import { drawPage } from '../../components/draw-page.tsx';
import product from '../../product.json' with { type: 'json' };
import { Compare } from './Compare.tsx';
import { openFromAddress } from './state.ts';

drawPage(<Compare />, { product: product.name, here: 'compare', watchList, newsCount });
addEventListener('hashchange', () => void openFromAddress());
void openFromAddress();
