import { describe, expect, it } from 'vitest';
import { compileSample, summaryOf } from '../../support/template.ts';

const report = (text: string, partials: Record<string, string> = {}) =>
  compileSample(text, partials).diagnostics.map(({ code, place, data }) => ({
    code,
    at: `${place?.path.split('/').at(-1)}:${place?.line}:${place?.column}`,
    ...data,
  }));

describe('names that do not exist', () => {
  it.each([
    ['{{titl}}', 'titl', 'title', '', 3],
    ['{{title.foo}}', 'foo', undefined, 'title', 3],
    ['{{brand.nme}}', 'nme', 'name', 'brand', 3],
    ['{{#if titl}}x{{/if}}', 'titl', 'title', '', 7],
    ['{{#unless titl}}x{{/unless}}', 'titl', 'title', '', 11],
    ['{{#each nope}}x{{/each}}', 'nope', undefined, '', 9],
    ['{{#with brnd}}x{{/with}}', 'brnd', 'brand', '', 9],
    ['{{date titl}}', 'titl', 'title', '', 8],
    ['{{join ", " author plase}}', 'plase', 'place', '', 20],
    ['{{#if (eq titl "x")}}x{{/if}}', 'titl', 'title', '', 11],
    ['{{#if (not (and title edtor))}}x{{/if}}', 'edtor', 'editor', '', 23],
    ['{{#if title}}x{{else if edtor}}y{{/if}}', 'edtor', 'editor', '', 25],
    ['{{#each links}}{{hrf}}{{/each}}', 'hrf', 'href', 'links[]', 18],
    ['{{#each links}}{{title}}{{/each}}', 'title', undefined, 'links[]', 18],
    ['{{#each links}}{{../titl}}{{/each}}', 'titl', 'title', '', 18],
    ['{{#each links as |link|}}{{link.hrf}}{{/each}}', 'hrf', 'href', 'link', 28],
    ['{{#with brand}}{{../../title}}{{/with}}', '../../title', undefined, '', 18],
    ['{{../title}}', '../title', undefined, '', 3],
    ['{{this.titl}}', 'titl', 'title', '', 3],
    ['{{@root.titl}}', 'titl', 'title', '', 3],
    ['{{@index}}', '@index', undefined, '', 3],
    ['{{#each links}}{{@indx}}{{/each}}', '@indx', '@index', '', 18],
    ['{{#each links}}{{@../index}}{{/each}}', '@../index', undefined, '', 18],
    ['{{constructor}}', 'constructor', undefined, '', 3],
    ['{{brand.__proto__}}', '__proto__', undefined, 'brand', 3],
    ['{{title.length}}', 'length', undefined, 'title', 3],
  ])('%s', (text, field, nearest, owner, column) => {
    expect(report(text)).toEqual([
      { code: 'template/unknown-field', at: `layout.hbs:1:${column}`, field, nearest, owner },
    ]);
  });

  it('counts lines and columns in the file that is wrong', () => {
    const partials = { kepala: '<p>\n  {{titl}}</p>' };
    expect(report('<div>\n{{> kepala}}</div>', partials)).toEqual([
      { code: 'template/unknown-field', at: 'kepala.hbs:2:5', field: 'titl', nearest: 'title', owner: '' },
    ]);
  });

  it('names helpers, with the nearest one', () => {
    expect(report('{{dte date}}')).toEqual([
      { code: 'template/unknown-helper', at: 'layout.hbs:1:3', helper: 'dte', nearest: 'date' },
    ]);
    expect(report('{{#if (equ paper "A4")}}x{{/if}}')).toEqual([
      { code: 'template/unknown-helper', at: 'layout.hbs:1:8', helper: 'equ', nearest: 'eq' },
    ]);
    expect(report('{{#eech links}}x{{/eech}}')).toEqual([
      { code: 'template/unknown-helper', at: 'layout.hbs:1:4', helper: 'eech', nearest: 'each' },
    ]);
    expect(report('{{brand.name title}}')).toEqual([
      { code: 'template/unknown-helper', at: 'layout.hbs:1:3', helper: 'brand.name', nearest: undefined },
    ]);
  });

  it('checks the arguments of a helper that does not exist too', () => {
    expect(summaryOf(compileSample('{{dte titl}}').diagnostics)).toEqual([
      'template/unknown-helper 1:3',
      'template/unknown-field 1:7',
    ]);
  });

  it('names partials, with the nearest one, and checks what they are given', () => {
    expect(report('{{> kepla}}', { kepala: 'x' })).toEqual([
      { code: 'template/unknown-partial', at: 'layout.hbs:1:5', partial: 'kepla', nearest: 'kepala' },
    ]);
    expect(summaryOf(compileSample('{{> foo titl}}').diagnostics)).toEqual([
      'template/unknown-field 1:9',
      'template/unknown-partial 1:5',
    ]);
    expect(report('{{> foo a=titl}}', { foo: '{{a}}' })).toEqual([
      { code: 'template/unknown-field', at: 'layout.hbs:1:11', field: 'titl', nearest: 'title', owner: '' },
    ]);
    expect(report('{{> foo a=title}}', { foo: '{{b}}' })).toMatchObject([
      { code: 'template/unknown-field', at: 'foo.hbs:1:3', field: 'b' },
    ]);
  });
});

