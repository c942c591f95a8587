import { bodyOf, type Body, type Books, type ProviderAnswer, type ProviderRequest } from '../books.js';

interface Remembered {
  readonly text: string;
  readonly answer: Body | null;
  readonly at: number;
}

/** LIQUIDO: wallets with balances, and keys that it remembers for a while. */
export function liquido(books: Books): (request: ProviderRequest) => ProviderAnswer {
  const keys = new Map<string, Remembered>();

  return request => {
    const { method, path, body: text } = request;
    if (method === 'GET') {
      const wallet = books.wallet('liquido', path.slice(path.lastIndexOf('/') + 1));
      if (wallet === null) return noSuchWallet;
      return { status: 200, body: bodyOf(wallet), shows: [wallet] };
    }
    const asked = JSON.parse(text) as Body;
    const key = String(asked.idempotencyKey);
    const known = keys.get(key);
    if (known !== undefined && books.now - known.at < books.limits.liquidoMemoryMs) {
      const isSame = known.text === text;
      return isSame ? { status: 200, body: known.answer } : { status: 409, body: { errors: [{ code: '409' }] } };
    }
    const done = path.endsWith('/wallet') ? create(request, asked) : book(request, asked);
    if (done.status === 200) keys.set(key, { text, answer: done.body as Body, at: books.now }); // which it is, then
    return done;
  };

  function create(request: ProviderRequest, asked: Body): ProviderAnswer {
    const id = books.random.uuid();
    return { status: 200, body: bodyOf(books.make(request, id, walletWith(id, 0, asked))) };
  }

  /** A top-up, or a charge that the balance covers. */
  function book(request: ProviderRequest, { walletAccountId, amountInCents, currency }: Body): ProviderAnswer {
    const wallet = books.wallet('liquido', String(walletAccountId));
    const stands = wallet === null ? null : bodyOf(wallet);
    if (wallet === null || stands === null) return noSuchWallet;
    if (currency !== stands.currency) return complaint(400, 'Invalid request field: currency: not supported');
    const sign = request.path.endsWith('/topup') ? 1 : -1;
    const balanceInCents = Number(stands.balanceInCents) + sign * Number(amountInCents);
    if (balanceInCents < 0) return complaint(422, 'Insufficient funds');
    books.change(wallet, request, { ...stands, balanceInCents });
    return { status: 200, body: bodyOf(wallet) };
  }
}

export function walletWith(id: string, balanceInCents: number, { country, currency }: Body): Body {
  return { id, balanceInCents, status: 'ACTIVE', country, currency };
}

function complaint(status: number, errorMessage: string): ProviderAnswer {
  return { status, body: { errors: [{ code: String(status), errorMessage }] } };
}

const noSuchWallet = complaint(404, 'No wallet account for the given id');
