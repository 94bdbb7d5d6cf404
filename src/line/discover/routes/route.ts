import type { Crawler } from '../../../crawler.ts';
import type { Page } from '../../../record/fetched-page.ts';
import type { Link } from '../../../record/link.ts';
import type { Route, RouteKind, RouteSettings, RouteTask } from '../../../record/route.ts';
import type { StatedLink } from '../links.ts';
import type { Mended } from '../mended.ts';
import type { ArchiveSpan } from '../path-days.ts';
import type { Home } from '../survey/home.ts';
import type { HubOffer } from '../websub.ts';

/** What one document of a route says. */
export interface RouteReading {
  /** What it says of each article that it names. */
  readonly entries: readonly StatedLink[];
  /** Documents to ask for next: sitemaps of an index, the next page of a section. */
  readonly further: readonly RouteTask[];
  /** How long it says that it stays the same, ms. */
  readonly ttlMs?: number;
  /** What was mended so that it could be read; absent where nothing was. */
  readonly mended?: Mended;
  /** The hub that pushes it, if any; absent for a kind that hubs do not push. */
  readonly push?: { readonly offer?: HubOffer };
}

/** What a document is read with. */
export interface RouteContext {
  readonly task: RouteTask;
  /** The crawler that the source's file names, which knows the markup of its listings. */
  readonly crawler?: Crawler | undefined;
  /** BCP 47, of the source. */
  readonly language?: string;
}

/** A route to try, and whether the site named it or it is only where such things usually are. */
export interface Candidate {
  readonly route: Route;
  readonly isNamed: boolean;
}

/** When a backfill asks for a kind: what names articles of any age first, then what lists the newest. */
type PastStage = 'indexes' | 'listings';

/**
 * One kind of route: all that discovering, surveying and fetching the past know of it. Its settings
 * and the trust in its dates stand in `record/route.ts`, which every process loads.
 */
export interface RouteDefinition<K extends RouteKind = RouteKind> {
  /** What a report calls it: `a feed`. */
  readonly label: string;
  /** The document that a visit begins with. */
  first(settings: RouteSettings<K>): RouteTask;
  /**
   * Reads a document.
   * @throws NotAFeedError where it is something else
   */
  read(page: Page, context: RouteContext): RouteReading;
  readonly past: {
    readonly stage: PastStage;
    /** The document that a backfill begins with, where a visit would begin with `task`. */
    task(task: RouteTask, span: ArchiveSpan): RouteTask;
    /** Path that is tried where the source's file names no route of the kind. */
    readonly usualPath?: string;
  };
  readonly survey: {
    /** Routes worth trying: those that the site names, then the usual places. */
    candidates(home: Home, sitemaps: readonly string[]): readonly Candidate[];
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
