const holds = new Set<symbol>();

/** From now until the function it returns is called, no stored file is deleted as unused: a download may rely on it. */
export function holdFiles(): () => void {
  const hold = Symbol();
  holds.add(hold);
  return () => void holds.delete(hold);
}

/** Whether a download that is not active yet may rely on any stored file. */
export function areFilesHeld(): boolean {
  return holds.size > 0;
}
