import { describe, expect, it } from 'vitest';
import { estimateLines } from '../../../src/template/estimate-lines.ts';
import { sampleArticle } from '../../support/template.ts';

const lines = (markdown: string): number => estimateLines(sampleArticle(markdown).body);

describe('estimateLines', () => {
  it('counts full lines of paragraphs and the space between them', () => {
    expect(lines('a')).toBe(2);
    expect(lines('a'.repeat(64))).toBe(2);
    expect(lines('a'.repeat(65))).toBe(3);
    expect(lines(`${'a'.repeat(640)}\n\n${'b'.repeat(640)}`)).toBe(21);
  });

  it('gives headings, lists, tables, quotes, code and pictures their room', () => {
    expect(lines('## a')).toBe(2);
    expect(lines('- a\n- b\n- c')).toBe(4);
    expect(lines('- a\n\n- b\n\n- c')).toBe(5);
    expect(lines('| a |\n| - |\n| b |\n| c |')).toBe(6);
    expect(lines(`| a | b |\n| - | - |\n| ${'c'.repeat(100)} | d |`)).toBe(6);
    expect(lines('> a')).toBe(3);
    expect(lines('```\na\nb\n```')).toBe(4);
    expect(lines('a\n\n***')).toBe(4);
    expect(lines(`a ![${'b'.repeat(99)}](c.jpg)\n\n![d](e.jpg)`)).toBe(18);
  });

  it('grows with the text', () => {
    const text = 'Pemerintah kabupaten mengajak warga menjaga kebersihan lingkungan. ';
    expect(lines(text.repeat(40))).toBeGreaterThan(lines(text.repeat(20)) + 15);
  });
});
