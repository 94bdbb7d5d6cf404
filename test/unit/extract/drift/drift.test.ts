import { describe, expect, it } from 'vitest';
import { floorSigns, judgePage } from '../../../../src/line/extract/drift/drift.ts';
import type { SourceProfile } from '../../../../src/line/extract/drift/profile.ts';
import { article, CHANGES, type Make, NORMAL, randomFrom } from './sequences.ts';

const NOW = new Date('2026-11-09T08:00:00Z');

/** Runs pages into a profile; what changed, at which page, and which pages were under the floor. */
function run(
  makes: readonly (readonly [make: Make, pages: number])[],
  seed: number,
  start?: SourceProfile,
) {
  const random = randomFrom(seed);
  let profile = start;
  // A run that goes on from a past has pages of its own.
  let number = start ? 1000 : 0;
  const changes: { what: string; at: number; signs: readonly string[] }[] = [];
  const held: number[] = [];
  for (const [make, pages] of makes) {
    for (let at = 0; at < pages; at += 1, number += 1) {
      const before = profile?.drift;
      const judged = judgePage(profile, make(number, random), NOW);
      profile = judged.profile;
      if (judged.underFloor.length > 0) held.push(number);
      if (judged.change) {
        const signs = (profile.drift ?? before)?.signs ?? [];
        changes.push({ what: judged.change, at: number, signs });
      }
    }
  }
  return { profile, changes, held };
}

const SEEDS = [1, 2, 3, 4, 5];

/** From the fewest articles on that teach what is usual of a field which most of them have. */
const PASTS = [25, 60, 400].flatMap((pages) =>
  SEEDS.map((seed) => ({ pages, seed, profile: run([[article, pages]], seed).profile })),
);

describe('a change of template', () => {
  it.each(Object.keys(CHANGES))('is known within 20 articles: %s', (name) => {
    const make = CHANGES[name];
    if (!make) throw new TypeError(name);
    for (const { pages, seed, profile } of PASTS) {
      const [first] = run([[make, 20]], seed, profile).changes;
      expect(first, `past ${pages}, seed ${seed}`).toMatchObject({ what: 'drifted' });
    }
  });
});

describe('what newsrooms do every day', () => {
  it.each(Object.keys(NORMAL))('is no drift: %s', (name) => {
    const make = NORMAL[name];
    if (!make) throw new TypeError(name);
    for (const seed of SEEDS) expect(run([[make, 400]], seed).changes, `seed ${seed}`).toEqual([]);
  });

  it('holds hardly a record back', () => {
    const held = SEEDS.flatMap((seed) => run([[article, 400]], seed).held);
    expect(held.length).toBeLessThan(0.002 * SEEDS.length * 400);
  });
});

describe('records of a source that drifted', () => {
  it.each([
    ['the text is missed and stays on the page', 3],
    ['the text is missed, and no feed tells', 3],
    ['no article is found', 3],
    ['the headline is a name of the site', 3],
    ['the text is an advertisement', 3],
    ['every field is doubtful', 3],
    // That a text recurs is known from its third page on.
    ['the menu passes for text', 5],
  ])('are under the floor, %s: from page %i on', (name, first) => {
    const make = CHANGES[name];
    if (!make) throw new TypeError(name);
    for (const seed of SEEDS) {
      const { held } = run(
        [
          [article, 60],
          [make, 20],
        ],
        seed,
      );
      const from = 60 + first - 1;
      const late = Array.from({ length: 80 - from }, (_, at) => from + at);
      expect(
        held.filter((at) => at >= from),
        `seed ${seed}`,
      ).toEqual(late);
    }
  });

  it('are published where only places changed', () => {
    const make = CHANGES['the date stands elsewhere'] ?? article;
    expect(
      run(
        [
          [article, 100],
          [make, 30],
        ],
        3,
      ).held,
    ).toEqual([]);
  });
});

