import { z } from 'zod';
import { Route } from './line/discover/routes/index.ts';
import { SourceRules } from './record/source-rules.ts';

const { name, homepage, country, timeZone, language, crawler, ...rules } = SourceRules.shape;
const about = { name, homepage, country, timeZone, language, crawler };

/** A source as its file `config/sources/<id>.yaml` gives it, defaults filled in. */
export const Source = z
  .strictObject({ ...about, discover: z.array(Route).min(1).max(50), ...rules })
  .describe('A source of Marsad');
/** A source file's content, defaults filled in. */
export type SourceFile = z.infer<typeof Source>;

/** A source with its id, the file's name. */
export type Source = SourceFile & { readonly id: string };
