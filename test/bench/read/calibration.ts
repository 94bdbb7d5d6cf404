import type { Measured } from './measure.ts';

/** Least F1 at which a body counts as right. */
const RIGHT_BODY = 0.95;

const STEPS = [0, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1.01];

const FIELDS = ['headline', 'author', 'published', 'body'] as const;

/** Prints for each step of confidence how many of the fields given with it are right. */
export function printCalibration(measured: readonly Measured[]): void {
  console.log('\nconfidence: fields given, of them right');
  for (const [index, from] of STEPS.slice(0, -1).entries()) {
    const to = STEPS[index + 1] ?? 1;
    const cells = FIELDS.map((field) => {
      const given = measured.filter(({ answer, score }) => {
        const confidence = answer.confidence?.[field];
        if (field !== 'body' && score[field] === undefined) return false;
        return confidence !== undefined && confidence >= from && confidence < to;
      });
      const right = given.filter((one) => isRight(one, field)).length;
      return `${field} ${given.length > 0 ? `${right}/${given.length}` : '–'}`.padEnd(20);
    });
    console.log(`  ${from.toFixed(2)}–${Math.min(to, 1).toFixed(2)}  ${cells.join('')}`);
  }
}

function isRight({ score }: Measured, field: (typeof FIELDS)[number]): boolean {
  return field === 'body' ? score.f1 >= RIGHT_BODY : score[field] === 'right';
}
