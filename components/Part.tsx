import type { ComponentChildren } from 'preact';
import { useEffect, useErrorBoundary } from 'preact/hooks';

type Props = { name: string; render(): ComponentChildren };

/** A part of a page that fails alone: what it computes belongs into `render`. The name is for the sentence in its place. */
export function Part({ name, render }: Props) {
  const [error] = useErrorBoundary() as [unknown, () => void];
  useEffect(() => {
    if (error !== undefined) console.error(`${name} cannot be shown.`, error);
  }, [error, name]);
  if (error !== undefined) return <p class="small part">{name} cannot be shown.</p>;
  return <Rendered render={render} />;
}

function Rendered({ render }: Pick<Props, 'render'>) {
  return <>{render()}</>;
}
