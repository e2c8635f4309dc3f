import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Ajv from 'ajv';
import { parseYAML } from 'confbox';
import type { PlainRequest, PlainResponse } from '@/utils/community/connector';

/** A part of a document: what stands in it is known where it is used. */
type Part = Readonly<Record<string, unknown>>;
interface Body {
  readonly content?: Readonly<Record<string, { readonly schema?: Part }>>;
}
interface Documented {
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema?: Part;
  }[];
  readonly requestBody?: Body;
  readonly responses: Readonly<Record<string, Body | undefined>>;
}
interface Path {
  readonly pattern: RegExp;
  readonly methods: Part;
  readonly file: string;
}

/** What a platform publishes of its interface, in OpenAPI documents: what its requests and answers are held against. */
export class PublishedContract {
  private readonly ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
  private readonly documents = new Map<string, Part>();
  private readonly paths: readonly Path[];

  constructor(
    private readonly base: string,
    files: readonly string[],
  ) {
    this.paths = files.flatMap((file) => this.pathsOf(file));
  }

  /** Every way in which a request is none that is documented; empty where it is one. */
  wrongIn({ method, url, body }: PlainRequest): string[] {
    const documented = this.operation(method, url);
    if (documented === null) return [`${method} ${url} is not documented`];
    const query = (documented.parameters ?? []).filter((one) => one.in === 'query');
    const given = new URL(url).searchParams;
    const unknown = [...given.keys()].filter((name) => !query.some((one) => one.name === name));
    const missing = query.filter(({ name, required }) => required === true && !given.has(name));
    const wrong = query.flatMap(({ name, schema = {} }) =>
      given.has(name) ? this.wrong(schema, readAs(given.get(name) ?? '', schema), name) : [],
    );
    const asked = schemaOf(documented.requestBody);
    if (body !== undefined && asked === null) return [`${method} ${url} takes no body`];
    return [
      ...unknown.map((name) => `${name} is not documented`),
      ...missing.map(({ name }) => `${name} is missing`),
      ...wrong,
      ...(asked === null ? [] : this.wrong(asked, JSON.parse(body ?? 'null'), 'body')),
    ];
  }

  /** Every way in which an answer is none that is documented for its request; empty where it is one. */
  wrongInAnswer({ method, url }: PlainRequest, { status, text }: PlainResponse): string[] {
    const answer = this.operation(method, url)?.responses[String(status)];
    if (answer === undefined) return [`${method} ${url} is not documented to answer ${status}`];
    const schema = schemaOf(answer);
    return schema === null ? [] : this.wrong(schema, JSON.parse(text), 'answer');
  }

  /** Every way in which a value is not what a document describes. */
  wrongAs(file: string, value: unknown): string[] {
    return this.wrong(this.whole(this.document(file), file) as Part, value, 'value');
  }

  private operation(method: string, url: string): Documented | null {
    const path = url.slice(this.base.length).split('?')[0] ?? '';
    const verb = method.toLowerCase();
    const known = this.paths.find(({ pattern, methods }) => pattern.test(path) && verb in methods);
    return known === undefined ? null : (this.whole(known.methods[verb], known.file) as Documented);
  }

  private wrong(schema: Part, value: unknown, what: string): string[] {
    const validate = this.ajv.compile(schema);
    if (validate(value)) return [];
    return (validate.errors ?? []).map(({ instancePath, message }) => `${what}${instancePath} ${message}`);
  }

  private pathsOf(file: string): Path[] {
    const { paths = {}, servers } = this.document(file) as { paths?: Part; servers?: unknown };
    const prefix = at(servers, '0/variables/basePath/default') ?? '';
    return Object.entries(paths).map(([path, methods]) => {
      const pattern = `${prefix}${path}`
        .replace(/[.*+?^$()|[\]\\]/gu, '\\$&')
        .replace(/\{[^}]+\}/gu, '[^/]+');
      return { pattern: new RegExp(`^${pattern}$`, 'u'), methods: methods as Part, file };
    });
  }

  private document(file: string): Part {
    const known = this.documents.get(file);
    const document = known ?? parseYAML<Part>(readFileSync(file, 'utf8'));
    this.documents.set(file, document);
    return document;
  }

  /** With what it refers to in its place; what refers to itself may be anything the second time. */
  private whole(part: unknown, file: string, within: readonly string[] = []): unknown {
    if (Array.isArray(part)) return part.map((one) => this.whole(one, file, within));
    if (typeof part !== 'object' || part === null) return part;
    const { $ref } = part as { $ref?: unknown };
    if (typeof $ref === 'string') {
      const [path = '', pointer = ''] = $ref.split('#');
      const target = path === '' ? file : join(dirname(file), path);
      const name = `${target}#${pointer}`;
      if (within.includes(name)) return {};
      return this.whole(at(this.document(target), pointer), target, [...within, name]);
    }
    const kept = Object.entries(part).filter(([key]) => !/^(?:examples?|\$schema)$/u.test(key));
    return Object.fromEntries(kept.map(([key, value]) => [key, this.whole(value, file, within)]));
  }
}

/** What a pointer leads to (RFC 6901). */
function at(part: unknown, pointer: string): unknown {
  const steps = pointer.split('/').filter((step) => step !== '');
  return steps.reduce<unknown>((found, step) => {
    const name = decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~');
    return typeof found === 'object' && found !== null ? Reflect.get(found, name) : undefined;
  }, part);
}

function schemaOf(body: Body | undefined): Part | null {
  return body?.content?.['application/json']?.schema ?? null;
}

/** A query holds texts only. */
function readAs(text: string, { type }: Part): unknown {
  if (type === 'integer' || type === 'number') return Number(text);
  return type === 'boolean' ? text === 'true' : text;
}
