import { bodyOf, type Body, type Books, type ProviderAnswer, type ProviderRequest, type Wallet } from '../books.js';

/** The one-time code that links a wallet. */
export const rightCode = '271828';

/** Juspay: wallets of customers, linked by a one-time code. All commands go to one path. */
export function juspay(books: Books): (request: ProviderRequest) => ProviderAnswer {
  return request => {
    const { method, path, body } = request;
    if (path.startsWith('/customers/')) {
      if (method === 'GET') return { status: 200, body: listOf(books.listed('juspay', path)) };
      const id = newId(books);
      const wallet = books.make(request, id, walletFor(id, new URLSearchParams(body)));
      return { status: 200, body: bodyOf(wallet) };
    }
    const wallet = books.wallet('juspay', path.slice('/wallets/'.length));
    if (wallet === null) return { status: 404, body: {} };
    if (method === 'GET') return { status: 200, body: bodyOf(wallet), shows: [wallet] };
    return command(books, wallet, new URLSearchParams(body), request);
  };
}

export function newId(books: Books): string {
  return `wlt_${books.random.uuid().replaceAll('-', '').slice(0, 16)}`;
}

export function walletFor(id: string, form: URLSearchParams): Body {
  const mobile = form.get('mobile_number');
  return {
    id,
    object: 'wallet_account',
    wallet: form.get('gateway'),
    linked: false,
    ...(mobile === null ? {} : { metadata: { mobile_number: mobile } }),
  };
}

function listOf(wallets: readonly Wallet[]): Body {
  const { length } = wallets;
  return { object: 'list', list: wallets.map(bodyOf), total: length, offset: 0, count: length };
}

function command(books: Books, wallet: Wallet, form: URLSearchParams, request: ProviderRequest): ProviderAnswer {
  const stands = bodyOf(wallet) ?? {}; // nothing takes a wallet away
  const becomes = (changes: Body): ProviderAnswer => {
    books.change(wallet, request, { ...stands, ...changes });
    return { status: 200, body: bodyOf(wallet) };
  };
  switch (form.get('command')) {
    case 'authenticate': // a code is sent, and the link there was is gone
      return becomes({ linked: false, token: null });
    case 'delink':
      return becomes({ linked: false, token: null });
    case 'link':
      // A wrong code changes nothing, and is a success as far as HTTP goes.
      return form.get('otp') === rightCode
        ? becomes({ linked: true, token: 'tok_1', current_balance: 100 })
        : { status: 200, body: stands };
    case 'refresh':
      return stands.linked === true
        ? becomes({ current_balance: 100, last_refreshed: books.timeText() })
        : { status: 400, body: { error_code: 'invalid_request_error', error_message: 'It is not linked.' } };
    default:
      return { status: 400, body: {} };
  }
}
