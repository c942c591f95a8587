// tsc alone compiles; Jest runs what it wrote.
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/dist/test'],
  testMatch: ['**/*.test.js'],
  transform: {},
  testSequencer: '<rootDir>/dist/test/support/sequencer.js',
  setupFiles: ['<rootDir>/dist/test/support/setup.js'],
  collectCoverageFrom: ['dist/src/**/*.js'],
  coverageProvider: 'v8',
  maxWorkers: '100%',
  testTimeout: 60_000,
};
