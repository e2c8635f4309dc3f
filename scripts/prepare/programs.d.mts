export function findChromium(): string | undefined;
export function findFirefox(): string | undefined;
export function findPhp(): string | undefined;
export function findDokuwiki(): string | undefined;
export function findPostgres(): string | undefined;
export function findToot(): string | undefined;
export function findMastodonPy(): string | undefined;
