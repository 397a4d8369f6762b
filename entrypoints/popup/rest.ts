export { load } from './load.ts';
export { SearchView } from './SearchView.tsx';
export { toolParts } from './tool-parts.tsx';
