// DuckDB answers every query that a help topic shows, over the lines of 10,000 services and of the samples, in the order of the
// topic: from services.jsonl, from partitions services/day=DAY, and the same again from what the topic packs as Parquet.
import { execFileSync } from 'node:child_process'
import { mkdirSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { expect, missing, opsfit, programOf, root, versionOf } from '../lib.mjs'

if (!programOf('go')) missing('Go, in the version of go.mod')

// lines appends what portfolio says of a folder to a file of lines.
function lines(folder, file) {
  execFileSync(opsfit, ['portfolio', '.', '-f', 'jsonl'], { cwd: folder, stdio: ['ignore', openSync(file, 'a'), 'ignore'] })
}

// Ten repositories of a thousand services each, on two days.
for (const made of ['sheets', 'services', 'packed', 'services.jsonl']) rmSync(made, { recursive: true, force: true })
execFileSync('go', ['build', '-o', resolve('organisation'), './cmd/opsfit/testdata/bench/portfolio'], { cwd: root, stdio: 'inherit' })
for (const [day, first] of [['2026-06-30', 1], ['2026-12-01', 11]]) {
  const partition = `services/day=${day}`
  mkdirSync(partition, { recursive: true })
  for (let repository = 0; repository < 10; repository++) {
    const folder = `sheets/${first + repository}`
    execFileSync('./organisation', ['-keep', folder, '-seed', first + repository])
    lines(folder, `${partition}/repository-${repository}.jsonl`)
    if (day === '2026-12-01') lines(folder, 'services.jsonl')
  }
  lines(join(root, 'testdata/answers'), `${partition}/samples.jsonl`)
}

// ask runs the statements and returns the rows of each that asks for some, in an order of their own.
async function ask(connection, statements) {
  const answers = []
  for (const statement of statements) {
    try {
      const rows = (await connection.runAndReadAll(statement)).getRowObjectsJson()
      if (/^(SELECT|WITH)\b/.test(statement)) answers.push(rows.map((row) => JSON.stringify(row)).sort())
    } catch (error) {
      expect(false, `${statement}\n${error.message}`)
    }
  }
  return answers
}

let queries = 0
let packed = 0
for (const name of readdirSync(join(root, 'internal/topics')).filter((name) => name.endsWith('.md'))) {
  const topic = readFileSync(join(root, 'internal/topics', name), 'utf8')
  const statements = [...topic.matchAll(/^```sql\n(.*?)^```/gms)].flatMap(([, block]) => block.split(/;\s*$/m)).map((text) => text.trim()).filter(Boolean)
  const connection = await (await DuckDBInstance.create()).connect()
  const answers = await ask(connection, statements)
  answers.forEach((rows, i) => expect(rows.length > 0, `${name}: no rows from query ${i + 1}`))
  queries += answers.length
  if (!statements.some((statement) => /parquet/i.test(statement))) continue
  const again = await ask(connection, statements.filter((statement) => /^(SELECT|WITH)\b/.test(statement)))
  again.forEach((rows, i) => expect(rows.join() === answers[i].join(), `${name}: query ${i + 1} has other rows from Parquet`))
  packed += again.length
}
expect(queries > 0, 'no help topic shows a query')
console.log(`${versionOf('@duckdb/node-api')}: ${queries} queries, ${packed} of them also from Parquet`)
