import type { StoryMember, StoryState } from '../../record/sketch.ts';
import type { Story } from '../../record/story.ts';
import { overlapOf } from './overlap.ts';
import { originOf, roleOf, similarityOf } from './roles.ts';
import { openSlot, type SlotText } from './sketch-layout.ts';

/** The story with the place of each member: its role towards the member from which the text comes. */
export function settled(state: StoryState, slots: ReadonlyMap<number, Uint8Array>): StoryState {
  const origin = originOf(state.members);
  if (origin === undefined) return state;
  const opened = new Map<number, SlotText>();
  const textOf = ({ text }: StoryMember): SlotText | undefined => {
    const known = opened.get(text);
    const bytes = slots.get(text);
    if (known !== undefined || bytes === undefined) return known;
    const slot = openSlot(bytes);
    opened.set(text, slot);
    return slot;
  };
  const agency = origin.isAgency ? undefined : agencyOf(state.members);
  const placed = (member: StoryMember): Story => ({
    id: state.id,
    ...placeOf(member, origin, textOf),
    ...(agency === undefined ? {} : { agency }),
  });
  return {
    ...state,
    members: state.members.map((member) => ({ ...member, story: placed(member) })),
  };
}

/** The role of a member towards the original; the role it had, where its text is no longer kept. */
function placeOf(
  member: StoryMember,
  origin: StoryMember,
  textOf: (member: StoryMember) => SlotText | undefined,
): Pick<Story, 'role' | 'of' | 'similarity'> {
  if (member === origin) return { role: 'original', of: null, similarity: 1 };
  const [from, to] = [textOf(origin), textOf(member)];
  if (from === undefined || to === undefined) {
    const { role, similarity } = member.story;
    return { role: role === 'original' ? 'copy' : role, of: origin.id, similarity };
  }
  const overlap = overlapOf(from, to);
  return { role: roleOf(overlap), of: origin.id, similarity: similarityOf(overlap) };
}

/** The agency that the earliest of the members credits. */
function agencyOf(members: readonly StoryMember[]): string | undefined {
  return originOf(members.filter(({ agency }) => agency !== ''))?.agency;
}