describe('scopes', () => {
  it.each([
    ['{{title}} {{brand.name}} {{date.year}} {{words.page}}'],
    ['{{#each brand.handles}}{{label}}{{@index}}{{#if @first}}{{../title}}{{/if}}{{@root.title}}{{/each}}'],
    ['{{#each brand.handles as |handle index|}}{{handle.label}}{{index}}{{/each}}'],
    ['{{#each links}}{{#each ../brand.handles}}{{../text}}{{../../title}}{{@../index}}{{/each}}{{/each}}'],
    ['{{#with brand}}{{name}}{{#each handles}}{{../name}}{{../../title}}{{/each}}{{/with}}'],
    ['{{#with brand as |b|}}{{b.name}}{{name}}{{/with}}'],
    ['{{#each links}}{{href}}{{else}}{{title}}{{/each}}'],
    ['{{#if title}}{{title}}{{else if author}}{{author}}{{else}}{{editor}}{{/if}}'],
    ['{{date date}} {{dateText}} {{join ", " author place}} {{default author "x"}}'],
    ['{{{body}}} {{{this.body}}}'],
    ['{{#if (and (eq paper "A5") (ne lang "en") (not draft))}}x{{/if}}'],
    ['{{^if title}}x{{/if}}'],
    ['{{! {{titl}} }}{{!-- {{titl}} --}}\\{{titl}}'],
  ])('%s', (text) => {
    expect(report(text)).toEqual([]);
  });

  it('gives partials the current names, those they are given, and nothing around them', () => {
    expect(
      report('{{#each links}}{{> entry label="x"}}{{/each}}', { entry: '{{label}}{{href}}{{@root.title}}' }),
    ).toEqual([]);
    expect(report('{{> who brand}}', { who: '{{name}}' })).toEqual([]);
    expect(report('{{#each links}}{{> entry}}{{/each}}', { entry: '{{../title}}' })).toMatchObject([
      { code: 'template/unknown-field', field: '../title' },
    ]);
    expect(report('{{#each links as |l|}}{{> entry}}{{/each}}', { entry: '{{l.href}}' })).toMatchObject([
      { code: 'template/unknown-field', field: 'l' },
    ]);
  });

  it('ends partials that call each other', () => {
    const loop = { a: '{{> b}}', b: '{{> a}}' };
    expect(report('{{> a}}', loop)).toEqual([{ code: 'template/partial-loop', at: 'b.hbs:1:5', partial: 'a' }]);
  });

  it('refuses a context inside itself, where Handlebars changes the meaning of ../', () => {
    expect(report('{{#with brand}}{{#with ../brand}}{{name}}{{/with}}{{/with}}')).toEqual([
      { code: 'template/refused-construct', at: 'layout.hbs:1:24', construct: 'same-context', name: '../brand' },
    ]);
  });
});

