// yaml-language-server, as editors run it, helps with answers files: it completes options, explains questions, marks a misspelt
// option, and has nothing to say about the samples.
import { spawn } from 'node:child_process'
import { copyFileSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, root, samples, versionOf } from '../lib.mjs'

const program = new URL('../node_modules/.bin/yaml-language-server', import.meta.url).pathname
const server = spawn(program, ['--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] })
const waiting = new Map() // what waits for a message: by the id of a request, or the address of a document

let received = Buffer.alloc(0)
server.stdout.on('data', (data) => {
  received = Buffer.concat([received, data])
  for (let end; (end = received.indexOf('\r\n\r\n')) >= 0; ) {
    const start = end + 4
    const length = Number(/Content-Length: (\d+)/i.exec(received.toString('latin1', 0, end))[1])
    if (received.length < start + length) return
    take(JSON.parse(received.toString('utf8', start, start + length)))
    received = received.subarray(start + length)
  }
})

function take({ id, method, params, result }) {
  if (method === 'textDocument/publishDiagnostics') waiting.get(params.uri)?.(params.diagnostics)
  else if (method && id !== undefined) send({ id, result: method === 'workspace/configuration' ? params.items.map(() => null) : null })
  else if (!method) waiting.get(id)?.(result)
}

function send(message) {
  const text = JSON.stringify({ jsonrpc: '2.0', ...message })
  server.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`)
}

let requests = 0
function request(method, params) {
  const id = ++requests
  send({ id, method, params })
  return new Promise((resolve) => waiting.set(id, resolve))
}

// open shows the server a document in this folder and returns its diagnostics.
function open(name, text) {
  const uri = pathToFileURL(name).href
  send({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'yaml', version: 1, text } } })
  return new Promise((resolve) => waiting.set(uri, resolve))
}

// ask is a request about the place in a document at the end of a text that stands in it once.
function ask(method, name, text, before) {
  const lines = text.slice(0, text.indexOf(before) + before.length).split('\n')
  const position = { line: lines.length - 1, character: lines.at(-1).length }
  return request(method, { textDocument: { uri: pathToFileURL(name).href }, position })
}

setTimeout(() => expect(false, 'no answer within a minute'), 60_000).unref()
await request('initialize', { processId: process.pid, rootUri: pathToFileURL('.').href, capabilities: {} })
send({ method: 'initialized', params: {} })
for (const name of readdirSync(join(samples, 'schema'))) copyFileSync(join(samples, 'schema', name), name)

let files = 0
const answers = join(root, 'testdata/answers')
for (const name of readdirSync(answers).filter((name) => name.endsWith('.yaml'))) {
  const text = readFileSync(join(answers, name), 'utf8')
  const id = /^questionnaire: (\S+)/m.exec(text)[1]
  const found = await open(name, `# yaml-language-server: $schema=answers-${id}.json\n${text}`)
  expect(found.length === 0, `${name}: ${JSON.stringify(found, null, 1)}`)
  files++
}
for (const id of ['full', 'quick', 'dora', 'launch']) {
  const text = readFileSync(join(root, 'questionnaires', `${id}.yaml`), 'utf8')
  const found = await open(`${id}.yaml`, `# yaml-language-server: $schema=questionnaire.json\n${text}`)
  expect(found.length === 0, `${id}.yaml: ${JSON.stringify(found, null, 1)}`)
  files++
}

const sheet = '# yaml-language-server: $schema=answers-full.json\nquestionnaire: full\nanswers:\n  release_rhythm: monts\n  restore_test: \n'
const found = await open('typed.yaml', sheet)
expect(found.some(({ range, message }) => range.start.line === 3 && /months/.test(message)), `monts is not marked: ${JSON.stringify(found)}`)
const hover = await ask('textDocument/hover', 'typed.yaml', sheet, 'restore_te')
expect(/backup/i.test(JSON.stringify(hover?.contents)), `restore_test is not explained: ${JSON.stringify(hover)}`)
const completion = await ask('textDocument/completion', 'typed.yaml', sheet, 'restore_test: ')
const untested = completion.items.find(({ label }) => label === 'untested')
expect(untested?.documentation, `the options of restore_test are not offered: ${JSON.stringify(completion)}`)

console.log(`${versionOf('yaml-language-server')}: ${files} files, completion, hover, diagnostics`)
process.exit(0)
