import { readXlsx, streamXlsxRows } from 'hucre/xlsx'; import fs from 'node:fs';
const b=fs.readFileSync('/tmp/intake/big.xlsx'); const t=Date.now();
const w=await readXlsx(b,{range:'A1:A1'}); console.log(w.sheets[0].rows.length, w.sheets[0].merges, Date.now()-t, process.resourceUsage().maxRSS>>10);
let n=0; const keep=[]; for await (const r of streamXlsxRows(b)) {n+=r.values.length; if (process.argv[2]) keep.push(r.values)}
console.log(n, keep.length, Date.now()-t, process.resourceUsage().maxRSS>>10);