describe('what may be missing', () => {
  it.each([
    ['{{image.src}}', 'image'],
    ['{{#unless image}}{{image.src}}{{/unless}}', 'image'],
    ['{{#if image}}x{{else}}{{image.src}}{{/if}}', 'image'],
    ['{{#if (or image qr)}}{{qr.value}}{{/if}}', 'qr'],
    ['{{date updated}}', 'updated'],
    ['{{> foo image}}', 'image'],
  ])('%s is an error', (text, field) => {
    expect(report(text, { foo: '{{src}}' })).toMatchObject([{ code: 'template/maybe-missing', field }]);
  });

  it.each([
    ['{{#if image}}{{image.src}}{{/if}}'],
    ['{{#with image}}{{src}}{{../image.alt}}{{/with}}'],
    ['{{#unless image}}x{{else}}{{image.src}}{{/unless}}'],
    ['{{#if (not image)}}x{{else}}{{image.src}}{{/if}}'],
    ['{{#if (and image qr)}}{{image.src}}{{qr.value}}{{/if}}'],
    ['{{#unless (or (not image) draft)}}{{image.src}}{{/unless}}'],
    ['{{#if updated}}{{date updated}}{{updated.year}}{{/if}}'],
    ['{{#if image}}{{> foo image}}{{> bar}}{{/if}}'],
    ['{{> baz picture=image}}'],
  ])('%s is good', (text) => {
    const partials = { foo: '{{src}}', bar: '{{image.src}}', baz: '{{#if picture}}{{picture.src}}{{/if}}' };
    expect(report(text, partials)).toEqual([]);
  });
});

describe('what cannot be used so', () => {
  it.each([
    ['{{brand}}', { code: 'template/wrong-type', field: 'brand', found: 'record', use: 'print' }],
    ['{{links}}', { code: 'template/wrong-type', field: 'links', found: 'list', use: 'print' }],
    [
      '{{#if updated}}{{updated}}{{/if}}',
      { code: 'template/wrong-type', field: 'updated', found: 'date', use: 'print' },
    ],
    ['{{#each title}}x{{/each}}', { code: 'template/wrong-type', field: 'title', found: 'text', use: 'each' }],
    ['{{#with links}}x{{/with}}', { code: 'template/wrong-type', field: 'links', found: 'list', use: 'with' }],
    ['{{date title}}', { code: 'template/wrong-type', field: 'title', found: 'text', use: 'date' }],
    ['{{join ", " title brand}}', { code: 'template/wrong-type', field: 'brand', found: 'record', use: 'text' }],
    ['{{#if (eq draft "x")}}x{{/if}}', { code: 'template/wrong-type', field: 'x', found: 'text', use: 'compare' }],
    ['{{#if (eq links "x")}}x{{/if}}', { code: 'template/wrong-type', field: 'links', found: 'list', use: 'compare' }],
    ['{{date}}', { code: 'template/helper-arguments', helper: 'date' }],
    ['{{date date date}}', { code: 'template/helper-arguments', helper: 'date' }],
    ['{{date date style="x"}}', { code: 'template/helper-arguments', helper: 'date' }],
    ['{{#if title author}}x{{/if}}', { code: 'template/helper-arguments', helper: 'if' }],
    ['{{#each}}x{{/each}}', { code: 'template/helper-arguments', helper: 'each' }],
    ['{{body}}', { code: 'template/escaped-html', field: 'body' }],
    ['{{{title}}}', { code: 'template/raw-output', field: 'title' }],
    ['{{&title}}', { code: 'template/raw-output', field: 'title' }],
    ['{{{date date}}}', { code: 'template/raw-output', field: 'date' }],
    ['{{lookup links 0}}', { code: 'template/refused-construct', construct: 'lookup' }],
    ['{{#each (lookup brand "handles")}}x{{/each}}', { code: 'template/refused-construct', construct: 'lookup' }],
    ['{{log title}}', { code: 'template/refused-construct', construct: 'log' }],
    ['{{#title}}x{{/title}}', { code: 'template/refused-construct', construct: 'section', name: 'title' }],
    ['{{^links}}x{{/links}}', { code: 'template/refused-construct', construct: 'section', name: 'links' }],
    ['{{"title"}}', { code: 'template/refused-construct', construct: 'literal', name: 'title' }],
    ['{{12}}', { code: 'template/refused-construct', construct: 'literal', name: '12' }],
    ['{{#if null}}x{{/if}}', { code: 'template/refused-construct', construct: 'literal', name: 'null' }],
    ['{{> (join "" title)}}', { code: 'template/refused-construct', construct: 'dynamic-partial' }],
    ['{{#> foo}}x{{/foo}}', { code: 'template/refused-construct', construct: 'partial-block', name: 'foo' }],
    ['{{#*inline "foo"}}x{{/inline}}', { code: 'template/refused-construct', construct: 'inline-partial' }],
    ['{{*foo}}', { code: 'template/refused-construct', construct: 'decorator', name: 'foo' }],
    ['{{{{raw}}}}x{{{{/raw}}}}', { code: 'template/refused-construct', construct: 'raw-block', name: 'raw' }],
    ['{{> foo title}}', { code: 'template/refused-construct', construct: 'partial-context', name: 'foo' }],
  ])('%s', (text, expected) => {
    expect(report(text, { foo: 'x' })).toMatchObject([expected]);
  });
});

