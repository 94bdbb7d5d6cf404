import { z } from 'zod';

/** A picture of the article. */
export const Image = z.strictObject({
  url: z.string(),
  width: z.number().int().positive().optional(),
  height: z.number().int().positive().optional(),
  caption: z.string().optional(),
});
/** A picture of the article. */
export type Image = z.infer<typeof Image>;

/** A sound or film of the article, in the words of RSS. */
export const Enclosure = z.strictObject({
  url: z.string(),
  type: z.string().optional().describe('Media type: audio/mpeg, video/mp4'),
  length: z.number().int().positive().optional().describe('Size in bytes, as the feed states it'),
  title: z.string().optional(),
});
/** A sound or film of the article. */
export type Enclosure = z.infer<typeof Enclosure>;

/** Most pictures and most enclosures of one record. */
export const MOST_IMAGES = 50;
export const MOST_ENCLOSURES = 20;

/** Names of the files that players take, where nobody states a media type. */
const TYPES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    mp3: 'audio/mpeg',
    m4a: 'audio/mp4',
    aac: 'audio/aac',
    ogg: 'audio/ogg',
    oga: 'audio/ogg',
    opus: 'audio/opus',
    wav: 'audio/wav',
    mp4: 'video/mp4',
    m4v: 'video/mp4',
    webm: 'video/webm',
    mov: 'video/quicktime',
    m3u8: 'application/vnd.apple.mpegurl',
  }),
);

/**
 * The media type of a sound or film: what is stated, or what the name of the file says; undefined
 * where it is neither.
 */
export function mediaTypeOf(url: string, stated = ''): string | undefined {
  const type = stated.split(';')[0]?.trim().toLowerCase() ?? '';
  if (/^(?:audio|video)\/[\w.+-]{1,60}$/u.test(type) || isStreamList(type)) return type;
  if (type !== '' && !/^(?:audio|video|application\/octet-stream)$/u.test(type)) return undefined;
  const ending = /\.(\w{2,4})(?:[?#]|$)/u.exec(url)?.[1]?.toLowerCase() ?? '';
  return TYPES.get(ending);
}

/** Lists of the pieces of a stream (RFC 8216, MPEG-DASH) have types of their own. */
const isStreamList = (type: string): boolean =>
  /^application\/(?:(?:vnd\.apple|x-)\.?mpegurl|dash\+xml)$/u.test(type);
