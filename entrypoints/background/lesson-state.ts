import * as z from 'zod/mini';
import { type Teaching, TeachingSchema } from '@/utils/activity/teach/teaching';
import { sessionValue } from '@/utils/platform/session';

/** In the browser's memory only: it ends with the browser, and is gone when it is stopped. */
export const teaching = sessionValue<Teaching | null>('teaching', z.nullable(TeachingSchema), null);
