import * as z from 'zod/mini';

/**
 * Who may ask. `in-page`: our script in a web page, about its own tab's prompt only. `frame`: the sidebar framed by a
 * web page, about its own draft only. `page`: an extension page in the toolbar popup, a tab or a window of its own.
 */
export type Caller = 'in-page' | 'frame' | 'page';

/** Who may send a message, and what it must look like. */
export function row<Request>(callers: readonly Caller[], request: z.ZodMiniType<Request>) {
  return { callers, request };
}

/** For messages that only the extension's own pages may send. */
export const page = ['page'] as const;
/** For the composer, on a page of ours or in a frame on somebody else's. */
export const composer = ['frame', 'page'] as const;
export const nothing = z.strictObject({});
