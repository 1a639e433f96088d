/** The part of `qrcode` that makes the matrix; its main entry loads drawing code as well. */
declare module 'qrcode/lib/core/qrcode.js' {
  export function create(
    text: string,
    options: { readonly errorCorrectionLevel: 'M' | 'Q' | 'H'; readonly maskPattern?: number },
  ): { readonly modules: { readonly size: number; readonly data: Uint8Array } };
}
