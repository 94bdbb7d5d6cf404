import { compare } from './timing/compare.ts';
import { newsrooms } from './timing/newsrooms.ts';

/**
 * `npm run bench -- timing [SEED]`: Marsad's rule and those of others over invented newsrooms, which
 * the rule was tuned on; `timing-traces` has what really happened.
 */
export async function run([seed = '1']: readonly string[]): Promise<void> {
  compare(
    'invented newsrooms, which the rule was tuned on together with them',
    newsrooms(Number(seed)),
  );
}
