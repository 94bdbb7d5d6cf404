import { compare } from './timing/compare.ts';
import { newsrooms } from './timing/newsrooms.ts';

/**
 * `npm run bench -- timing [SEED [PART]]`: Marsad's rule and those of others over invented newsrooms, or
 * over one of PART of them. The ways of learning a rhythm were tuned on them, the pace was not;
 * `timing-traces` has what really happened.
 */
export async function run([seed = '1', part = '1']: readonly string[]): Promise<void> {
  compare(
    'invented newsrooms, on which the learning of rhythms was tuned',
    newsrooms(Number(seed)).filter((_, at) => at % Number(part) === 0),
  );
}
