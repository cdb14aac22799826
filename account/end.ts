/** An end before the check is through, in a sentence or two. It is no bug: nobody wants its stack. */
export class EarlyEnd extends Error {}

/** A request without a response that tells anything. */
export class NoResponse extends Error {}

/** A note that is not posted, for the sake of the customer or because it can tell nothing. */
export class NotPosted extends Error {}
