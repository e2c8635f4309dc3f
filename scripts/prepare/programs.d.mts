export function findChromium(): string | undefined;
export function findFirefox(): string | undefined;
export function findPhp(): string | undefined;
export function findDokuwiki(): string | undefined;
