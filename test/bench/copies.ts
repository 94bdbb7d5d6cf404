import { StoryIndex } from '../../src/line/dedupe/story-index.ts';
import { loadSites } from '../sites/catalogue.ts';
import { chance } from './copies/chance.ts';
import { hardNegatives, judge, pairPrecision, type Score, type Verdict } from './copies/judge.ts';
import { type Labelled, newsday } from './copies/newsday.ts';
import { EDITS, type Text } from './copies/newsroom.ts';
import { minHash, simHash } from './copies/rivals.ts';

/** Some 3,500 texts: 3 copies of 400 stories, ten kinds of form, seven kinds that quote or share. */
const SIZE = { stories: 400, templates: 100, hard: 25 };

/** Shorter replica articles are news in brief: the edits would leave nothing of them. */
const LEAST_WORDS = 80;

/**
 * Recall, false joins and roles a kind of text, beside SimHash-64 and plain MinHash, on newsdays
 * drawn from replica articles, drawn prose and forms. The reference to name for plain MinHash is
 * text-dedup's (0.952 macro F1 on the CORE set). `seed` draws another set.
 */
export async function run([seed = '11']: readonly string[] = []): Promise<void> {
  const set = newsday(chance(Number(seed)), SIZE, await replicaTexts());
  const items = set.map(({ item }) => item);
  const index = new StoryIndex();
  for (const item of items) index.add(item);
  const ours = items.map((item) => {
    const { id = '', role } = index.storyOf(item.id) ?? {};
    return { story: id, ...(role ? { role } : {}) };
  });
  const rivals = [minHash(items), simHash(items)].map((stories) =>
    stories.map((story) => ({ story })),
  );
  const methods: [string, readonly Verdict[]][] = [['Marsad', ours]];
  for (const [at, verdicts] of rivals.entries()) {
    methods.push([at === 0 ? 'MinHash 32×4' : 'SimHash-64', verdicts]);
  }
  report(set, methods);
}

async function replicaTexts(): Promise<Text[]> {
  const articles = (await loadSites()).flatMap((site) => site.articles);
  return articles
    .filter(({ body, story }) => !story && body.split(/\s+/u).length >= LEAST_WORDS)
    .map(({ headline, body }) => ({ headline, body: body.split(/\n{2,}/u) }));
}

function report(set: readonly Labelled[], methods: readonly [string, readonly Verdict[]][]): void {
  const scores = methods.map(([, verdicts]) => judge(set, verdicts));
  const goals = new Map(EDITS.map(({ name, goal }) => [name, goal]));
  const kinds = [...new Set(set.map(({ kind }) => kind))].sort();
  console.table(
    Object.fromEntries(
      kinds.map((kind) => [
        kind,
        {
          goal: goals.get(kind) ?? (kind.startsWith('copy of') ? 0.95 : ''),
          ...Object.assign({}, ...methods.map(([name], at) => told(name, scores[at]?.get(kind)))),
        },
      ]),
    ),
  );
  const precision: Record<string, number> = {};
  const recall: Record<string, number> = {};
  for (const [at, [name, verdicts]] of methods.entries()) {
    precision[name] = Math.round(pairPrecision(set, verdicts) * 10_000) / 10_000;
    recall[name] = recallOf(scores[at]);
    console.log(
      `${name}: pair precision ${pairPrecision(set, verdicts).toFixed(4)} on ${set.length} texts`,
    );
    const { pairs, joined } = hardNegatives(set, verdicts);
    console.log(`  of ${pairs} pairs of one kind and two stories it joins ${joined}`);
  }
  console.log(JSON.stringify({ precision, recall }, null, 2));
}

/** Of all copies, the share that is with the first text of its story. */
function recallOf(scores: ReadonlyMap<string, Score> = new Map()): number {
  const all = [...scores.values()];
  const sum = (value: (score: Score) => number): number =>
    all.reduce((total, score) => total + value(score), 0);
  return Math.round((sum(({ found }) => found) / sum(({ pairs }) => pairs)) * 1000) / 1000;
}

function told(name: string, score: Score | undefined): Record<string, string> {
  if (!score) return {};
  const recall = score.pairs === 0 ? '' : (score.found / score.pairs).toFixed(3);
  const roles = score.roles === 0 ? '' : (score.rolesRight / score.roles).toFixed(3);
  return {
    [`${name} recall`]: recall,
    [`${name} false`]: `${score.falseJoins}/${score.texts}`,
    ...(name === 'Marsad' ? { roles } : {}),
  };
}
