import { toString as drawQrCode } from 'qrcode';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../../core/context.js';
import { WalletProvider } from '../../core/provider.js';
import { PingOneDataSource } from './datasource.js';
import { CreateDigitalWalletInput, CreateDigitalWalletResult, PairingSession } from './types.js';

@Resolver()
export class PingOneResolver {
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
}

@Resolver(() => PairingSession)
export class PairingSessionResolver {
  /** Drawn only when it is asked for: it costs a millisecond. */
  @FieldResolver(() => String, {
    nullable: true,
    description: 'Secret: `qrUrl` drawn as a QR code, an SVG document without scripts, ready for a page.',
  })
  async qrCodeSvg(@Root() { qrUrl }: PairingSession): Promise<string | null> {
    /** What a QR code of the largest size holds at this error correction. */
    const fits = qrUrl !== null && Buffer.byteLength(qrUrl) <= 2331;
    return fits ? drawQrCode(qrUrl, { type: 'svg', errorCorrectionLevel: 'M' }) : null;
  }
}
