import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { extensionRedirect } from '@/scripts/browsers/chromium';
import type { Fake, Specimen } from '@/tests/connectors/kit/specimen';
import type { PlainRequest, PlainResponse } from '@/utils/community/connector';
import { systemClock } from '@/utils/kernel/clock';
import { Entra, SIGN_IN } from './entra';
import { reply, requestOf } from './platform-server';
import { throwAwayCertificate } from './throw-away-certificate';

/** What Microsoft has fixed addresses for; a browser that was told so finds all of it on this machine. */
export interface Microsoft {
  readonly entra: Entra;
  /** What makes a browser find it here, and trust this key at these addresses. */
  readonly args: readonly string[];
  /** Registers an application for one of its platforms, as an administrator does; answers what stands there. */
  register(clientId: string, specimen: Specimen): Fake;
}

const HOSTS = [new URL(SIGN_IN).hostname, 'graph.microsoft.com', 'www.yammer.com'];

/** Serves sign-in, Graph and Viva Engage over HTTPS, until the test has finished. */
export async function serveMicrosoft(): Promise<Microsoft> {
  const entra = new Entra();
  const served = new Map<string, { readonly specimen: Specimen; readonly fake: Fake }>();
  const answer = (request: PlainRequest): PlainResponse => {
    const { origin } = new URL(request.url);
    if (origin === SIGN_IN) return entra.answer(request);
    const token = (request.headers.authorization ?? '').replace('Bearer ', '');
    const access = entra.accessOf(token);
    const platform = access === undefined ? undefined : served.get(access.clientId);
    if (platform === undefined || access?.resource !== origin)
      return [...served.values()][0]?.specimen.signedOut ?? { status: 401, headers: {}, text: '' };
    const { account } = platform.specimen;
    const known = account.elsewhere?.[origin] ?? account.token;
    return platform.fake.answer({
      ...request,
      headers: { ...request.headers, authorization: `Bearer ${known}` },
    });
  };
  const { key, cert, pin } = throwAwayCertificate();
  const port = await listen({ key, cert }, answer);
  const rules = HOSTS.map((host) => `MAP ${host}:443 127.0.0.1:${port}`).join(', ');
  return {
    entra,
    args: [`--host-resolver-rules=${rules}`, `--ignore-certificate-errors-spki-list=${pin}`],
    register: (clientId, specimen) => {
      const fake = specimen.create(systemClock);
      served.set(clientId, { specimen, fake });
      entra.applications.push({ clientId, redirectUri: extensionRedirect() });
      return fake;
    },
  };
}

async function listen(
  certificate: { readonly key: string; readonly cert: string },
  answer: (request: PlainRequest) => PlainResponse,
): Promise<number> {
  const server = createServer(certificate, async (request, response) => {
    const said = `https://${request.headers.host ?? ''}`;
    const names = { said, real: said };
    reply(response, answer(await requestOf(request, names)), names);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return (server.address() as AddressInfo).port;
}
