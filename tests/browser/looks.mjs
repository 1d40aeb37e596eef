// Opens each page in each way of looking, and prints what is wrong with it as JSON, one list of sentences.
// In the ways of looking that are named with a page it is put to axe-core as well, which takes minutes on a large one.
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

const { playwright, axe, chromium: executablePath, pages } = JSON.parse(readFileSync(0, 'utf8'))
const { chromium } = await import(pathToFileURL(playwright).href)
const rules = readFileSync(axe, 'utf8')
const ways = [
  { name: 'light', width: 1280, colorScheme: 'light' },
  { name: 'dark', width: 1280, colorScheme: 'dark' },
  { name: '200 %', width: 640, colorScheme: 'light' },
  { name: '400 %', width: 320, colorScheme: 'light' },
]
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']
const wrong = []
// What is laid out only when it is looked at, each rule of axe-core would have laid out once more.
const LAID_OUT = 'details { content-visibility: visible !important }'

async function withAxe(page, where) {
  await page.evaluate(rules)
  const found = await page.evaluate((values) => axe.run(document, {
    runOnly: { type: 'tag', values }, resultTypes: ['violations'], preload: false,
  }), tags)
  for (const { id, help, nodes } of found.violations) {
    wrong.push(`${where}: axe ${id}: ${help}: ${nodes.length} times, first ${nodes[0].html.slice(0, 200)}`)
  }
  return found.passes.length
}

async function atItsWidth(page, where) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  if (wide > 0) wrong.push(`${where}: has to be scrolled sideways by ${wide} pixels`)
}

async function byKeyboard(page, where) {
  const order = () => page.evaluate(() => {
    const all = [...document.querySelectorAll('a[href], summary, [tabindex="0"]')].filter((one) => one.checkVisibility())
    const { outlineStyle } = getComputedStyle(document.activeElement)
    return { at: all.indexOf(document.activeElement), seen: outlineStyle !== 'none', count: all.length }
  })
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press('Tab')
    const { at, seen, count } = await order()
    if (step < count && at !== step) return wrong.push(`${where}: Tab ${step + 1} goes to element ${at + 1}, not in order`)
    if (step < count && !seen) return wrong.push(`${where}: where the keyboard is cannot be seen at Tab ${step + 1}`)
  }
  const closed = await page.$('details:not([open]) > summary')
  if (closed) {
    await closed.focus()
    await page.keyboard.press('Enter')
    if (!(await closed.evaluate((one) => one.parentElement.open))) wrong.push(`${where}: Enter does not open a scenario`)
  }
}

async function onPaper(page, where) {
  await page.emulateMedia({ media: 'print' })
  const hidden = await page.evaluate(() => [...document.querySelectorAll('details .body')]
    .filter((one) => !one.checkVisibility({ contentVisibilityAuto: true })).length)
  if (hidden) wrong.push(`${where}: ${hidden} scenarios stay closed on paper`)
  await page.emulateMedia({ media: 'screen' })
}

async function looked(browser, { file, judged }, way) {
  const where = `${file.split('/').pop()}, ${way.name}`
  const page = await browser.newPage({ viewport: { width: way.width, height: 900 }, colorScheme: way.colorScheme })
  const own = pathToFileURL(file).href
  page.on('request', (request) => request.url() === own || wrong.push(`${where}: asks for ${request.url()}`))
  page.on('console', (message) => wrong.push(`${where}: the console says ${message.text()}`))
  await page.goto(own)
  await atItsWidth(page, where)
  if (way.name === 'light') await byKeyboard(page, where)
  if (way.name === 'light') await onPaper(page, where)
  await page.evaluate(() => document.querySelectorAll('details').forEach((one) => { one.open = true }))
  await page.addStyleTag({ content: LAID_OUT })
  await atItsWidth(page, `${where}, all open`)
  const passed = judged.includes(way.name) ? await withAxe(page, where) : 0
  await page.close()
  return passed
}

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
let passed = 0
for (const one of pages) for (const way of ways) passed += await looked(browser, one, way)
await browser.close()
console.log(JSON.stringify({ wrong, passed }))
