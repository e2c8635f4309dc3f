import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';

/**
 * The network address of who asks. Only behind a proxy (which is how a server gets an https address) the last address
 * that was forwarded counts: that one the proxy wrote itself. Empty where there is no network, as in tests.
 */
export function callerOf(context: Context, origin: string): string {
  const bindings: Partial<HttpBindings> | undefined = context.env;
  const forwarded = context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
  const behindProxy = origin.startsWith('https:') && forwarded !== undefined && forwarded !== '';
  return behindProxy ? forwarded : (bindings?.incoming?.socket.remoteAddress ?? '');
}
