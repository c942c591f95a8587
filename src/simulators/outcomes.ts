import { randomUUID } from 'node:crypto';

/** What the simulators do with a create, or with a change of a sample, chosen by the last three digits of the main id. */
export interface Outcome {
  readonly code: string;
  /** Whether a wallet or token exists afterwards. */
  readonly applied: boolean;
  readonly does: string;
}

/** One scheme for all five; documentation is generated from it. Any other ending succeeds. */
export const outcomes = [
  {
    code: '102',
    applied: true,
    does: 'Succeeds, but answers only after 8 seconds, so that the same key can be sent meanwhile.',
  },
  {
    code: '207',
    applied: true,
    does: 'PingOne: made, but the SMS could not be sent, as the user has no phone; elsewhere it succeeds.',
  },
  {
    code: '208',
    applied: true,
    does: 'PingOne: made, but every notification failed and times have nanoseconds; elsewhere it succeeds.',
  },
  {
    code: '299',
    applied: true,
    does: 'Made, and answered with status words, members and times that nobody documented.',
  },
  {
    code: '400',
    applied: false,
    does: 'The input is refused, with the field named where the provider names fields.',
  },
  { code: '401', applied: false, does: 'The credentials are refused.' },
  { code: '403', applied: false, does: 'Access is denied.' },
  {
    code: '404',
    applied: false,
    does: 'The user, customer, holder, card or account does not exist, in the words of the provider.',
  },
  {
    code: '409',
    applied: false,
    does: 'Conflicts with what is there already, in the words of the provider.',
  },
  {
    code: '418',
    applied: false,
    does: 'Declined for a reason of its own (Juspay: gateway not configured, LIQUIDO: 422, others: status 418).',
  },
  {
    code: '421',
    applied: false,
    does: 'The front door says 421 Misdirected Request and nothing is processed.',
  },
  {
    code: '422',
    applied: false,
    does: 'The contents are refused (Moov and LIQUIDO: 422 with the field, others as 400).',
  },
  { code: '429', applied: false, does: 'Rate limited, with Retry-After: 1.' },
  { code: '500', applied: false, does: 'Breaks with 500 before doing anything.' },
  { code: '502', applied: true, does: 'Does it, then answers 502 with a page of HTML.' },
  { code: '503', applied: false, does: 'Unavailable: 503 with Retry-After: 1, and nothing done.' },
  {
    code: '504',
    applied: true,
    does: 'Does it and never answers: the connection is held until the client leaves.',
  },
] as const satisfies readonly Outcome[];

export type OutcomeCode = (typeof outcomes)[number]['code'];

/** The outcomes a provider must put into its own words. */
export type RefusalCode = Exclude<OutcomeCode, '102' | '207' | '208' | '299' | '421' | '502' | '504'>;

/** The outcome that a main id asks for, if any. */
export function outcomeOf(mainId: string): OutcomeCode | undefined {
  const ending = mainId.slice(-3);
  return outcomes.find(({ code }) => code === ending)?.code;
}

/** A UUID that asks for this outcome. A plain random one asks for some outcome once in 240 times. */
export function idEnding(code: OutcomeCode | '000' = '000'): string {
  return randomUUID().slice(0, -3) + code;
}

const sampleIds = /^(?:5a000000-0000-4000-8000-|wlt_(?:smpl|lnkd))\d{12}$/;

/**
 * Samples: wallets that are there without having been created, so that every outcome of a change can be brought about
 * by the wallet's id alone. An id is that of a sample where it is a UUID that begins with `5a000000-0000-4000-8000-`,
 * or at Juspay `wlt_smpl` (not linked) or `wlt_lnkd` (linked). Twelve digits follow: the first nine are free, a run, so
 * that each click has a wallet that nobody touched; the last three are the ending. A sample is made when it is first
 * asked for, and from then on is a wallet like any other; one that ends in 404 does not exist. Each change of it meets the
 * outcome of its ending, save that 500, 502 and 504 happen to the first one only. 207 and 208 are other states: at PingOne
 * paired and expired, at Equals Money requested and terminated, at Moov one with a balance and a default one.
 * The account `F5a` and the same twelve digits has one card token, whose id and card are the sample's UUID; and the account
 * `F00025` has one card with as many live tokens as a card may have.
 */
export function sampleUuid(run: string, ending: string): string {
  return `5a000000-0000-4000-8000-${run}${ending}`;
}

export function isSample(id: string): boolean {
  return sampleIds.test(id);
}

/** One that ends in 404 does not exist. */
export function sampleExists(id: string): boolean {
  return isSample(id) && !id.endsWith('404');
}

/** The outcome that a change of this wallet asks for, if it is a sample that asks for one. */
export function sampleOutcome(id: string): OutcomeCode | undefined {
  return isSample(id) ? outcomeOf(id) : undefined;
}
