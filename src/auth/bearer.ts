/** Longer ones are not looked at. Most are below 2,000; the whole head of a request has 16 KiB. */
const longestToken = 8_192;

/** RFC 6750 section 2.1: the token of an Authorization header, or null where there is none that could be one. */
export function bearerToken(authorization: string | undefined): string | null {
  const token = /^bearer +(?<token>[\w.~+/-]+=*)$/i.exec(authorization ?? '')?.groups?.token ?? '';
  return token === '' || token.length > longestToken ? null : token;
}
