import { newsCount } from '../../browser/news-count.ts';
import { watchList } from '../../browser/user-data/watch-list.ts';
import { drawPage } from '../../components/draw-page.tsx';
import product from '../../product.json' with { type: 'json' };
import { Options } from './Options.tsx';
import { loadPermissions } from './site-access.ts';
import { load } from './preferences.ts';

drawPage(<Options />, { product: product.name, here: 'settings', watchList, newsCount });
void load();
void loadPermissions();
