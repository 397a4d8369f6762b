/** Whether a segment can be the name of an owner or a project: letters, digits, `_`, `.` and `-`, and none of the last two in front. */
export function isName(segment: string): boolean {
  return /^\w[\w.-]*$/.test(segment);
}
