import { type ChildNode, Element, isTag, isText, type ParentNode } from 'domhandler';
import { attributeState } from './attribute-state.ts';
import { endsSentence, kindOf, massOf } from './block-kind.ts';
import { HEAD, INLINE, isTextLabel, SILENT } from './element-kinds.ts';
import type { Gathered, PlacedElement, PlacedImage } from './gathered.ts';
import { isMetaRow } from './meta-row.ts';
import type { Block, Region } from './region.ts';
import { scriptDate } from './script-date.ts';
import { asksForMail, markSignUps } from './sign-up.ts';
import { BIT, isBare, readSignals } from './signal.ts';
import { templateOf } from './template-script.ts';
import { Run } from './text-run.ts';

/** Signals that make an inline element a region of its own: a caption or date in a `span`. */
const SETS_APART =
  BIT.caption |
  BIT.byline |
  BIT.share |
  BIT.related |
  BIT.tags |
  BIT.hidden |
  BIT.nav |
  BIT.ad |
  BIT.lead |
  BIT.headline |
  BIT.kicker;

/** A sentence under way, in UTF-16 units: an inline element with a telling class is part of it. */
const SENTENCE_LENGTH = 45;

/** Walks the tree once and gathers blocks, regions and the elements that readers ask for. */
export function walk(root: ParentNode): Gathered {
  const walker = new Walker();
  walker.root(root);
  markSignUps(walker.regions, walker.mailFields);
  const { blocks, textBefore, regions, marked, images, media, links, fields, head } = walker;
  return { blocks, textBefore, regions, marked, images, media, links, fields, head };
}

/** A mark that leads to a footnote, `[1]`: the number is no word of the sentence. */
function isNoteMark({ children, attribs }: Element): boolean {
  const link = children.find(isTag);
  const isLink = link?.name === 'a' && (link.attribs.href ?? '').startsWith('#');
  return isLink || /foot-?note/i.test(attribs.class ?? '');
}

/** `<span title="2026-11-20 14:05">منذ 9 أيام</span>`: a short title with a year is a date's. */
const isDateTitle = (title: string): boolean =>
  title.length <= 60 && /(?:^|\D)(?:19|20)\d\d(?!\d)/.test(title);

/** A link leads somewhere, and no other opens in it: `<a name="top">` is often never closed. */
function isLink(element: Element): boolean {
  return element.attribs.href !== undefined && !element.children.some(holdsAnchor);
}

/** Linear over the page: below an anchor that holds another, nothing is looked at twice. */
function holdsAnchor(node: ChildNode): boolean {
  return isTag(node) && (node.name === 'a' || node.children.some(holdsAnchor));
}

/** Elements that a reader fills in. */
const FIELD = /^(?:input|select|textarea)$/;

/** Inputs that nobody fills in. */
const NO_FIELD = /^(?:hidden|submit|button|image|reset|checkbox|radio|search)$/i;

class Walker {
  readonly blocks: Block[] = [];
  readonly textBefore: number[] = [0];
  readonly regions: Region[] = [];
  readonly marked: PlacedElement[] = [];
  readonly images: PlacedImage[] = [];
  readonly media: PlacedElement[] = [];
  readonly links: PlacedElement[] = [];
  readonly fields: PlacedElement[] = [];
  readonly head: Element[] = [];
  readonly mailFields: number[] = [];
  readonly #run = new Run();

  /** Pages without `html` and `body` have a region around their text all the same. */
  root(root: ParentNode): void {
    const around = new Element('html', {});
    around.children = root.children;
    this.#region(around, { parent: -1, signals: 0 });
  }

  children(parent: ParentNode, region: number): void {
    for (const node of parent.children) this.#visit(node, region);
  }

  /** Ends the run of text under way: it becomes a block of that region. */
  flush(region: number): void {
    const text = this.#run.end();
    if (text === undefined) return;
    const tag = this.regions[region]?.element.name ?? '';
    const kind = kindOf(tag);
    const block = {
      index: this.blocks.length,
      region,
      tag,
      kind,
      mass: massOf(text, kind),
      endsSentence: endsSentence(text.text),
      text: text.text,
      words: text.words,
      linkShare: text.linkShare,
      boldShare: text.boldShare,
      isAfterImage: text.isAfterImage,
    };
    this.textBefore.push((this.textBefore[block.index] ?? 0) + block.mass);
    this.blocks.push(block);
  }

