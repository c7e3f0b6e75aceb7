/** Ends a deployment with a sentence for the person, without a stack. */
export class Stop extends Error {}
