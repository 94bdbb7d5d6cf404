import type { z } from 'zod';
import type { Crawler } from '../../../crawler.ts';
import type { Page } from '../../../record/fetched-page.ts';
import type { Link } from '../../../record/link.ts';
import type { RouteDates, RouteDocument } from '../../../record/route.ts';
import type { StatedLink } from '../links.ts';
import type { Mended } from '../mended.ts';
import type { ArchiveSpan } from '../path-days.ts';
import type { Home } from '../survey/home.ts';
import type { HubOffer } from '../websub.ts';

/** What one document of a route says. */
export interface RouteReading {
  /** What it says of each article that it names. */
  readonly entries: readonly StatedLink[];
  /** Documents of the same kind to ask for next: sitemaps of an index, the next page of a section. */
  readonly further: readonly RouteDocument[];
  /** How long it says that it stays the same, ms. */
  readonly ttlMs?: number;
  /** What was mended so that it could be read; absent where nothing was. */
  readonly mended?: Mended;
  /** The hub that pushes it, if any; absent for a kind that hubs do not push. */
  readonly push?: { readonly offer?: HubOffer };
}

/** What a document is read with. */
export interface RouteContext {
  readonly task: RouteDocument;
  /** The crawler that the source's file names, which knows the markup of its listings. */
  readonly crawler?: Crawler | undefined;
  /** BCP 47, of the source. */
  readonly language?: string;
}

/** An address to try as a route, and whether the site named it or it is only where such things usually are. */
export interface NamedAddress {
  readonly url: string;
  readonly isNamed: boolean;
}

/** When a backfill asks for a kind: what names articles of any age first, then what lists the newest. */
type PastStage = 'indexes' | 'listings';

/** Dates as newsrooms' systems write them into their own fields, though often as local time. */
export const STATED_DATES: RouteDates = { confidence: 0.9, isOwnClock: true, isProse: false };

/** Settings of a kind beside the address: a route that is tried in a survey has none of them. */
type RouteSettings = Readonly<Record<string, z.ZodOptional>>;

/**
 * One kind of route: all that the source's file, discovering, surveying, dating and fetching the past know
 * of it. Who reads a source's file loads it too, so a kind loads the parser of its documents in `read`.
 * @typeParam S its settings beside the address
 */
export interface RouteDefinition<S extends RouteSettings = RouteSettings> {
  /** What the schema of a source's file says of it. */
  readonly about: string;
  /** What a source's file may say of it beside its address. */
  readonly settings: S;
  /** What a report calls it: `a feed`. */
  readonly label: string;
  /** How far the dates are trusted that it states of its articles. */
  readonly dates: RouteDates;
  /** The document that a visit begins with. */
  first(url: string, settings: z.infer<z.ZodObject<S>>): RouteDocument;
  /**
   * Reads a document.
   * @throws NotAFeedError where it is something else
   */
  read(page: Page, context: RouteContext): Promise<RouteReading>;
  readonly past: {
    readonly stage: PastStage;
    /** The document that a backfill begins with, where a visit would begin with `first`. */
    begin(first: RouteDocument, span: ArchiveSpan): RouteDocument;
    /** Path that is tried where the source's file names no route of the kind. */
    readonly usualPath?: string;
  };
  readonly survey: {
    /** Addresses worth trying: those that the site names, then the usual places. */
    candidates(home: Home, sitemaps: readonly string[]): readonly NamedAddress[];
    /** Whether a route that gave these links spares trying what the site does not name. */
    isFound(links: readonly Link[]): boolean;
    /** Named ones that are tried: alone, and beside a working route of another kind. */
    readonly most: { readonly alone: number; readonly beside: number };
    /** True where pages of articles may name what the home page does not. */
    readonly isNamedByArticles: boolean;
    /** True where a report says so if none was found. */
    readonly isMissed: boolean;
  };
}
