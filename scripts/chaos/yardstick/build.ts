import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const FOLDER = resolve('.cache/chaos-yardstick');

/** Builds an extension around the yardstick's queue; its folder. It has the id of ours, so that the same driver drives it. */
export async function buildYardstick(ours: string): Promise<string> {
  rmSync(FOLDER, { recursive: true, force: true });
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: FOLDER,
      minify: false,
      lib: {
        entry: resolve('scripts/chaos/yardstick/worker.ts'),
        formats: ['iife'],
        name: 'yardstick',
        fileName: () => 'background.js',
      },
    },
  });
  const { key, content_security_policy } = JSON.parse(readFileSync(join(ours, 'manifest.json'), 'utf8'));
  const manifest = {
    manifest_version: 3,
    name: 'Yardstick',
    version: '1',
    permissions: ['alarms', 'storage'],
    background: { service_worker: 'background.js' },
    key,
    content_security_policy,
  };
  writeFileSync(join(FOLDER, 'manifest.json'), JSON.stringify(manifest));
  mkdirSync(join(FOLDER, 'texts'), { recursive: true });
  writeFileSync(join(FOLDER, 'texts', 'nl.json'), '{}');
  return FOLDER;
}
