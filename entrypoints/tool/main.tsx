import { newsCount } from '../../browser/news-count.ts';
import { watchList } from '../../browser/user-data/watch-list.ts';
import { drawPage } from '../../components/draw-page.tsx';
import product from '../../product.json' with { type: 'json' };
import { Tool } from './Tool.tsx';
import { openFromAddress } from './state.ts';

drawPage(<Tool />, { product: product.name, watchList, newsCount });
addEventListener('hashchange', () => void openFromAddress());
void openFromAddress();
