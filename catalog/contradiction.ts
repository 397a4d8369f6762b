/** The layers may contradict themselves after an update, which the merge of all tools has to say. */
export class ContradictionError extends Error {}
