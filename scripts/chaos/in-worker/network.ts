import { checkpoint } from './checkpoint';

let answered = false;

/** Whether a community has answered a write since the worker started. */
export const hasAnswered = (): boolean => answered;

/** Each request to a community has a checkpoint before it, when its answer begins and with each part of it. */
export function watchNetwork(): void {
  const real = globalThis.fetch;
  globalThis.fetch = async (...request) => {
    if (!/^https?:/.test(String(request[0]))) return real(...request);
    checkpoint('about to ask');
    const asked = real(...request);
    checkpoint('asked');
    const answer = await asked;
    if (request[1]?.method === 'POST') answered = true;
    checkpoint('answer begins');
    return answer;
  };
  const { read } = ReadableStreamDefaultReader.prototype;
  ReadableStreamDefaultReader.prototype.read = async function () {
    const part = await read.call(this);
    checkpoint('part of the answer read');
    return part;
  };
}
