/** Whether something is allowed, in words: "Yes", "With conditions", "No", "Not known". */
export function commercialUseLabel(value: string): string {
  if (value === 'conditions') return 'With conditions';
  return value === 'unknown' ? 'Not known' : value.charAt(0).toUpperCase() + value.slice(1);
}
