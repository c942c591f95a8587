import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { runSchedule } from './schedule.js';
import { edgesNeverTaken, simulate } from './simulate.js';

/**
 * `npm run simulate -- --seeds 1000000`: a night's worth of schedules, from a seed of its own unless `--from` names one.
 * `npm run simulate -- --seed 42`: one schedule, with its story. Exit code 1 where a schedule breaks the promise.
 */
const { values } = parseArgs({
  options: {
    seeds: { type: 'string' },
    from: { type: 'string' },
    seed: { type: 'string' },
    failures: { type: 'string' },
  },
});

if (values.seed !== undefined) {
  const { story, breaches } = await runSchedule(Number(values.seed));
  console.log(story.join('\n'));
  process.exitCode = breaches.length > 0 ? 1 : 0;
} else {
  const from = values.from === undefined ? Math.floor(Math.random() * 2 ** 40) : Number(values.from);
  const seeds = Number(values.seeds ?? 10_000);
  console.log(`${seeds} schedules from seed ${from}`);
  const { schedules, failed, moved, kills, effects, races } = await simulate(from, seeds, {
    failures: Number(values.failures ?? 5),
    progress: done => {
      if (done % 10_000 === 0) console.log(`${done} schedules`);
    },
  });
  console.log(`${schedules} schedules, ${kills} kills, ${races} changes too late; what took effect:`);
  for (const [mutation, times] of [...effects].toSorted()) console.log(`${String(times).padStart(9)}  ${mutation}`);
  console.log('how operations went:');
  for (const [edge, times] of [...moved].toSorted()) console.log(`${String(times).padStart(9)}  ${edge}`);
  for (const { seed, breaches } of failed) console.log(`seed ${seed}: ${breaches.join('; ')}`);
  if (failed[0] !== undefined) console.log(`\nThe story of seed ${failed[0].seed}:\n${failed[0].story.join('\n')}`);
  const never = edgesNeverTaken(moved);
  if (never.length > 0) console.log(`Never taken: ${never.join(', ')}`);
  process.exitCode = failed.length > 0 || never.length > 0 ? 1 : 0;
}
