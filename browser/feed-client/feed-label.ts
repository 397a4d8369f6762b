import type { Layer } from '../catalog-db/layer.ts';
import { defaultFeed } from './subscriptions.ts';

/** Whose entries a layer's are, where it is neither the package's own nor of the feed that the build vouches for. */
export function feedLabel({ feed, name, manifest }: Layer): string | undefined {
  return manifest === undefined || feed === defaultFeed?.feed ? undefined : name;
}
