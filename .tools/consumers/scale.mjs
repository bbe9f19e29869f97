// Times the queries of `opsfit help scale` in a folder that holds services/day=DAY/*.jsonl: from the lines, then from what the topic
// packs as Parquet. It prints figures and judges none: make bench-scale
import { readFileSync } from 'node:fs'
import { DuckDBInstance } from '@duckdb/node-api'

const topic = readFileSync(new URL('../../internal/topics/scale.md', import.meta.url), 'utf8')
const statements = [...topic.matchAll(/^```sql\n(.*?)^```/gms)].flatMap(([, block]) => block.split(/;\s*$/m)).map((text) => text.trim()).filter(Boolean)
process.chdir(process.argv[2])
const connection = await (await DuckDBInstance.create()).connect()

async function time(list) {
  for (const statement of list) {
    const start = performance.now()
    const rows = (await connection.runAndReadAll(statement)).currentRowCount
    const seconds = ((performance.now() - start) / 1000).toFixed(2)
    console.log(`${seconds.padStart(8)} s ${String(rows).padStart(4)} rows  ${statement.replace(/\s+/g, ' ').slice(0, 60)}`)
  }
  console.log(`${(process.resourceUsage().maxRSS / 1024).toFixed(0).padStart(8)} MB so far at most`)
}

console.log('from lines')
await time(statements)
console.log('from Parquet')
await time(statements.filter((statement) => /^(SELECT|WITH)\b/.test(statement)))
