import { test } from 'vitest';
import { Person } from './person';
import type { Specimen } from './specimen';

/** A case of the kit; where the platform makes it impossible it is skipped, with the reason in its name. */
export function kitCase(
  specimen: Specimen,
  name: string,
  run: (person: Person) => Promise<void>,
  timeout = 20_000,
): void {
  const reason = specimen.impossible?.[name];
  if (reason !== undefined) {
    test.skip(`${name}: impossible, ${reason}`);
    return;
  }
  test(name, { timeout }, async () => run(await Person.connected(specimen)));
}
