import type { CivilDate } from '../article/types.ts';

declare const safe: unique symbol;

/** HTML made by `markdown-html.ts`: escaped already, printed with three braces. A plain string when it runs. */
export type SafeHtml = string & { readonly [safe]: true };

/** Only for text that this room has escaped itself. */
export function asSafeHtml(html: string): SafeHtml {
  return html as SafeHtml;
}

interface Scalar<K extends string> {
  readonly kind: K;
  readonly about: string;
}

export type TextField = Scalar<'text'>;
export type NumberField = Scalar<'number'>;
export type BooleanField = Scalar<'boolean'>;
export type HtmlField = Scalar<'html'>;

export interface DateField<O extends boolean = boolean> {
  readonly kind: 'date';
  readonly about: string;
  readonly optional: O;
}

export interface Fields {
  readonly [name: string]: Field;
}

export interface RecordField<F extends Fields = Fields, O extends boolean = boolean> {
  readonly kind: 'record';
  readonly about: string;
  readonly optional: O;
  readonly fields: F;
}

export interface ListField<F extends Fields = Fields> {
  readonly kind: 'list';
  readonly about: string;
  readonly item: RecordField<F, false>;
}

/** What a name in a layout may stand for. Both the data and the static check of layouts come from it. */
export type Field = TextField | NumberField | BooleanField | HtmlField | DateField | RecordField | ListField;

/** The data that a field describes. What is optional is `undefined` when it is missing; its key is always there. */
export type DataOf<F> = F extends TextField
  ? string
  : F extends NumberField
    ? number
    : F extends BooleanField
      ? boolean
      : F extends HtmlField
        ? SafeHtml
        : F extends DateField<infer O>
          ? CivilDate | (O extends true ? undefined : never)
          : F extends RecordField<infer R, infer O>
            ? { readonly [K in keyof R]: DataOf<R[K]> } | (O extends true ? undefined : never)
            : F extends ListField<infer R>
              ? readonly { readonly [K in keyof R]: DataOf<R[K]> }[]
              : never;

export const text = (about: string): TextField => ({ kind: 'text', about });
export const number = (about: string): NumberField => ({ kind: 'number', about });
export const boolean = (about: string): BooleanField => ({ kind: 'boolean', about });
export const html = (about: string): HtmlField => ({ kind: 'html', about });
export const date = (about: string): DateField<false> => ({ kind: 'date', about, optional: false });
export const optionalDate = (about: string): DateField<true> => ({ kind: 'date', about, optional: true });
export const record = <F extends Fields>(about: string, fields: F): RecordField<F, false> => ({
  kind: 'record',
  about,
  optional: false,
  fields,
});
export const optional = <F extends Fields>(about: string, fields: F): RecordField<F, true> => ({
  kind: 'record',
  about,
  optional: true,
  fields,
});
export const list = <F extends Fields>(about: string, fields: F): ListField<F> => ({
  kind: 'list',
  about,
  item: record('', fields),
});

/** The parts of a civil date, as a layout reaches them: `{{date.year}}`. */
export const dateFields: Fields = {
  year: number('the year'),
  month: number('1 to 12'),
  day: number('1 to 31'),
};
