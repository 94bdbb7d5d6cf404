import { html } from 'hono/html';
import { type Html, NOTHING } from './html.ts';
import { notice } from './page-parts.ts';
import type { Reader } from './page-reader.ts';
import type { Word } from './words/console-words.ts';

/** What the login is shown with. */
export interface LoginContent {
  /** Where to go afterwards: a path of the console. */
  readonly next: string;
  /** What was wrong. */
  readonly fault?: Word | undefined;
  /** False where the settings name no user. */
  readonly hasUsers: boolean;
}

/** The page of the login. */
export function loginPage({ say, token }: Reader, { next, fault, hasUsers }: LoginContent): Html {
  return html`<section class="card login">
    <h1>${say('login')}</h1>
    ${fault === undefined ? NOTHING : notice(say(fault), 'bad')}
    ${
      hasUsers
        ? html`<p class="lead">${say('login-lead')}</p>
          <form method="post" action="/login">
            <input type="hidden" name="token" value="${token}" />
            <input type="hidden" name="next" value="${next}" />
            <label><span>${say('name')}</span><input name="name" autocomplete="username" autocapitalize="none" required maxlength="200" autofocus /></label>
            <label><span>${say('password')}</span><input name="password" type="password" autocomplete="current-password" required maxlength="500" /></label>
            <button class="primary">${say('login')}</button>
          </form>`
        : notice(say('no-users'), 'bad')
    }
  </section>`;
}
