type Child = Node | string | false | undefined;

/** An HTML element with its attributes and children, for the mark: a page pays for every kilobyte of a library. */
export function createElement<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string>,
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const name in attributes) made.setAttribute(name, attributes[name]!);
  for (const child of children) if (child) made.append(child);
  return made;
}
