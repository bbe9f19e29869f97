// node_exporter, scraped as Prometheus does it, serves each sample of the textfiles that opsfit writes.
import { spawn } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, filesOf, missing, programOf, run } from '../lib.mjs'

const exporter = programOf('prometheus-node-exporter') ?? programOf('node_exporter') ?? missing('apt-get install prometheus-node-exporter')

mkdirSync('textfiles', { recursive: true })
const flags = ['--collector.disable-defaults', '--collector.textfile', '--collector.textfile.directory=textfiles', '--web.listen-address=127.0.0.1:0']
const server = spawn(exporter, flags, { stdio: ['ignore', 'ignore', 'pipe'] })
process.on('exit', () => server.kill())
const address = await listening()

// One file at a time, since several may be of one service.
let served = 0
for (const file of filesOf('.prom')) {
  copyFileSync(file, 'textfiles/opsfit.prom')
  const want = samplesOf(readFileSync(file, 'utf8'))
  const got = samplesOf(await (await fetch(`http://${address}/metrics`)).text())
  expect(got.get('node_textfile_scrape_error{}') === 0, `${file}: node_exporter cannot read it`)
  for (const [name, value] of want) expect(got.get(name) === value, `${basename(dirname(file))}/${basename(file)}: ${name} is ${got.get(name)}, not ${value}`)
  served += want.size
}
const version = /version (\S+)/.exec(run('sh', '-c', `"${exporter}" --version 2>&1`))[1]
console.log(`${version}: ${served} samples of ${filesOf('.prom').length} files`)
process.exit(0)

// listening waits for the server and returns its address.
async function listening() {
  for await (const line of createInterface(server.stderr)) {
    const at = /[Ll]istening on.*?(127\.0\.0\.1:\d+)/.exec(line)
    if (at) return at[1]
  }
  expect(false, 'node_exporter ended at once')
}

// samplesOf are the values by name and labels, in the order of the labels' names. An empty label is none.
function samplesOf(text) {
  const samples = new Map()
  for (const line of text.split('\n')) {
    const parts = /^(\w+)(?:\{(.*)\})? (\S+)$/.exec(line)
    if (!parts) continue
    const labels = [...(parts[2] ?? '').matchAll(/\w+="(?:[^"\\]|\\.)*"/g)].map(String).filter((label) => !label.endsWith('=""')).sort()
    samples.set(`${parts[1]}{${labels}}`, Number(parts[3]))
  }
  return samples
}
