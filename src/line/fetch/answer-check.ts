import { BotWallError } from '../../errors.ts';
import { findStatusError } from './answer-status.ts';
import { findBotWall } from './bot-wall.ts';
import type { Answer } from './client.ts';

/** @throws BotWallError, or the class of a status of 400 and more */
export function checkAnswer(answer: Answer): void {
  const wall = findBotWall(answer);
  if (wall) {
    throw new BotWallError(`A challenge of ${wall} came in place of ${answer.url}`, {
      hint: 'Ask the site for access: challenges are not solved.',
      context: { url: answer.url, status: answer.status, wall },
    });
  }
  const error = findStatusError(answer, { now: Date.now(), random: Math.random() });
  if (error) throw error;
}
