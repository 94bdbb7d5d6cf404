import { describe, expect, it } from 'vitest';
import { readFeed } from '../../../src/line/discover/feed.ts';

const url = 'https://akhbar.test/feed';
const atom = (inner: string, version = '') =>
  `<feed ${version || 'xmlns="http://www.w3.org/2005/Atom"'}><entry>${inner}</entry></feed>`;
const rss = (inner: string) => `<rss version="2.0"><channel><item>${inner}</item></channel></rss>`;
const titleOf = (text: string) => readFeed(text, { url }).entries[0]?.title;
const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64');

describe('the title of an Atom entry', () => {
  it.each([
    ['plain', '<title>سعر القمح &lt; 300</title>', 'سعر القمح < 300'],
    [
      'plain with a tag named',
      '<title type="text">وسم &lt;blink&gt; قديم</title>',
      'وسم <blink> قديم',
    ],
    ['HTML', '<title type="html">خبر &lt;em&gt;عاجل&lt;/em&gt;</title>', 'خبر <em>عاجل</em>'],
    [
      'HTML in CDATA',
      '<title type="html"><![CDATA[خبر <em>عاجل</em>]]></title>',
      'خبر <em>عاجل</em>',
    ],
    ['HTML with a reference', '<title type="html">س &amp;amp; ج</title>', 'س &amp; ج'],
    [
      'XHTML',
      '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">خبر <i>عاجل</i></div></title>',
      'خبر <i>عاجل</i>',
    ],
    [
      'XHTML with a prefix',
      '<title type="xhtml"><x:div xmlns:x="http://www.w3.org/1999/xhtml">خبر <x:i>عاجل</x:i></x:div></title>',
      'خبر <i>عاجل</i>',
    ],
    [
      'XHTML in two divs',
      '<title type="xhtml"><div>أ</div><div>ب</div></title>',
      '<div>أ</div><div>ب</div>',
    ],
    ['base64', `<title type="application/octet-stream">${base64('قمح')}</title>`, 'قمح'],
    ['empty', '<title/>', undefined],
    ['blank before the real one', '<title> </title><title>ذرة</title>', 'ذرة'],
    ['that of the source', '<source><title>جريدة أخرى</title></source><title>ذرة</title>', 'ذرة'],
    ['that of an author', '<author><title>محرر</title></author>', undefined],
  ])('that is %s', (_, inner, title) => {
    expect(titleOf(atom(inner))).toBe(title);
  });

  it.each([
    [
      'escaped',
      '<title type="text/html" mode="escaped">&lt;b&gt;تمر&lt;/b&gt;</title>',
      '<b>تمر</b>',
    ],
    ['inline', '<title type="application/xhtml+xml" mode="xml"><b>تمر</b></title>', '<b>تمر</b>'],
    [
      'base64',
      `<title type="text/html" mode="base64">${base64('<b>تمر</b>')}</title>`,
      '<b>تمر</b>',
    ],
    ['plain', '<title type="text/plain">تمر</title>', 'تمر'],
  ])('of version 0.3 that is %s', (_, inner, title) => {
    expect(titleOf(atom(inner, 'version="0.3" xmlns="http://purl.org/atom/ns#"'))).toBe(title);
  });
});

describe('the title of an RSS item', () => {
  it.each([
    ['plain', '<title>قمح &lt; ذرة &amp; شعير</title>', 'قمح < ذرة & شعير'],
    ['HTML by habit', '<title>&lt;b&gt;قمح&lt;/b&gt;</title>', '<b>قمح</b>'],
    ['escaped twice', '<title>قمح &amp;amp; ذرة</title>', 'قمح &amp; ذرة'],
    ['of Dublin Core', '<dc:title>قمح</dc:title>', 'قمح'],
    ['of its picture only', '<media:content><media:title>حقل</media:title></media:content>', 'حقل'],
    ['its own before that of a picture', '<media:title>حقل</media:title><title>قمح</title>', 'قمح'],
    [
      'not that of the channel picture',
      '<image><title>شعار</title></image><title>قمح</title>',
      'قمح',
    ],
    ['in capitals', '<TITLE>قمح</TITLE>', 'قمح'],
    ['with a numeric reference', '<title>&#1602;&#x645;&#1581;</title>', 'قمح'],
    ['in bytes of windows-1252', '<title>\u0093قمح\u0094 &#147;ذرة&#148;</title>', '“قمح” “ذرة”'],
    ['in part CDATA', '<title>قمح <![CDATA[<b>طري</b>]]> وذرة</title>', 'قمح <b>طري</b> وذرة'],
  ])('that is %s', (_, inner, title) => {
    expect(titleOf(rss(inner))).toBe(title);
  });
});

describe('markup in a title', () => {
  it.each([
    ['قمح<script>alert(1)</script> <b>طري</b>', 'قمح <b>طري</b>'],
    ['قمح<style>b{}</style>', 'قمح'],
    ['<b onclick="x()" style="y">قمح</b>', '<b>قمح</b>'],
    ['<object data="x">قمح</object>', 'قمح'],
    ['<a href="/q" rel="x">قمح</a>', '<a href="https://akhbar.test/q">قمح</a>'],
    ['<a href="javascript:alert(1)">قمح</a>', '<a href="">قمح</a>'],
    ['قم<!-- -- تعليق >ح<script>alert(1)</script>', 'قمح'],
    ['قمح<!--', 'قمح'],
    ['<b>قمح</b> بسعر <200', '<b>قمح</b> بسعر &lt;200'],
    ['<a href=" java&#10;script:x">قمح</a>', '<a href="">قمح</a>'],
    [
      'قمح<br>ذرة<img src="/i.png" onerror="x">',
      'قمح<br />ذرة<img src="https://akhbar.test/i.png" />',
    ],
    ['<b>قمح', '<b>قمح</b>'],
  ])('is made safe: %s', (html, safe) => {
    expect(titleOf(atom(`<title type="html"><![CDATA[${html}]]></title>`))).toBe(safe);
  });
});