describe('the end of a drift', () => {
  const broken = CHANGES['the text is missed and stays on the page'] ?? article;

  it('comes when the pages read well again', () => {
    const { changes, profile } = run(
      [
        [article, 100],
        [broken, 30],
        [article, 25],
      ],
      5,
    );
    expect(changes.map(({ what }) => what)).toEqual(['drifted', 'recovered']);
    expect(changes[1]?.at).toBeLessThan(145);
    expect(profile?.drift).toBeUndefined();
  });

  it.each(Object.keys(CHANGES))('comes within 20 pages that read well: %s', (name) => {
    const make = CHANGES[name] ?? article;
    for (const { pages, seed, profile } of PASTS) {
      const mended = run(
        [
          [make, 20],
          [article, 20],
        ],
        seed,
        profile,
      );
      const what = mended.changes.map((one) => one.what);
      expect(what, `past ${pages}, seed ${seed}`).toEqual(['drifted', 'recovered']);
    }
  });

  it('frees a page that only its drift held', () => {
    const undated = CHANGES['the date is lost'] ?? article;
    const random = randomFrom(11);
    const odd = undated(5000, random);
    const drifted = run(
      [
        [article, 60],
        [broken, 20],
      ],
      11,
    ).profile;
    const { profile: held, underFloor } = judgePage(drifted, odd, NOW);
    expect(underFloor).toEqual(['field datePublished']);
    expect(floorSigns(held, odd)).toEqual(['field datePublished']);
    const { profile } = run([[article, 15]], 12, held);
    expect(floorSigns(profile ?? held, odd)).toEqual([]);
  });

  it('does not come by itself while the text is missed', () => {
    const { changes, profile } = run(
      [
        [article, 100],
        [broken, 150],
      ],
      5,
    );
    expect(changes.map(({ what }) => what)).toEqual(['drifted']);
    expect(profile?.drift?.signs).toContain('length');
  });

  it.each(Object.keys(CHANGES))('does not come by pages that go wrong otherwise: %s', (name) => {
    const make = CHANGES[name] ?? article;
    const gone = CHANGES['no article is found'] ?? article;
    for (const { pages, seed, profile } of PASTS) {
      const { changes } = run(
        [
          [make, 20],
          [gone, 15],
        ],
        seed,
        profile,
      );
      const what = changes.map((one) => one.what);
      expect(what, `past ${pages}, seed ${seed}`).toEqual(['drifted']);
    }
  });

  it('leaves a later drift to be found', () => {
    const { changes } = run(
      [
        [article, 100],
        [broken, 30],
        [article, 60],
        [broken, 20],
      ],
      6,
    );
    expect(changes.map(({ what }) => what)).toEqual(['drifted', 'recovered', 'drifted']);
  });

  it('takes a template that reads as well for the usual one', () => {
    const moved = CHANGES['the date stands elsewhere'] ?? article;
    const { changes, profile } = run(
      [
        [article, 100],
        [moved, 120],
      ],
      7,
    );
    expect(changes.map(({ what }) => what)).toEqual(['drifted', 'accepted']);
    expect(profile?.drift).toBeUndefined();
  });

  it('finds no sign in places that the operator names', () => {
    const own: Make = (number, random) => {
      const one = article(number, random);
      return { ...one, places: { ...one.places, articleBody: 'source', datePublished: 'source' } };
    };
    expect(
      run(
        [
          [article, 100],
          [own, 60],
        ],
        8,
      ).changes,
    ).toEqual([]);
  });
});

it('keeps a bounded profile', () => {
  const { profile } = run([[NORMAL['class names of every build'] ?? article, 600]], 9);
  expect(JSON.stringify(profile).length).toBeLessThan(24_000);
});

it('counts a page that is read again once', () => {
  const one = article(1, randomFrom(1));
  const profile = Array.from({ length: 30 }).reduce<SourceProfile | undefined>(
    (before) => judgePage(before, one, NOW).profile,
    undefined,
  );
  expect(profile?.recent).toHaveLength(1);
});
