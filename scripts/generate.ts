import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { generatedFiles } from './generated-files.js';

/** `npm run generate`: writes what is printed from the code. `npm test` fails where any of it is stale. */
for (const [file, text] of Object.entries(generatedFiles())) writeFileSync(file, text);
