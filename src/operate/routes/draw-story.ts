import type { Context } from 'hono';
import type { ConsoleEnv } from '../access/gate.ts';
import type { OperatorReads } from '../operator-data.ts';
import { storyPage } from '../page/story-page.ts';
import { answerPage, type Drawing, notFound, readerFor } from './page-answer.ts';

/** Draws a story with two of its texts side by side: the first, and the one asked for or the next. */
export async function drawStory(
  c: Context<ConsoleEnv>,
  id: string,
  { reads, drawing }: { readonly reads: OperatorReads; readonly drawing: Drawing },
): Promise<Response> {
  const reader = readerFor(c, drawing);
  const members = await reads.story(id);
  const [first] = members;
  if (!first) return notFound(c, reader);
  const asked = (name: string) => members.find((member) => member.id === reader.query.get(name));
  const left = asked('from') ?? first;
  const right = [asked('with'), ...members].find((member) => member && member.id !== left.id);
  const parts = right === undefined ? [] : reads.difference(left.articleBody, right.articleBody);
  const body = storyPage(reader, { members, left, right, parts });
  return answerPage(c, reader, {
    title: `${reader.say('story')}: ${left.headline.slice(0, 60)}`,
    body,
  });
}
