import * as z from 'zod/mini';
import { VerbSchema } from '@/utils/activity/activity';
import { LANGUAGES } from '@/utils/language/languages';
import { CharterSchema } from '@/utils/practice/channels';
import { AskingHoursSchema, DateSchema, DayOffSchema } from './asking';
import { DestinationRuleSchema, PolicyDestinationSchema } from './destinations';

export { type DestinationRule, DestinationRuleSchema } from './destinations';

export const LanguageSchema = z.enum(LANGUAGES);

/** What the person never wants to be asked about again: a whole site (`verb` null), or one verb on it. */
export const NeverRuleSchema = z.strictObject({ site: z.string(), verb: z.nullable(VerbSchema) });
export type NeverRule = z.infer<typeof NeverRuleSchema>;

/** Pages that nobody may be asked about: a path of a site, and everything below it. */
export const SensitivePagesSchema = z.strictObject({
  site: z.string(),
  path: z.string().check(z.startsWith('/'), z.maxLength(500)),
});
export type SensitivePages = z.infer<typeof SensitivePagesSchema>;

/** Something that was learned and that the person wants forgotten: showings until then teach it no more. */
export const ForgottenSchema = z.strictObject({
  kind: z.enum(['resting', 'unwelcome', 'not-now', 'brake']),
  /** Null where it was not about one site and verb. */
  site: z.nullable(z.string()),
  verb: z.nullable(VerbSchema),
  /** Epoch ms. */
  at: z.number(),
});
export type Forgotten = z.infer<typeof ForgottenSchema>;

/** After how many days the own copy of a delivered text goes; null keeps it. */
export const RetentionSchema = z.nullable(z.literal([30, 90, 365]));
export type Retention = z.infer<typeof RetentionSchema>;

/** What an administrator gave out with which people sign in on a platform that does not take every application. */
export const ApplicationSettingSchema = z.strictObject({
  /** Its id in the register. */
  platform: z.string().check(z.minLength(1), z.maxLength(50)),
  /** Null: wherever it stands. Origin and path of one that an organisation runs itself. */
  address: z.nullable(z.string().check(z.maxLength(300))),
  clientId: z.string().check(z.maxLength(200)),
  /** Where one address serves many organisations: which one. */
  tenant: z.nullable(z.string().check(z.maxLength(200))),
});
export type ApplicationSetting = z.infer<typeof ApplicationSettingSchema>;

export const SettingsSchema = z.strictObject({
  version: z.literal(1),
  /** Null follows the policy, then the browser, then Dutch. */
  language: z.nullable(LanguageSchema),
  /** Epoch ms; null where nothing is paused, PAUSED_ALWAYS for until the person says otherwise. */
  pausedUntil: z.nullable(z.number()),
  never: z.array(NeverRuleSchema),
  /** The person has seen the welcome page to its end. */
  welcomed: z.boolean(),
  retentionDays: RetentionSchema,
  /** Null: nobody chose; DEFAULT_ASKING_HOURS hold. */
  asking: z.nullable(AskingHoursSchema),
  /** Prompts in seven days, at most. */
  perWeek: z.literal([1, 2, 3]),
  /** As many as there are: one too many would make none of them count. */
  sensitive: z.array(SensitivePagesSchema),
  forgotten: z.array(ForgottenSchema).check(z.maxLength(10_000)),
  /** What goes where, as the person knows it; absent where they said nothing. */
  charter: z.optional(CharterSchema),
  /** One for each site and verb at most; absent where the person set none. */
  destinations: z.optional(z.array(DestinationRuleSchema).check(z.maxLength(500))),
  /** Absent: none. */
  applications: z.optional(z.array(ApplicationSettingSchema).check(z.maxLength(100))),
});
export type Settings = z.infer<typeof SettingsSchema>;

/** Year 9999: a number that JSON, IndexedDB and comparison all understand, unlike Infinity. */
export const PAUSED_ALWAYS = 253_402_300_799_000;

export const DEFAULT_SETTINGS: Settings = {
  version: 1,
  language: null,
  pausedUntil: null,
  never: [],
  welcomed: false,
  retentionDays: null,
  asking: null,
  perWeek: 2,
  sensitive: [],
  forgotten: [],
};

