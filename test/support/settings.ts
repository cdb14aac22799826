/** What a user sets in the node's Settings. */

export const retryOnFail = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 } as const;

/** On Error = Continue. */
export const proceed = { onError: 'continueRegularOutput' } as const;

/** On Error = Continue (using error output). */
export const divert = { onError: 'continueErrorOutput' } as const;