describe('Handlebars that cannot be read', () => {
  it.each([
    ['<p>\n{{#if title}}{{#if draft}}{{/if}}\n{{! {{/if}} }}\n', 'unclosed', '2:1'],
    ['<p>\nb{{!-- a', 'unclosed', '2:2'],
    ['abc\n {{title', 'unclosed', '2:4'],
    ['{{#if title}}{{/each}}', 'mismatch', '1:4'],
    ['{{title/../brand}}', 'path', '1:3'],
    ['a\n{{else}}', 'other', '2:1'],
    ['a\nbb {{> }}', 'other', '2:8'],
  ])('%j', (text, kind, at) => {
    const { layout, diagnostics } = compileSample(text);
    expect(layout).toBeUndefined();
    expect(diagnostics.map(({ code, place, data }) => [code, `${place?.line}:${place?.column}`, data])).toMatchObject([
      ['template/syntax', at, { kind }],
    ]);
  });
});

describe('mustaches where escaping does not protect', () => {
  it.each([
    ['<p class={{slug}}>', 'unquoted'],
    ['<p {{slug}}>', 'tag'],
    ['<{{slug}}>', 'tag'],
    ['<h{{date.day}}>', 'tag'],
    ['<style>p { color: {{motif.primary}} }</style>', 'style'],
    ['<script>{{title}}</script>', 'script'],
    ['<!doctype {{slug}}>', 'declaration'],
    ['<p title="{{{body}}}">', 'attribute'],
  ])('%s', (text, position) => {
    expect(report(text)).toMatchObject([{ code: 'template/unsafe-position', position }]);
  });

  it('follows HTML through blocks', () => {
    expect(report('<p class="a{{#if draft}} b{{/if}}" {{#if draft}}hidden{{/if}}>{{title}}</p>')).toEqual([]);
    expect(report("<title>{{title}}</title><!-- {{title}} --><p title='{{title}}'>a < b {{title}}")).toEqual([]);
    expect(report('{{#if draft}}<p {{/if}}>')).toMatchObject([
      { code: 'template/unbalanced-html', block: '{{#if}}', at: 'layout.hbs:1:1' },
    ]);
    expect(report('{{> a}}', { a: '<p class="' })).toMatchObject([
      { code: 'template/unbalanced-html', at: 'a.hbs:1:10' },
    ]);
    expect(report('<p class="{{> a}}">', { a: 'x' })).toMatchObject([{ code: 'template/unsafe-position' }]);
  });
});
