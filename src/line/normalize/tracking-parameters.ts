/** Parameters that tell where a click came from, or how the page is drawn, and nothing of the page. */
export interface TrackingParameters {
  readonly names: ReadonlySet<string>;
  readonly prefixes: readonly string[];
  /** Names that some sites use for content: tracking only where the value is one of these. */
  readonly byValue: ReadonlyMap<string, RegExp>;
}

/** Networks and channels that links are shared on. */
const CHANNEL =
  /^(?:rss|feed|atom|facebook|fb|twitter|tw|x|t\.co|whatsapp|wa|telegram|tg|instagram|ig|youtube|linkedin|email|mail|newsletter|push|notification|app|android|ios|share|social|google|gnews|googlenews|news\.google\.com|nabd|msn|flipboard|home|homepage|hp|related|mostread|sidebar|ticker)$/u;

const ON = /^(?:|0|1|true|yes|on)$/u;

/** Each family with who adds it. Names are compared in lower case. */
export const TRACKING: TrackingParameters = {
  prefixes: [
    'utm_', // Google Analytics, and all who copied it
    'at_', // Piano (AT Internet): BBC, France 24
    'ns_', // comScore: BBC
    'mtm_', // Matomo
    'pk_', // Piwik
    'hsa_', // HubSpot ads
    'cx_', // Cxense
    'fb_', // Facebook plug-ins: fb_action_ids, fb_comment_id, fb_ref
    'guce_', // Yahoo consent
    'amp_', // AMP caches: amp_js_v, amp_gsa
    '__cf_', // Cloudflare challenges
    'oly_', // Omeda
    'vero_', // Vero
    'wt_', // Webtrekk, WebTrends
  ],
  names: new Set([
    // Click ids of advertisers
    ...['fbclid', 'gclid', 'gclsrc', 'dclid', 'wbraid', 'gbraid', 'gad_source', 'gad_campaignid'],
    ...['msclkid', 'yclid', 'ymclid', 'twclid', 'ttclid', 'li_fat_id', 'epik', 'rdt_cid', 'sccid'],
    ...['irclickid', 'obclid', 'tblci', 'dicbo', 'zanpid', 'ef_id', 's_kwcid'],
    // Shares
    ...['igsh', 'igshid', 'mibextid', 'sfnsn', 'spref', 'ref_src', 'ref_url', 'sharetype'],
    ...['__twitter_impression', 'twsrc', 'soc_src', 'soc_trk', 'share_id', 'shared_from', 'smid'],
    // Mail
    ...['mc_cid', 'mc_eid', 'mkt_tok', '_hsenc', '_hsmi', '_ke', 'ml_subscriber', 'nlid', 'et_rid'],
    // Analytics
    ...['_ga', '_gl', '_gac', 'xtor', 's_cid', 'cmpid', 'ocid', 'ito', 'icid', 'cid_source'],
    ...['traffic_source', 'wickedid', 'trk', 'trkcampaign', 'campaign_id', 'referrer'],
    // Caches and sessions
    ...[
      'usqp',
      'phpsessid',
      'jsessionid',
      'aspsessionid',
      'cfid',
      'cftoken',
      '_x_tr_sl',
      '_x_tr_tl',
    ],
    ...['_x_tr_hl', '_x_tr_pto', '_x_tr_hist', 'nocache', 'cachebuster', '_'],
    // WordPress: comments, shares, theme switchers
    ...['replytocom', 'noamp', 'nonamp', 'wptouch_switch', 'wpmp_switcher'],
    ...['doing_wp_cron', 'like_comment', '_wpnonce', 'relatedposts_hit', 'relatedposts_origin'],
    'relatedposts_position',
  ]),
  byValue: new Map(
    Object.entries({
      ref: CHANNEL,
      source: CHANNEL,
      src: CHANNEL,
      from: CHANNEL,
      via: CHANNEL,
      platform: CHANNEL,
      share: /^[a-z][a-z-]*$/u, // Jetpack: share=jetpack-whatsapp; a number would be content
      nb: ON,
      sf: ON,
      print: ON,
      printable: ON,
      tmpl: /^(?:component|print|amp)$/u, // Joomla: the page without its frame
    }),
  ),
};
