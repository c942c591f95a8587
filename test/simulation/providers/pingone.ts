import { bodyOf, type Body, type Books, type ProviderAnswer, type ProviderRequest, type Wallet } from '../books.js';

/** PingOne: wallets that pair, and are switched on and off. */
export function pingOne(books: Books): (request: ProviderRequest) => ProviderAnswer {
  return request => {
    const { method, path, body } = request;
    if (path.includes('/digitalWalletApplications/')) {
      return { status: 200, body: { appOpenUrl: 'https://wallet.example/open' } };
    }
    if (method === 'POST') {
      const id = books.random.uuid();
      const wallet = books.make(request, id, walletAt(books, path, id, JSON.parse(body) as Body));
      return { status: 201, body: bodyOf(wallet) };
    }
    if (path.endsWith('/digitalWallets')) {
      const bodies = books.listed('pingone', path).map(bodyOf);
      const digitalWallets = bodies.map(found => ({ ...found, pairingSession: undefined }));
      return { status: 200, body: { _embedded: { digitalWallets } } };
    }
    const wallet = books.wallet('pingone', path.slice(path.lastIndexOf('/') + 1));
    const stands = wallet === null ? null : bodyOf(wallet);
    if (wallet === null || stands === null) return { status: 404, body: {}, shows: wallet === null ? [] : [wallet] };
    if (method === 'GET') return { status: 200, body: stands, shows: [wallet] };
    if (method === 'PUT') return update(books, wallet, stands, request);
    books.change(wallet, request, null);
    return { status: books.random.pick([200, 204]), body: undefined };
  };
}

/** `madeAt` is on the timeline. */
export function walletAt(books: Books, path: string, id: string, asked: Body, madeAt = books.now): Body {
  const [environment = '', , user = ''] = path.split('/').slice(3);
  const at = books.timeText(madeAt + books.limits.pingOneSkewMs);
  return {
    id,
    createdAt: at,
    updatedAt: at,
    status: 'PAIRING_REQUIRED',
    environment: { id: environment },
    user: { id: user },
    digitalWalletApplication: asked.digitalWalletApplication,
    applicationInstance: asked.applicationInstance,
    pairingSession: {
      id: `${id}-session`,
      status: 'INITIAL',
      qrUrl: `https://api.example/requests/${id}`,
    },
  };
}

/** Only these two members; an instance only once, and nothing is active without one. */
function update(books: Books, wallet: Wallet, stands: Body, request: ProviderRequest): ProviderAnswer {
  const { status, applicationInstance } = JSON.parse(request.body) as Body;
  const has = instanceIn(stands);
  const given = instanceIn({ applicationInstance });
  const isSecond = has !== null && given !== null && has !== given;
  if (isSecond || (status === 'ACTIVE' && has === null && given === null)) {
    return { status: 400, body: { code: 'INVALID_DATA', message: 'It cannot be changed so.' } };
  }
  books.change(wallet, request, {
    ...stands,
    ...(status === undefined ? {} : { status, pairingSession: undefined }),
    ...(given === null ? {} : { applicationInstance }),
  });
  return { status: 200, body: bodyOf(wallet) };
}

export function instanceIn({ applicationInstance }: Body): string | null {
  return (applicationInstance as { readonly id: string } | undefined)?.id ?? null; // as PingOne writes it
}
