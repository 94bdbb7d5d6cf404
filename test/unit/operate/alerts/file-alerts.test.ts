import { expect, it } from 'vitest';
import { findAlerts } from '../../../../src/operate/alerts/conditions.ts';
import { readSnapshot } from '../../../../src/operate/snapshot.ts';
import { stateRegistry } from '../../../../src/operate/state-metrics.ts';
import { sampleData } from '../sample.ts';

it('raises one alert a broken file, and counts them as a metric', async () => {
  const file = (name: string) => `config/sources/${name}.yaml`;
  const data = sampleData({
    fileFaults: () =>
      ['one', 'two'].map((name) => ({ file: file(name), message: `${file(name)}:1:1: no name` })),
  });
  const snapshot = await readSnapshot(data);
  const found = findAlerts({ snapshot, unusual: [], disks: [], withoutContact: [] });
  expect(found).toEqual(
    ['one', 'two'].map((name) => ({
      condition: 'source-file-broken',
      subject: file(name),
      detail: `${file(name)}:1:1: no name`,
    })),
  );
  expect(await stateRegistry(snapshot).metrics()).toContain('marsad_source_files_broken 2');
});
