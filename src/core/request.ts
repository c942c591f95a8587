/** One request from a client, as far as the parts behind the transport need to know it. */
export interface RequestRecord {
  /** Taken from `x-request-id` or made; sent back and logged. */
  readonly id: string;
}

/** What goes along with every call to a provider. */
export interface Call {
  readonly request: RequestRecord;
  /** Aborts when nobody waits for the answer any more. Reads heed it; what changes something goes on. */
  readonly signal?: AbortSignal;
  /** On the monotonic clock: ends the call before the usual time-out would. The calls of one read share one. */
  readonly deadline?: number;
  /** Texts of the sensitive fields of the input that it is made for: cleaned out of whatever the provider says. */
  readonly secrets?: readonly string[];
}
