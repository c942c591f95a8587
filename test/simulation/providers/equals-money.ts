import { bodyOf, type Body, type Books, type ProviderAnswer, type ProviderRequest } from '../books.js';

/** Whence a token may go where, by our call. */
export const transitions: Readonly<Record<string, readonly string[]>> = {
  REQUESTED: ['ACTIVE', 'TERMINATED'],
  ACTIVE: ['ACTIVE', 'SUSPENDED', 'TERMINATED'],
  SUSPENDED: ['ACTIVE', 'SUSPENDED', 'TERMINATED'],
  REQUEST_DECLINED: [],
  TERMINATED: [],
};

const tokensPath = '/v2/cards/tokens';

/** Equals Money: payloads that nobody can fetch again, and tokens whose state only a filtered list tells. */
export function equalsMoney(books: Books): (request: ProviderRequest) => ProviderAnswer {
  return request => {
    if (request.method === 'GET') return list(request);
    return request.path.endsWith('/digital-wallet-token-transitions') ? change(request) : provision(request);
  };

  function provision(request: ProviderRequest): ProviderAnswer {
    books.took(request, books.random.uuid());
    const pushTokenizeRequestData = { extraProvisionPayload: 'blob', displayName: 'Card' };
    return { status: 201, body: { createdAt: books.timeText(), pushTokenizeRequestData } };
  }

  function list({ path, query }: ProviderRequest): ProviderAnswer {
    if (path !== tokensPath) return { status: 404, body: {} };
    const all = books.wallets.filter(
      wallet => wallet.host === 'equals-money' && bodyOf(wallet)?.accountId === query.get('accountId'),
    );
    const state = query.get('tokenState');
    const found = all.map(bodyOf).filter(row => state === null || row?.state === state);
    const [skip, limit] = [Number(query.get('offset') ?? 0), Number(query.get('limit') ?? 100)];
    // A row says neither state nor account.
    const rows = found.slice(skip, skip + limit).map(row => ({ ...row, state: undefined, accountId: undefined }));
    return { status: 200, body: { count: found.length, rows }, shows: all };
  }

  function change(request: ProviderRequest): ProviderAnswer {
    const { state, digitalWalletToken } = JSON.parse(request.body) as Readonly<Record<string, string>>;
    const token = books.wallet('equals-money', digitalWalletToken ?? '');
    const stands: Body | null = token === null ? null : bodyOf(token);
    if (token === null || stands === null) return { status: 404, body: {} };
    if (transitions[String(stands.state)]?.includes(state ?? '') !== true) {
      return { status: 400, body: { message: 'Not from there.' } };
    }
    books.change(token, request, { ...stands, state });
    return { status: 201, body: { state, digitalWalletToken, fulfillmentStatus: 'PROVISIONED' } };
  }
}
