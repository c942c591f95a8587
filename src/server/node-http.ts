/**
 * Node's HTTP, without what an `import` of it brings along: that reads every member of the module, `WebSocket` among them, for which Node
 * loads its whole `fetch`. It is a thirtieth of a cold start, and nothing here uses it.
 */
export const { createServer, STATUS_CODES } = process.getBuiltinModule('node:http');
