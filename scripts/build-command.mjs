/**
 * Bundles the command into bin/, and says nothing where it goes well: the first screen belongs to the program.
 */
import { rolldown } from 'rolldown';
import configuration from '../rolldown.config.mjs';

const { output, ...input } = configuration;
const bundle = await rolldown(input);
await bundle.write(output);
await bundle.close();
