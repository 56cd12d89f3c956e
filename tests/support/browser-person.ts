import type { Browser, BrowserContext, Page, Response, Route } from '@playwright/test';

type Body = { url: string; text: string };

/** Everything that one person's browser was sent, and everything that it complained about. */
export class BrowserPerson {
  readonly name: string;
  readonly email: string;
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the console said that the story did not provoke. */
  readonly complaints: string[] = [];
  /** Statuses the story provokes on purpose just now. */
  readonly provoked = new Set<number>();
  readonly #requests: Body[] = [];
  readonly #bodies: Body[] = [];
  #waiting: Promise<void>[] = [];

  private constructor(name: string, context: BrowserContext, page: Page) {
    this.name = name;
    this.email = `${name.toLowerCase().replaceAll(' ', '.')}@parley-story.example`;
    this.context = context;
    this.page = page;
    context.on('page', (opened) => this.#listen(opened));
    this.#listen(page);
  }

  static async arrive(browser: Browser, name: string, baseURL: string): Promise<BrowserPerson> {
    const context = await browser.newContext({ baseURL });
    const person = new BrowserPerson(name, context, await context.newPage());
    await context.route('**/trpc/**', (route) => {
      const passed = person.#pass(route);
      person.#waiting.push(passed);
      return passed;
    });
    return person;
  }

  #listen(page: Page): void {
    page.on('pageerror', (error) => this.complaints.push(`${this.name}: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() !== 'error') return;
      const status = Number(/responded with a status of (\d+)/.exec(message.text())?.[1]);
      if (!this.provoked.has(status)) this.complaints.push(`${this.name}: ${message.text()} ${message.location().url}`);
    });
    page.on('request', (request) => this.#requests.push({ url: request.url(), text: request.postData() ?? '' }));
    page.on('response', (response) => this.#waiting.push(this.#keep(response)));
  }

  /** Reads each answer of the API before its page does: a page that goes away takes what it has not read with it. */
  async #pass(route: Route): Promise<void> {
    const url = route.request().url();
    // it has no end that could be waited for; what it says is searched where the API is tested
    if (url.includes('/trpc/stream.follow')) return route.continue();
    try {
      // a kept connection may be closed by the server just as it is used again; a browser asks anew then, and so does this
      const answer = await route.fetch({ maxRedirects: 0, maxRetries: 2 });
      const body = await answer.text();
      this.#bodies.push({ url, text: `${JSON.stringify(answer.headersArray())}\n${body}` });
      await route.fulfill({ response: answer, body });
    } catch {
      await route.abort().catch(() => undefined);
    }
  }

  async #keep(response: Response): Promise<void> {
    const url = response.url();
    if (!url.startsWith('http') || url.includes('/trpc/')) return;
    // A redirect and an aborted read have no body.
    const [headers, text] = await Promise.all([response.allHeaders().catch(() => ({})), response.text().catch(() => '')]);
    this.#bodies.push({ url, text: `${JSON.stringify(headers)}\n${text}` });
  }

  /** Every answer until now, read to its end. */
  async #heard(): Promise<Body[]> {
    while (this.#waiting.length > 0) await Promise.all(this.#waiting.splice(0));
    return this.#bodies;
  }

  /** How many answers of the API came so far: proof that there was something to search. */
  async answers(): Promise<number> {
    return (await this.#heard()).filter(({ url }) => url.includes('/trpc/')).length;
  }

  /** Where any of the words was seen by this browser: in an answer, an address, its pages or its storage. */
  async sightings(words: readonly (string | RegExp)[], where: 'everywhere' | 'api' = 'everywhere'): Promise<string[]> {
    const answers = (await this.#heard()).filter(({ url }) => where === 'everywhere' || url.includes('/trpc/'));
    const places = answers.map(({ url, text }) => ({ place: `answer of ${url}`, text }));
    for (const { url } of this.#requests) places.push({ place: 'address', text: decodeURIComponent(url) });
    for (const page of this.context.pages()) {
      places.push({ place: `page ${page.url()}`, text: await page.evaluate(() => document.documentElement.outerHTML) });
      places.push({ place: 'what is read', text: await page.evaluate(() => document.body.innerText) });
      places.push({
        place: 'storage',
        text: await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }])),
      });
    }
    return places.flatMap(({ place, text }) =>
      words
        .filter((word) => (typeof word === 'string' ? text.includes(word) : word.test(text)))
        .map((word) => `${word} in ${place}`),
    );
  }

  /** From here on only what comes later is searched. */
  async forget(): Promise<void> {
    await this.#heard();
    this.#bodies.length = 0;
    this.#requests.length = 0;
  }
}
