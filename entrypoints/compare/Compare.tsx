import { ErrorPage } from '../../components/ErrorPage.tsx';
import { Choose } from './Choose.tsx';
import { Pair } from './Pair.tsx';
import { view } from './state.ts';

/** The comparison page in each of its states. */
export function Compare() {
  const state = view.value;
  if (state.kind === 'opening') return <div class="opening" aria-busy="true" />;
  if (state.kind === 'pair') return <Pair state={state} />;
  if (state.kind === 'choose') return <Choose state={state} />;
  return <ErrorPage reason={state.reason} />;
}
