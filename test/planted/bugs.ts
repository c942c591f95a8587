/** Mistakes that somebody could make one day. Each is put into a copy of the build, and the simulation must find it. */
export interface Bug {
  readonly name: string;
  /** A little before the first schedule that found it; the first of all where left out. It is looked for from there on. */
  readonly from?: number;
  /** In compiled files, by their path in the build: what stands there, once, and what the mistake makes of it. */
  readonly patches: readonly (readonly [file: string, from: string, to: string])[];
}

export const bugs: readonly Bug[] = [
  {
    name: 'releasing the claim at restart',
    patches: [
      ['src/core/standing.js', 'return elsewhere(asked, until);', 'return asked.begin();'],
      [
        'src/core/operation-runner.js',
        'standing.answer({ caller, intent, entry })',
        'standing.answer({ caller, intent, entry, begin: () => begin({ caller, intent, entry, leaseEnds: Infinity }, perform) })',
      ],
    ],
  },
  {
    name: 'committing after sending',
    patches: [
      [
        'src/core/journal.js',
        'const claiming = store.claim(fresh,',
        `const early = store.claim;
            const claimLater = async (fresh, others) => {
                const hashes = [fresh, ...others].map(one => one.keyHash);
                if ((await store.byKey(fresh.tenant, fresh.mutation, hashes)) !== null) return early(fresh, others);
                void new Promise(resolve => clock.after(100, resolve)).then(() => early(fresh, others)).catch(() => null);
                const rest = { status: 'calling', attempt: 1, createdAt: fresh.startedAt, finishedAt: null, note: null };
                const none = { wasUnknown: false, lookAt: null, resource: null, result: null };
                return { row: { ...fresh, ...rest, ...none, intent: fresh.intent(), remainder: null, forgetAt: null }, isClaimed: true };
            };
            const claiming = claimLater(fresh,`,
      ],
    ],
  },
  {
    name: 'retrying POST on a reset',
    patches: [
      [
        'src/upstream/retries.js',
        'if (!isRead)',
        'if (error instanceof AnswerLost)\n        return true;\n    if (!isRead)',
      ],
    ],
  },
  {
    name: 'sending a create again after a 5xx',
    patches: [
      [
        'src/upstream/retries.js',
        'return status === 429 && waitSeconds !== null',
        'return status !== null && passing.has(status)',
      ],
    ],
  },
  {
    name: 'sending a create again without asking the lease',
    from: 270,
    patches: [
      [
        'src/upstream/client.js',
        '() => attempt.onSending()',
        '() => { if (!attempt.isAsked) attempt.onSending(); attempt.isAsked = true; }',
      ],
    ],
  },
  {
    name: 'matching Moov by name only',
    patches: [
      ['src/providers/moov/datasource.js', '(marker ?? id) === id', 'true'], // in the simulation they all have one name
    ],
  },
  {
    name: 'forgetting the fence',
    from: 570,
    patches: [
      [
        'src/core/journal.js',
        'const outcome = await store.move(from.id, from.attempt, {\n                from: origins,',
        "const outcome = await store.move(from.id, (await store.byId(from.id))?.attempt ?? 0, {\n                from: ['calling', 'unknown', 'refused', 'absent', 'done', 'attention', 'lost'],",
      ],
    ],
  },
  {
    name: 'treating one empty look as absence',
    patches: [['src/core/settling.js', 'return begunAt - looks.firstEmpty >= emptyApartMs', 'return true']],
  },
  {
    name: 'adopting a wallet that another operation owns',
    patches: [
      ['src/core/settling.js', 'isOwned[index] === false', 'true'],
      [
        'src/core/journal.js',
        'resource: providerId === null ? null : resourceFrom(from.tenant, from.provider, providerId),',
        'resource: null,',
      ],
    ],
  },
  {
    name: 'resending to LIQUIDO with a changed body',
    patches: [
      [
        'src/api/wallet-accounts.js',
        'created(await source.createWallet(account.liquido, attempt))',
        "created(await source.createWallet({ ...account.liquido, name: account.liquido.name + ' ' }, attempt))",
      ],
    ],
  },
  {
    name: 'resending to LIQUIDO with a new key',
    patches: [
      [
        'src/core/settling.js',
        'providerKey: entry.providerKey,',
        'providerKey: entry.providerKey + clock.monotonic(),',
      ],
    ],
  },
  {
    name: 'resending to LIQUIDO long after it has forgotten the key',
    patches: [
      [
        'src/core/settling.js',
        'const knownUntil = entry.createdAt + recovery.withinMs(source);',
        'const knownUntil = Infinity;',
      ],
    ],
  },
  {
    name: 'calling a wallet absent before its create has had time to arrive',
    from: 5_830,
    patches: [
      [
        'src/core/settling.js',
        'const mayBeAbsentIn = quietIn(recovery.absentAfterMs(source) ?? limits.absentAfterMs, entry, looks);',
        'const mayBeAbsentIn = 0;',
      ],
    ],
  },
  {
    name: 'telling the age of an unknown outcome by the wall clock',
    from: 260,
    patches: [
      [
        'src/core/settling.js',
        'return first + left + milliseconds - clock.monotonic();',
        'return quietAt + milliseconds - clock.now();',
      ],
    ],
  },
  {
    name: 'taking two empty looks at once for two',
    patches: [['src/core/settling.js', 'const emptyApartMs = 5_000;', 'const emptyApartMs = 0;']],
  },
  {
    name: 'sending after the lease is over',
    from: 70,
    patches: [['src/core/attempts.js', 'if (clock.monotonic() >= leaseEnds)\n            throw new LeaseOver();', '']],
  },
  {
    name: 'deciding while another operation for the same target is calling',
    from: 780,
    patches: [
      ['src/core/settling.js', 'if (calling > 0)', 'if (calling < 0)'],
      ['src/core/journal.js', 'guard: seen === null ? null :', 'guard: true ? null :'],
    ],
  },
  {
    name: 'adopting one wallet though two operations may have made it',
    patches: [['src/core/settling.js', '(isExact || undecided === 1)', 'true']],
  },
  {
    name: 'taking a 5xx for a refusal',
    patches: [
      ['src/upstream/answers.js', 'status < 400 || status === 408 || status >= 500', 'status < 400 || status === 408'],
    ],
  },
  {
    name: 'letting an unknown outcome be tried anew',
    patches: [
      [
        'src/core/standing.js',
        "if (entry.status === 'unknown')\n            return lookedFor(intent, entry);",
        "if (entry.status === 'unknown')\n            return asked.begin();",
      ],
      [
        'src/core/operation-runner.js',
        'standing.answer({ caller, intent, entry })',
        'standing.answer({ caller, intent, entry, begin: () => begin({ caller, intent, entry, leaseEnds: Infinity }, perform) })',
      ],
    ],
  },
  {
    name: "ignoring Juspay's snapshot",
    patches: [['src/providers/juspay/datasource.js', 'like.filter(id => !known.has(id))', 'like']],
  },
  {
    name: "ignoring when PingOne's wallets were made",
    patches: [['src/providers/pingone/wire.js', 'Date.parse(createdAt) >= since', 'true']],
  },
  {
    name: "believing an answer about another operation's wallet",
    from: 4_470,
    patches: [
      [
        'src/core/operation-runner.js',
        "if (outcome === 'owned') {\n            const { provider } = intent;",
        "if (outcome === 'owned') return success;\n        if (outcome === 'owned') {\n            const { provider } = intent;",
      ],
    ],
  },
  {
    name: 'giving up where one could look',
    patches: [
      [
        'src/core/settling.js',
        "if (recovery === null || recovery.by === 'nothing')",
        "if (recovery === null || recovery.by === 'nothing' || entry.provider === 'MOOV')",
      ],
    ],
  },
  {
    name: 'losing an unknown outcome for good',
    patches: [
      [
        'src/core/settler.js',
        'void tracked(entry, lookUnlessUnderWay(entry, askedAt));',
        'if (entry.wasUnknown === null) void tracked(entry, lookUnlessUnderWay(entry, askedAt));',
      ],
    ],
  },
  {
    name: 'beginning a change of a wallet while another one is not over',
    patches: [['src/core/journal.js', 'isApart ? targets : []', '[]']],
  },
  {
    name: 'settling a change while it may be on its way',
    from: 1_620,
    patches: [
      [
        'src/core/settling.js',
        "return changes !== undefined || (by !== 'lookUp' && by !== 'nothing');",
        "return by === 'native';",
      ],
    ],
  },
  {
    name: 'repeating a change that another process has repeated meanwhile',
    from: 1_600,
    patches: [
      [
        'src/core/settling.js',
        'const taken = await journal.take(entry, limits.leaseMs + limits.timeoutMs);',
        'const taken = (await journal.take(entry, limits.leaseMs + limits.timeoutMs)) ?? entry;',
      ],
    ],
  },
  {
    name: 'taking an attempt that has not begun yet for one that nobody works on',
    from: 10_730,
    patches: [['src/core/standing.js', 'if (claim !== null)', 'if (claims === null)']],
  },
  {
    name: 'having another code sent after an unknown outcome',
    patches: [
      [
        'src/providers/juspay/recoveries.js',
        "defineRecovery({ mutation: 'authenticateWalletAccount', provider, by: 'nothing', owner, isOwners, changes })",
        `defineRecovery({
        mutation: 'authenticateWalletAccount',
        provider,
        by: 'repeatable',
        owner,
        changes,
        source: JuspayDataSource,
        again: (source, input, attempt) => source.authenticate(input, attempt),
    })`,
      ],
    ],
  },
  {
    name: 'counting guesses in memory only',
    from: 140,
    patches: [
      [
        'src/core/journal.js',
        'const used = await store.useUp({ id: useOf(entry), names, maximum, now, until: now + withinMs });',
        `const counts = (journalUses[owner] ??= {});
            counts[of] = (counts[of] ?? 0) + 1;
            const used = counts[of] > maximum ? { noneUntil: now + withinMs } : { left: maximum - counts[of] };`,
      ],
      ['src/core/journal.js', 'const abandonedMs = 3_000;', 'const abandonedMs = 3_000;\nconst journalUses = {};'],
    ],
  },
  {
    name: 'giving a guess back that was sent',
    patches: [['src/core/attempts.js', 'if (this.#hasUsed && !this.#wasSent)', 'if (this.#hasUsed)']],
  },
  {
    name: 'taking a wrong code for a link',
    patches: [
      ['src/providers/juspay/datasource.js', 'if (!walletAccount.linked)', 'if (walletAccount.linked === null)'],
    ],
  },
  {
    name: 'calling a repeated change done without an answer',
    patches: [
      [
        'src/core/settling.js',
        'return no === null ? giveUpOrPostpone(taken, looks, recovery) :',
        "return no === null ? end(taken, { status: 'done', result: { __typename: 'Done' } }) :",
      ],
    ],
  },
  {
    name: 'topping up again with a key of the request',
    patches: [
      [
        'src/providers/liquido/datasource.js',
        `async topUpWallet(input, attempt) {
        const request = moveRequest(input, attempt.providerKey);`,
        `async topUpWallet(input, attempt) {
        const request = moveRequest(input, attempt.request.id);`,
      ],
    ],
  },
  {
    name: "losing a wallet's label when its labels are changed",
    from: 110,
    patches: [['src/providers/moov/datasource.js', 'changeRequest(input, marker)', 'changeRequest(input, null)']],
  },
  {
    name: 'closing a wallet that has to stay open',
    patches: [['src/providers/moov/datasource.js', 'checkClosing(wallet);', '']],
  },
  {
    name: 'taking a token somewhere from its last state',
    patches: [
      [
        'src/providers/equals-money/datasource.js',
        'if (isForbidden(token.providerStatus, state))',
        'if (token === null)',
      ],
    ],
  },
  {
    name: 'believing an answer about another wallet than was asked for',
    from: 1_420,
    patches: [
      [
        'src/providers/juspay/wire.js',
        'if (found.id.toLowerCase() !== place.walletId.toLowerCase())',
        'if (found.id === null)',
      ],
    ],
  },
  {
    name: 'believing a claim that meets a row which it does not see',
    from: 440,
    patches: [['src/store/postgres/claims.js', ": 'unseen';", ': { row: firstAttempt(row), isClaimed: true };']],
  },
  {
    name: 'looking for another change of the wallet before the lock is taken',
    from: 690,
    patches: [
      [
        'src/store/postgres/claims.js',
        'await ask(statements.lock, [locksOf([...targets,',
        'const inLine = () => ask(statements.lock, [locksOf([...targets,',
      ],
      [
        'src/store/postgres/claims.js',
        'const [made] = await ask(statements.claim, claimValues([given], keyIds));',
        'await inLine();\n        const [made] = await ask(statements.claim, claimValues([given], keyIds));',
      ],
    ],
  },
  {
    name: 'looking for what another gateway looks for just now',
    patches: [
      [
        'src/store/postgres/store.js',
        '[id, attempt, owner, now, until, tooFarAhead]',
        '[id, attempt, owner, until, until, tooFarAhead]',
      ],
    ],
  },
  {
    name: 'taking over at once what another gateway looks for',
    patches: [['src/core/journal.js', 'own.now - abandonedMs', 'own.until']],
  },
  {
    name: "taking a claim of one's own for the one whose answer was lost",
    patches: [
      [
        'src/store/postgres/claims.js',
        'function isOwnClaim({ id, status, attempt }, given) {',
        'function isOwnClaim({ owner, status, attempt }, given) {\n    const id = owner === given.owner ? given.id : null;',
      ],
    ],
  },
  {
    name: 'giving back what another caller has begun',
    patches: [['src/core/claims.js', ' && !begun.has(attemptOf(entry))', '']],
  },
  {
    name: 'giving back what another caller is about to hear of',
    patches: [['src/core/claims.js', 'claimsUnder(claim).length > 0', 'claimsUnder(claim).length < 0']],
  },
  {
    name: 'taking what was begun for what nobody has heard of',
    patches: [['src/core/standing.js', '!claims.hasBegun(entry)', 'claims.hasBegun(entry)']],
  },
];
