import { z } from 'zod'

/**
 * To be imported before any schema where a content security policy forbids `eval`: zod would otherwise try to compile
 * its checks, which the policy reports as a violation.
 */
z.config({ jitless: true })
