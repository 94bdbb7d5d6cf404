/** Shortest state that may hold an article, in UTF-16 units: others are settings of a button. */
const LEAST = 300;

/**
 * The state that a framework prints into an attribute: Inertia's page, the props of React components that
 * a server mounts; undefined for other elements.
 */
export function attributeState(attribs: Readonly<Record<string, string>>): string | undefined {
  const value = attribs['data-page'] ?? attribs['data-react-props'] ?? attribs['data-props'];
  return value !== undefined && value.length >= LEAST && value[0] === '{' ? value : undefined;
}
