import { beforeEach, expect, test } from '@jest/globals';
import { ConnectionLost } from '../../../src/store/postgres/database.js';
import { openOutage, type Outage } from '../../../src/store/postgres/outage.js';

/** What is said of a database by what came of the calls to it. */

let changes: object[];
let outage: Outage;
beforeEach(() => {
  changes = [];
  outage = openOutage(change => changes.push(change));
});

const lost = (cause: unknown): ConnectionLost => new ConnectionLost('The connection is gone.', { cause });
const refused = lost(Object.assign(new Error('connect ECONNREFUSED secret'), { code: 'ECONNREFUSED' }));

test('that it is away is said once, and that it is back once', () => {
  outage.answered(1);
  for (const at of [2, 3, 4]) outage.unanswered(at, refused);
  for (const at of [5, 6]) outage.answered(at);
  outage.unanswered(7, refused);
  expect(changes).toEqual([
    { isWorking: false, reason: 'ECONNREFUSED' },
    { isWorking: true, reason: null },
    { isWorking: false, reason: 'ECONNREFUSED' },
  ]);
});

test('a call that was begun before the last answer, and ends only now, says nothing', () => {
  outage.unanswered(1, refused);
  outage.answered(3);
  outage.unanswered(2, refused);
  expect(changes).toHaveLength(2);
});

test.each([
  ['a connection that takes too long', lost(new Error('timeout exceeded when trying to connect')), 'timeout'],
  ['a server that says nothing', new ConnectionLost('The database of the journal does not answer.'), 'timeout'],
  ['an error without a code', lost(new RangeError('with a secret')), 'RangeError'],
])('the reason of %s tells no more than is known', (_what, error, reason) => {
  outage.unanswered(1, error);
  expect(changes).toEqual([{ isWorking: false, reason }]);
});
