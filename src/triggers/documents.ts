/** What every trigger of a mutation asks for. */

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
