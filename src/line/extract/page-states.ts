import type { Element } from 'domhandler';
import { attributeState } from './attribute-state.ts';
import { textOf } from './metadata.ts';
import { flightState, isFlight } from './next-flight.ts';
import { assignedState } from './page-state.ts';

/** Scripts that a framework fills with the data of the page it draws. */
const STATE_ID = /^__(?:next|nuxt)_data__$/i;

/** The states that a page carries, as texts: in scripts by name, assigned or pushed, and in attributes. */
export function readStates(elements: readonly Element[]): readonly string[] {
  const states: string[] = [];
  const flight: string[] = [];
  for (const element of elements) {
    const script = stateScript(element);
    if (script !== undefined && isFlight(script)) flight.push(script);
    const state =
      STATE_ID.test(element.attribs.id ?? '') || script === undefined
        ? script
        : assignedState(script);
    const own = state ?? attributeState(element.attribs);
    if (own !== undefined) states.push(own);
  }
  const flown = flight.length > 0 ? flightState(flight) : undefined;
  return flown === undefined ? states : [...states, flown];
}

/** The text of a script in the page that is no JSON-LD. */
function stateScript(element: Element): string | undefined {
  const { name, attribs } = element;
  if (name !== 'script' || attribs.src !== undefined) return undefined;
  return /ld\+json/i.test(attribs.type ?? '') ? undefined : textOf(element);
}
