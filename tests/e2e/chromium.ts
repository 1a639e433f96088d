import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import type { Readable, Writable } from 'node:stream';

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The browser to ask: `CHROMIUM`, else one in a usual place. */
export function findChromium(): string | undefined {
  const named = process.env.CHROMIUM;
  if (named !== undefined && named !== '') return existsSync(named) ? named : undefined;
  return USUAL_PLACES.find((place) => existsSync(place));
}

/** Device pixels a CSS pixel: borders and glyphs are placed in quarters, and a 0.75 px border stays one. */
export const SCALE = 4;

interface Viewport {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Device pixels a CSS pixel. */
  readonly scale: number;
}

interface BrowserPage {
  /** Loads a file and waits for its fonts. */
  open(url: string, viewport: Viewport): Promise<void>;
  /** The value of an expression, which may be a promise. */
  evaluate(expression: string): Promise<unknown>;
  /** PNG of the viewport. */
  screenshot(viewport: Viewport): Promise<Buffer>;
  /** The paper is that of `@page`. */
  printToPdf(): Promise<Buffer>;
}

export interface Browser extends BrowserPage {
  readonly version: string;
  close(): Promise<void>;
}

interface Reply {
  readonly id?: number;
  readonly method?: string;
  readonly sessionId?: string;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly message: string };
}

const TIME_LIMIT_MS = 60_000;

/** Chromium without a window, spoken to over a pipe in the DevTools protocol. It is given no network. */
export async function launchChromium(executable: string, scale = SCALE): Promise<Browser> {
  const profile = mkdtempSync(path.join(os.tmpdir(), 'buletin-e2e-'));
  const child = spawn(
    executable,
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      `--force-device-scale-factor=${scale}`,
      '--font-render-hinting=none',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--no-default-browser-check',
      '--host-resolver-rules=MAP * ~NOTFOUND',
      '--allow-file-access-from-files',
      '--disable-features=PaintHolding',
      `--user-data-dir=${profile}`,
      '--remote-debugging-pipe',
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const protocol = speak(child);
  const { targetInfos } = (await protocol.send('Target.getTargets', {})) as {
    targetInfos: readonly { targetId: string; type: string }[];
  };
  const target = targetInfos.find((info) => info.type === 'page');
  const { targetId } =
    target ?? ((await protocol.send('Target.createTarget', { url: 'about:blank' })) as { targetId: string });
  const { sessionId } = (await protocol.send('Target.attachToTarget', { targetId, flatten: true })) as {
    sessionId: string;
  };
  const send = (method: string, params: object): Promise<Record<string, unknown>> =>
    protocol.send(method, params, sessionId);
  await send('Page.enable', {});
  const { product } = await protocol.send('Browser.getVersion', {});
  const evaluate = async (expression: string): Promise<unknown> => {
    const answer = (await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })) as {
      result?: { value?: unknown };
      exceptionDetails?: { text: string; exception?: { description?: string } };
    };
    if (answer.exceptionDetails !== undefined) {
      throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text);
    }
    return answer.result?.value;
  };
  const setViewport = ({ widthPx, heightPx, scale }: Viewport): Promise<unknown> =>
    send('Emulation.setDeviceMetricsOverride', {
      width: widthPx,
      height: heightPx,
      deviceScaleFactor: scale,
      mobile: false,
    });
  return {
    version: String(product),
    evaluate,
    async open(url, viewport) {
      await setViewport(viewport);
      const loaded = protocol.event('Page.loadEventFired', sessionId);
      await send('Page.navigate', { url });
      await loaded;
      await evaluate('document.fonts.ready.then(() => true)');
    },
    async screenshot(viewport) {
      await setViewport(viewport);
      const { data } = await send('Page.captureScreenshot', { format: 'png' });
      return Buffer.from(String(data), 'base64');
    },
    async printToPdf() {
      const { data } = await send('Page.printToPDF', { preferCSSPageSize: true, printBackground: true });
      return Buffer.from(String(data), 'base64');
    },
    async close() {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      await protocol.send('Browser.close', {}).catch(() => undefined);
      await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 5000))]);
      if (child.exitCode === null) child.kill('SIGKILL');
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

interface Protocol {
  send(method: string, params: object, sessionId?: string): Promise<Record<string, unknown>>;
  event(method: string, sessionId: string): Promise<void>;
}

/** Messages are JSON, each ended by a zero byte: to the browser on descriptor 3, from it on 4. */
function speak(child: ChildProcess): Protocol {
  const to = child.stdio[3] as Writable;
  const from = child.stdio[4] as Readable;
  const waiting = new Map<number, { resolve(value: Record<string, unknown>): void; reject(error: Error): void }>();
  const listeners: { method: string; sessionId: string; resolve(): void }[] = [];
  let next = 1;
  let rest = '';
  from.setEncoding('utf8');
  from.on('data', (chunk: string) => {
    const parts = (rest + chunk).split('\0');
    rest = parts.pop() ?? '';
    for (const part of parts) receive(JSON.parse(part) as Reply);
  });
  child.once('exit', () => {
    for (const { reject } of waiting.values()) reject(new Error('Chromium ended'));
    waiting.clear();
  });
  function receive(reply: Reply): void {
    if (reply.id === undefined) {
      for (const [i, listener] of [...listeners.entries()].reverse()) {
        if (listener.method !== reply.method || listener.sessionId !== reply.sessionId) continue;
        listeners.splice(i, 1);
        listener.resolve();
      }
      return;
    }
    const request = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (reply.error !== undefined) request?.reject(new Error(reply.error.message));
    else request?.resolve(reply.result ?? {});
  }
  return {
    send(method, params, sessionId) {
      const id = next++;
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`Chromium does not answer ${method}`)), TIME_LIMIT_MS);
        waiting.set(id, {
          resolve: (value) => {
            clearTimeout(timer);
            resolve(value);
          },
          reject: (error) => {
            clearTimeout(timer);
            reject(error);
          },
        });
        to.write(`${JSON.stringify({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) })}\0`);
      });
    },
    event: (method, sessionId) => new Promise((resolve) => listeners.push({ method, sessionId, resolve })),
  };
}