/** An origin that the person granted or the organisation's policy names, and the recipe bound to it. */
export const SiteSchema = z.strictObject({
  /** Scheme, host and port. */
  origin: z.string(),
  /** The recipe bound to it. Null until one was recognised, or where the person wants none. */
  recipeId: z.nullable(z.string()),
  /** The person chose the recipe, or none: nothing that is recognised changes it. */
  chosen: z.boolean(),
  /** The person wants to be asked although this recipe is not sure of its system. */
  tries: z.boolean(),
  addedAt: z.number(),
  named: z.enum(['person', 'policy']),
});
export type Site = z.infer<typeof SiteSchema>;

/** What an administrator may set about prompts: all of it narrows what the person allows and widens nothing. */
export const PromptLimitsSchema = z.object({
  perDay: z.optional(z.literal([0, 1])),
  perWeek: z.optional(z.literal([0, 1, 2, 3])),
  days: z.optional(AskingHoursSchema.shape.days),
  from: z.optional(AskingHoursSchema.shape.from),
  to: z.optional(AskingHoursSchema.shape.to),
  daysOff: z.optional(z.array(DayOffSchema)),
  holidays: z.optional(AskingHoursSchema.shape.holidays),
  /** Addresses whose pages, and all below them, are never asked about. */
  sensitive: z.optional(z.array(z.string())),
});

const BeginningSchema = z.string().check(z.maxLength(500));

/** A template of the organisation's own; a field that is absent is for everything. */
const TemplateSchema = z.object({
  name: z.string().check(z.minLength(1), z.maxLength(60)),
  verbs: z.optional(z.array(VerbSchema)),
  /** Ids of recipes. */
  systems: z.optional(z.array(z.string())),
  language: z.optional(LanguageSchema),
  did: BeginningSchema,
  why: z.optional(BeginningSchema),
  tip: z.optional(BeginningSchema),
});

/** With three signs beside its stars at least, or it would fit every word. */
export const DossierPatternSchema = z.string().check(
  z.maxLength(60),
  z.refine((pattern) => pattern.replaceAll('*', '').trim().length >= 3),
);

/** What an administrator may set (`storage.managed`). It names; it never grants. */
export const PolicySchema = z.object({
  sites: z.optional(z.array(z.string())),
  community: z.optional(z.object({ address: z.string(), name: z.optional(z.string()) })),
  /** Only between communities that the person connected. */
  destinations: z.optional(z.array(PolicyDestinationSchema).check(z.maxLength(100))),
  language: z.optional(LanguageSchema),
  organisation: z.optional(z.string()),
  prompts: z.optional(PromptLimitsSchema),
  /** A theme that people are asked to write about for a while; prompting reads it as a call. */
  call: z.optional(
    z.object({
      text: z.string().check(z.minLength(1), z.maxLength(200)),
      words: z.optional(z.array(z.string().check(z.minLength(1), z.maxLength(60))).check(z.maxLength(20))),
      verbs: z.optional(z.array(VerbSchema).check(z.maxLength(20))),
      /** First and last day. */
      from: DateSchema,
      until: DateSchema,
    }),
  ),
  /** Beginnings of sentences for what people may tell, before those that come along. */
  templates: z.optional(z.array(TemplateSchema).check(z.maxLength(100))),
  /** What goes where; each entry goes before what a person set for its kind. */
  charter: z.optional(CharterSchema),
  /** How the organisation writes its dossiers: `#` a digit, `@` a letter, `*` letters and digits, else itself. */
  dossierPatterns: z.optional(z.array(DossierPatternSchema).check(z.maxLength(50))),
  /** With what people sign in on platforms that want to know an application first. */
  applications: z.optional(
    z
      .array(
        z.object({
          platform: z.string(),
          address: z.optional(z.string()),
          clientId: z.string().check(z.minLength(1), z.maxLength(200)),
          tenant: z.optional(z.string().check(z.maxLength(200))),
        }),
      )
      .check(z.maxLength(100)),
  ),
  /** Each by itself: one that is wrong spoils no other. Text, for a browser's policy knows no open objects. */
  recipes: z.optional(z.array(z.unknown())),
});
export type Policy = z.infer<typeof PolicySchema>;
