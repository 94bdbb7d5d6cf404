import type { Element } from 'domhandler';
import { attributeState } from './attribute-state.ts';
import { isNode } from './json-ld.ts';
import { repairJson } from './json-repair.ts';
import { textOf } from './metadata.ts';
import { flightState, isFlight } from './next-flight.ts';
import { assignedState } from './page-state.ts';

/** Scripts that a framework fills with the data of the page it draws: Next, Nuxt, Angular. */
const STATE_ID = /^(?:__(?:next|nuxt)_data__|ng-state|.{0,40}-state)$/i;

/** The states that a page carries, as texts: in scripts by name, assigned or pushed, and in attributes. */
export function readStates(elements: readonly Element[]): readonly string[] {
  const states: string[] = [];
  const flight: string[] = [];
  for (const element of elements) {
    const script = stateScript(element);
    if (script !== undefined && isFlight(script)) flight.push(script);
    const state =
      script === undefined ? attributeState(element.attribs) : stateOf(element.attribs, script);
    if (state !== undefined) states.push(state);
  }
  const flown = flight.length > 0 ? flightState(flight) : undefined;
  return flown === undefined ? states : [...states, flown];
}

/** The state in a script: all of it by its name, an answer that SvelteKit keeps, or what it assigns. */
function stateOf(attribs: Element['attribs'], script: string): string | undefined {
  if (attribs['data-sveltekit-fetched'] !== undefined) return answerIn(script);
  if (STATE_ID.test(attribs.id ?? '')) return unescaped(script);
  // Ember.
  if (attribs.type === 'fastboot/shoebox') return script;
  return assignedState(script);
}

/** `{"status":200,"body":"{…}"}` */
function answerIn(script: string): string | undefined {
  const answer = repairJson(script);
  return isNode(answer) && typeof answer.body === 'string' ? answer.body : undefined;
}

/** Angular up to version 16 writes its state with names of its own for the signs of HTML. */
const ESCAPED: Readonly<Record<string, string>> = { q: '"', a: '&', s: "'", l: '<', g: '>' };

const unescaped = (state: string): string =>
  /^\s*\{&q;/.test(state)
    ? state.replace(/&([qaslg]);/g, (all, name: string) => ESCAPED[name] ?? all)
    : state;

/** The text of a script in the page that is no JSON-LD. */
function stateScript(element: Element): string | undefined {
  const { name, attribs } = element;
  if (name !== 'script' || attribs.src !== undefined) return undefined;
  return /ld\+json/i.test(attribs.type ?? '') ? undefined : textOf(element);
}
