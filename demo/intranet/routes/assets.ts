import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import type { Env } from '../context';

const FILES = {
  'site.css': 'text/css; charset=utf-8',
  'approve.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
} as const;

/** Style, script and icon, read once. */
export function assets(): Hono<Env> {
  const routes = new Hono<Env>();
  for (const [name, type] of Object.entries(FILES)) {
    const text = readFileSync(new URL(`../assets/${name}`, import.meta.url), 'utf8');
    routes.get(`/assets/${name}`, (c) =>
      c.body(text, 200, { 'Content-Type': type, 'Cache-Control': 'no-cache' }),
    );
  }
  return routes;
}
