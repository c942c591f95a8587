import 'reflect-metadata';

// Loaded only now: decorators need what was imported above.
const { operate } = await import('./operator/index.js');
await operate(process.argv.slice(2));
