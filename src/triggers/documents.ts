/** What every trigger of a mutation asks for, and which failures it can ask for. */

const error = `
    ... on MutationError {
      code
      message
      retry
      retryAfterSeconds
      provider
      providerResponse { httpStatus code message requestId details { code message target } }
      operation { id status attempts }
    }
    ... on InvalidInputError { fields { path message code } }`;

/** `success` are the selections for the mutation's own members. */
export const document = (mutation: string, inputType: string, success: string): string =>
  `mutation ($input: ${inputType}!) {
  ${mutation}(input: $input) {
    __typename${success}${error}
  }
}
`;

/** What every mutation can be brought to answer by the last three digits of an id. */
export const usualFailures: readonly (readonly [member: string, ending: string, title: string, note?: string])[] = [
  ['InvalidInputError', '400', 'the provider refuses the input'],
  ['ProviderAccessDeniedError', '403', 'the provider does not let the gateway in'],
  ['NotFoundError', '404', 'the provider does not know it'],
  ['ConflictError', '409', 'the state of things forbids it'],
  ['ProviderRejectedError', '418', 'declined for a reason of its own'],
  ['ProviderUnavailableError', '421', 'turned away at the front door, not processed'],
  ['RateLimitedError', '429', 'too many requests'],
  ['OutcomeUnknownError', '500', 'broke, and nobody knows whether it was done'],
  ['OutcomeUnknownError', '502', 'done, but answered with an HTML page'],
  ['OutcomeUnknownError', '504', 'done, but never answered', 'Takes as long as PROVIDER_TIMEOUT_MS.'],
];