  #visit(node: ChildNode, region: number): void {
    if (isText(node)) this.#run.add(node.data);
    else if (isTag(node)) this.#element(node, region);
  }

  #element(element: Element, region: number): void {
    const { name } = element;
    if (name === 'sup' && isNoteMark(element)) return;
    this.#mark(element);
    if (HEAD.has(name)) this.#head(element, region);
    else if (name === 'br' || name === 'hr') this.flush(region);
    else if (name === 'input') this.#input(element, region);
    else if (name === 'textarea' || name === 'select') this.#field(element);
    else if (name === 'label' && !isTextLabel(element)) this.#label(element, region);
    else if (name === 'img' || name === 'amp-img') this.#image(element, region);
    else if (name === 'audio' || name === 'video') this.#media(element);
    else if (name === 'head' || name === 'label' || !SILENT.has(name))
      this.#content(element, region);
  }

  #head(element: Element, region: number): void {
    this.head.push(element);
    const template = element.name === 'script' ? templateOf(element) : undefined;
    if (template) this.children(template, region);
  }

  #content(element: Element, region: number): void {
    const signals = readSignals(element);
    const apart = (signals & SETS_APART) !== 0 && this.#run.length < SENTENCE_LENGTH;
    const inline = INLINE.has(element.name);
    // Icons and the letters that an interview's markup adds are kept from readers' ears, too.
    if (inline && element.attribs['aria-hidden'] === 'true') return;
    if (!inline || apart) this.#region(element, { parent: region, signals });
    else this.#inline(element, region);
  }

  #mark(element: Element): void {
    if (element.name === 'a') this.links.push({ element, block: this.blocks.length });
    if (isBare(element.attribs)) return;
    if (element.name === 'div' && attributeState(element.attribs) !== undefined)
      this.head.push(element);
    const { itemprop, property, datetime, title } = element.attribs;
    const told =
      itemprop ??
      datetime ??
      scriptDate(element) ??
      (element.name === 'meta' ? undefined : property);
    if (told !== undefined || (title !== undefined && isDateTitle(title)))
      this.marked.push({ element, block: this.blocks.length });
  }

  /** A label says nothing of the page's text, but may stand around its field. */
  #label({ children }: Element, region: number): void {
    for (const child of children)
      if (isTag(child)) {
        if (FIELD.test(child.name)) this.#element(child, region);
        else this.#label(child, region);
      }
  }

  #input(element: Element, region: number): void {
    if (asksForMail(element.attribs)) this.mailFields.push(region);
    if (!NO_FIELD.test(element.attribs.type ?? '')) this.#field(element);
  }

  #field(element: Element): void {
    this.fields.push({ element, block: this.blocks.length });
  }

  #image(element: Element, region: number): void {
    this.images.push({ element, block: this.blocks.length, region });
    this.#run.meetImage();
    const around = this.regions[region];
    if (around) around.images += 1;
  }

  #media(element: Element): void {
    this.media.push({ element, block: this.blocks.length });
  }

  #inline(element: Element, region: number): void {
    // Elements side by side are set apart by style: `<span>ذات صلة</span><a>عنوان</a>`.
    if (element.prev && isTag(element.prev)) {
      // So are name and role of a writer: `<b>فلان</b><span>كاتب</span>`.
      const isByline = ((this.regions[region]?.signals ?? 0) & BIT.byline) !== 0;
      if (element.name === 'a' || isByline) this.#run.add(' ');
      else this.#run.partNumbers();
    }
    const name = element.name === 'a' && !isLink(element) ? 'span' : element.name;
    this.#run.enter(name);
    this.children(element, region);
    this.#run.leave(name);
  }

  /** Each part of a row is a region of its own. */
  #row(element: Element, region: number): void {
    for (const child of element.children)
      if (isTag(child) && !HEAD.has(child.name) && !SILENT.has(child.name) && child.name !== 'br') {
        this.#mark(child);
        this.#region(child, { parent: region, signals: readSignals(child) });
      } else this.#visit(child, region);
  }

  #region(element: Element, { parent, signals }: { parent: number; signals: number }): void {
    this.flush(parent);
    const region: Region = {
      index: this.regions.length,
      element,
      parent,
      depth: (this.regions[parent]?.depth ?? -1) + 1,
      signals,
      from: this.blocks.length,
      to: 0,
      end: 0,
      images: 0,
    };
    this.regions.push(region);
    if (isMetaRow(element)) this.#row(element, region.index);
    else this.#inline(element, region.index);
    this.flush(region.index);
    region.to = this.blocks.length;
    region.end = this.regions.length;
  }
}
