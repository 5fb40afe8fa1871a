import * as z from 'zod';
import type { Plan } from './plan';
import { planSchema } from './schema';
import { asWritten } from './written';

/** What `plan.yaml` may say; parsing with it gives a `Plan`. */
export const writtenPlan: z.ZodType<Plan> = asWritten<Plan>(planSchema);

/** The JSON Schema of `plan.yaml`, for editors. */
export const planJsonSchema = () => z.toJSONSchema(writtenPlan, { io: 'input' });
