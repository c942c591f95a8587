/** What is answered, before it is written. */
export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
  readonly operationName?: string | null;
  readonly tenant?: string;
}

/** A refusal in the shape in which GraphQL clients read errors. */
export function problem(
  status: number,
  code: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Reply {
  return { status, headers, body: JSON.stringify({ errors: [{ message, extensions: { code } }] }) };
}
