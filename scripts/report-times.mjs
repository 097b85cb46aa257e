/** Prints the slowest files and tests of the reports that the test runners wrote to dist/reports. */
import { printSlowest } from './reports/print-slowest.mjs'

printSlowest(10)
