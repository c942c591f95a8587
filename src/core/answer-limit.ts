import { GraphQLError } from 'graphql';

/** What an answer may weigh, in characters. A hundred wallets with all that they may say have some two million. */
export const maximumAnswer = 8 * 1024 * 1024;

export function answerTooLarge(): GraphQLError {
  return new GraphQLError(`The answer would have more than ${maximumAnswer} characters: ask for less at once.`, {
    extensions: { code: 'ANSWER_TOO_LARGE' },
  });
}
