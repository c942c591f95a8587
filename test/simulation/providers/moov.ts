import { bodyOf, type Body, type Books, type ProviderAnswer, type ProviderRequest, type Wallet } from '../books.js';

/** Few, so that a list has several pages. */
const longestPage = 2;

/** Moov: wallets with labels, which are closed for good. */
export function moov(books: Books): (request: ProviderRequest) => ProviderAnswer {
  return request => {
    const { method, path, query, body } = request;
    if (method === 'POST') {
      const id = books.random.uuid();
      return { status: 200, body: bodyOf(books.make(request, id, walletFor(books, id, JSON.parse(body) as Body))) };
    }
    if (path.endsWith('/wallets')) {
      const skip = Number(query.get('skip') ?? 0);
      const count = Math.min(longestPage, Number(query.get('count') ?? longestPage));
      const wallets = books.listed('moov', path).slice(skip, skip + count);
      return { status: 200, body: wallets.map(bodyOf), shows: wallets };
    }
    const wallet = books.wallet('moov', path.slice(path.lastIndexOf('/') + 1));
    const stands = wallet === null ? null : bodyOf(wallet);
    if (wallet === null || stands === null) return { status: 404, body: {} };
    if (method === 'GET') return { status: 200, body: stands, shows: [wallet] };
    return update(books, wallet, stands, request);
  };
}

export function walletFor(books: Books, id: string, asked: Body, madeAt = books.now): Body {
  return {
    walletID: id,
    name: asked.name,
    description: asked.description ?? '',
    metadata: asked.metadata,
    availableBalance: { currency: 'USD', value: 0, valueDecimal: '0' },
    walletType: 'general',
    status: 'active',
    createdOn: books.timeText(madeAt),
  };
}

/** What is left out stays; a map of labels takes the place of the one before. */
function update(books: Books, wallet: Wallet, stands: Body, request: ProviderRequest): ProviderAnswer {
  const { status, ...asked } = JSON.parse(request.body) as Body;
  const { value } = stands.availableBalance as { readonly value: number }; // as it is made above
  const isClosed = stands.status === 'closed';
  const mayClose = stands.walletType === 'general' && value === 0 && !isClosed;
  if (isClosed || (status === 'closed' && !mayClose)) return { status: 409, body: { error: 'Not now.' } };
  const closed = status === 'closed' ? { status, closedOn: books.timeText() } : {};
  const cleared = asked.description === null ? { description: '' } : {};
  books.change(wallet, request, { ...stands, ...asked, ...cleared, ...closed });
  return { status: 200, body: bodyOf(wallet) };
}
