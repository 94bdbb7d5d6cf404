import { expect, it } from 'vitest';
import { countsOf } from '../faults/results.ts';
import { install } from '../marsad.ts';
import { loadSites } from '../sites/catalogue.ts';

const SITES = ['wakalat-khalij', 'almarsa', 'madina-blog'];

/** After how many requests of a run it is killed: amid the visits, and amid the pages. */
const KILLED_AFTER = [3, 9];

it('loses nothing and publishes nothing twice when the process is killed in mid-run', async ({
  task,
}) => {
  const installation = await install(SITES);
  try {
    for (const most of KILLED_AFTER) {
      const before = installation.served.requests.length;
      const { child, ended } = installation.start('run', '--drain');
      const asked = (): number => installation.served.requests.length - before;
      while (asked() < most && child.exitCode === null) await new Promise(setImmediate);
      child.kill('SIGKILL');
      await ended;
    }
    const end = await installation.run('run', '--drain', '--json');
    const sites = await loadSites(SITES);
    const wanted = sites.flatMap(({ articles }) =>
      articles.filter(({ inFeed }) => inFeed !== false),
    );
    const keys = installation.published().map(({ id, revision }) => `${id}:${revision}`);
    Object.assign(task.meta, countsOf(keys, wanted.length));
    expect(keys).toHaveLength(wanted.length);
    expect(new Set(keys).size).toBe(keys.length);
    expect(end).toMatchObject({ status: 0, stderr: '' });
  } finally {
    await installation.close();
  }
});
