import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { demand, Needs } from '../../core/authorization.js';
import type { Context } from '../../core/context.js';
import { Costs } from '../../core/costs.js';
import { oncePerRequest } from '../../core/loaders.js';
import { WalletProvider } from '../../core/provider.js';
import { Sensitive } from '../../core/sensitive.js';
import { WalletState } from '../../core/wallet.js';
import {
  DeleteDigitalWalletInput,
  DeleteDigitalWalletResult,
  UpdateDigitalWalletInput,
  UpdateDigitalWalletResult,
} from './changes.js';
import { PingOneDataSource } from './datasource.js';
import {
  CreateDigitalWalletInput,
  CreateDigitalWalletResult,
  DigitalWallet,
  DigitalWalletDevice,
  PairingAttempt,
  PairingSession,
  ProvisionedCredential,
} from './types.js';

@Resolver()
export class PingOneResolver {
  @Needs('wallets:create')
  @Mutation(() => CreateDigitalWalletResult, {
    nullable: true,
    description:
      'Makes an identity wallet for a PingOne user, and tells the user how to pair it if asked to. Show `pairingSession.qrCodeSvg`, or open `appOpenUrl` on the phone.',
  })
  createDigitalWallet(
    @Arg('input', () => CreateDigitalWalletInput, { description: 'The wallet to be made.' })
    input: CreateDigitalWalletInput,
    @Ctx() context: Context,
  ): Promise<object> {
    return context.operations.run(
      { mutation: 'createDigitalWallet', provider: WalletProvider.PINGONE, input },
      async attempt => context.source(PingOneDataSource).createWallet(input, attempt),
    );
  }

  @Needs('wallets:manage')
  @Mutation(() => UpdateDigitalWalletResult, {
    nullable: true,
    description:
      "Switches a digital wallet on or off, and assigns the wallet app's installation where there is none yet. What stands so already counts as done.",
  })
  updateDigitalWallet(
    @Arg('input', () => UpdateDigitalWalletInput, { description: 'The wallet, and what is to be changed in it.' })
    input: UpdateDigitalWalletInput,
    @Ctx() context: Context,
  ): Promise<object> {
    return context.operations.run(
      { mutation: 'updateDigitalWallet', provider: WalletProvider.PINGONE, input },
      async attempt => context.source(PingOneDataSource).updateWallet(input, attempt),
    );
  }

  @Needs('wallets:manage')
  @Mutation(() => DeleteDigitalWalletResult, {
    nullable: true,
    description:
      'Deletes a digital wallet, whatever its state, with the credentials in it, for good. One that is gone already counts as done.',
  })
  deleteDigitalWallet(
    @Arg('input', () => DeleteDigitalWalletInput, { description: 'The wallet to be deleted.' })
    input: DeleteDigitalWalletInput,
    @Ctx() context: Context,
  ): Promise<object> {
    return context.operations.run(
      { mutation: 'deleteDigitalWallet', provider: WalletProvider.PINGONE, input },
      async attempt => context.source(PingOneDataSource).deleteWallet(input, attempt),
    );
  }
}

/** A millisecond for each: within a request one is drawn once, under however many names. */
const qrCode = oncePerRequest<string, string | null>(
  url => url,
  async url => {
    /** What a QR code of the largest size holds at this error correction. */
    const fits = Buffer.byteLength(url) <= 2331;
    if (!fits) return null;
    const { toString } = await import('qrcode'); // few gateways ever draw one
    return toString(url, { type: 'svg', errorCorrectionLevel: 'M' });
  },
);

@Resolver(() => PairingSession)
export class PairingSessionResolver {
  /** Drawn only when it is asked for. */
  @Sensitive(WalletProvider.PINGONE)
  @FieldResolver(() => String, {
    nullable: true,
    description: '`qrUrl` drawn as a QR code, an SVG document without scripts, ready for a page.',
  })
  qrCodeSvg(@Root() { qrUrl }: PairingSession, @Ctx() context: Context): Promise<string | null> | null {
    return qrUrl === null ? null : qrCode(qrUrl, context);
  }
}

/** A list of PingOne's leaves out what only a wallet's own page has; it is read when it is asked for. */
@Resolver(() => DigitalWallet)
export class DigitalWalletResolver {
  @Costs(1)
  @FieldResolver(() => PairingSession, {
    nullable: true,
    description: 'While pairing is open; mostly null afterwards. Costs a further call for a wallet from a list.',
  })
  async pairingSession(@Root() wallet: DigitalWallet, @Ctx() context: Context): Promise<PairingSession | null> {
    if (wallet.pairingSession != null || wallet.state !== WalletState.PENDING) return wallet.pairingSession ?? null;
    demand(context.principal, 'wallets:read', WalletProvider.PINGONE); // a create has told it, and needs no read
    return (await whole(wallet, context))?.pairingSession ?? null;
  }

  @Costs(1)
  @Needs('wallets:read', WalletProvider.PINGONE)
  @FieldResolver(() => DigitalWalletDevice, {
    nullable: true,
    description: 'The paired phone; null before. Costs a further call for a wallet from a list.',
  })
  async device(@Root() wallet: DigitalWallet, @Ctx() context: Context): Promise<DigitalWalletDevice | null> {
    const mayHaveOne = wallet.state !== WalletState.PENDING;
    return wallet.device ?? (mayHaveOne ? ((await whole(wallet, context))?.device ?? null) : null);
  }

  @Costs(1)
  @Needs('wallets:read', WalletProvider.PINGONE)
  @FieldResolver(() => [PairingAttempt], {
    description:
      'The tries to pair it, as far as they are known. Costs a further call for a wallet from a list; where that fails they are not known.',
  })
  async pairingAttempts(@Root() wallet: DigitalWallet, @Ctx() context: Context): Promise<readonly PairingAttempt[]> {
    const known = wallet.pairingAttempts ?? [];
    if (known.length > 0) return known;
    // The field is never null, so its failure would take the whole list along.
    return (await whole(wallet, context).catch(() => null))?.pairingAttempts ?? known;
  }

  @Costs(1)
  @Needs('wallets:read', WalletProvider.PINGONE)
  @FieldResolver(() => [ProvisionedCredential], {
    nullable: true,
    description: 'What was given into the wallet. Costs a further call.',
  })
  provisionedCredentials(
    @Root() wallet: DigitalWallet,
    @Ctx() context: Context,
  ): Promise<readonly ProvisionedCredential[]> {
    return credentialsOf(wallet, context);
  }
}

const credentialsOf = oncePerRequest<DigitalWallet, readonly ProvisionedCredential[]>(
  ({ id }) => id,
  async (wallet, context) => context.source(PingOneDataSource).credentials(wallet, context.reads.call()),
);

/** The wallet as its own page has it; null where it is gone, or came from there. */
async function whole(wallet: DigitalWallet, context: Context): Promise<DigitalWallet | null> {
  if (wallet.isFromList !== true) return null;
  return (await context.reads.node(wallet.id)) as DigitalWallet | null; // what is behind its own id
}
