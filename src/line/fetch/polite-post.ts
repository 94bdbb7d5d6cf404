import type { Fetcher } from './fetcher.ts';
import type { FormPost, PostForm } from './form-post.ts';
import { hostKey } from './host-key.ts';
import { inSlot } from './host-slot.ts';
import type { HostSlots } from './host-slots.ts';
import type { PolitenessSettings } from './politeness.ts';

/** The lease where the settings name none: the default whole time of a request, and half again. */
const LEASE_MS = 45_000;

/**
 * Joins posting with the slots of hosts. No robots.txt is asked for: it is about crawling (RFC 9309, 1), and a
 * form is sent only where a feed invites it.
 * @throws HostBusyError before anything is sent, where the host's slot is later
 */
export function politePost(
  { post }: Pick<Fetcher, 'post'>,
  slots: HostSlots,
  settings: PolitenessSettings,
): PostForm {
  return async (form: FormPost) => {
    const url = URL.canParse(form.url) ? new URL(form.url) : undefined;
    // What no host can be asked for is the poster's to refuse.
    if (!url || !/^https?:$/u.test(url.protocol)) return post(form);
    const topic = form.form['hub.topic'] ?? '';
    const wish = {
      token: `post ${form.url} ${topic}`,
      leaseMs: settings.leaseMs ?? LEASE_MS,
      concurrency: 1,
      delayMs: settings.delayMs,
    };
    return inSlot({ slots, host: hostKey(url), wish }, () => post(form));
  };
}
