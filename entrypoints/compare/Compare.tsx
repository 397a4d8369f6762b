import { ErrorPage } from '../../components/ErrorPage.tsx';
import { Choose } from './Choose.tsx';
import { Pair } from './Pair.tsx';
import { view } from './state.ts';

/** The comparison page in each of its states. */
export function Compare() {
  const shown = view.value;
  if (shown.kind === 'opening') return <div class="opening" aria-busy="true" />;
  if (shown.kind === 'pair') return <Pair shown={shown} />;
  if (shown.kind === 'choose') return <Choose shown={shown} />;
  return <ErrorPage reason={shown.reason} />;
}
