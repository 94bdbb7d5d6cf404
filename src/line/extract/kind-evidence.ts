import { isTender, listsNotices, signsEach } from './notice-marks.ts';
import {
  countOfferFields,
  countOfferHeadings,
  hasOfferButton,
  hasOnePrice,
  isPhone,
  sells,
} from './offer-marks.ts';
import { isSigned } from './page-signature.ts';
import type { Evidence } from './page-view.ts';
import { isOnePoll, listsPolls } from './poll-marks.ts';

/** Headings and labelled lines of an offer from which a page is one; a story has one by chance. */
const LEAST_OFFER_HEADINGS = 2;
const LEAST_OFFER_FIELDS = 4;

/**
 * What speaks for one kind of page each: an offer, a poll, notices, a tender, a picture a day. Prose, a day
 * and a headline of many words weigh against all of them, so that what no story has weighs 10.
 */
export const KIND_EVIDENCE: readonly Evidence[] = [
  {
    id: 'a line with a price',
    weight: 2,
    holds: ({ span }) => hasOnePrice(span),
  },
  {
    id: 'a price and a number to call',
    weight: 3,
    holds: ({ span }) => hasOnePrice(span) && span.some(isPhone),
  },
  { id: 'a headline that sells or lets', weight: 2, holds: ({ headline }) => sells(headline) },
  {
    id: 'a button to buy or to register',
    weight: 4,
    holds: (view) => hasOfferButton(view) && !isSigned(view),
  },
  {
    id: 'headings of an offer',
    weight: 3,
    holds: ({ kept }) => countOfferHeadings(kept) >= LEAST_OFFER_HEADINGS,
  },
  {
    id: 'fields of an offer',
    weight: 3,
    holds: ({ span }) => countOfferFields(span) >= LEAST_OFFER_FIELDS,
  },
  { id: 'a question with its answers to choose from', weight: 10, holds: isOnePoll },
  { id: 'one poll after the other', weight: 4, holds: ({ span }) => listsPolls(span) },
  {
    id: 'one notice after the other',
    weight: 10,
    holds: ({ headline, kept }) => listsNotices(headline, kept),
  },
  {
    id: 'what to hand in for a tender',
    weight: 10,
    holds: ({ headline, kept }) => isTender(headline, kept),
  },
  { id: 'a name and a day under each', weight: 2, holds: ({ span }) => signsEach(span) },
];
