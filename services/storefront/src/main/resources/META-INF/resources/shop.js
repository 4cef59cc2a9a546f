// Everything that comes from a server is shown by textContent: text stays text.

const byId = id => document.getElementById(id);
const MOST_ANSWERS = 8;
const MOST_OF_ONE = 1000;
const LOOKS = 20;
const LOOK_EVERY_MS = 500;

const basket = new Map();
let products = [];
let category = 'all';
let traces = null;

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function button(text, label, onClick) {
  const made = element('button', '', text);
  made.type = 'button';
  if (label) made.setAttribute('aria-label', label);
  made.addEventListener('click', onClick);
  return made;
}

// Prices are decimal strings: they are added in cents, not in binary fractions.
const cents = price => Math.round(Number(price) * 100);
const money = (amount, currency) => `${(amount / 100).toFixed(2)} ${currency}`;

function showCategories() {
  const names = ['all', ...new Set(products.map(product => product.category))];
  byId('categories').replaceChildren(...names.map(name => {
    const chip = button(name, '', () => {
      category = name;
      showCategories();
      showProducts();
    });
    chip.setAttribute('aria-pressed', String(name === category));
    return chip;
  }));
}

function showProducts() {
  const shown = products.filter(product => category === 'all' || product.category === category);
  byId('products').replaceChildren(...shown.map(productCard));
}

function productCard(product) {
  const card = element('li');
  const row = element('div', 'row');
  const add = button('Add', `Add ${product.name}`, () => change(product.sku, 1));
  add.dataset.sku = product.sku;
  row.append(element('span', 'price', `${product.price} ${product.currency}`), element('span', 'sku', product.sku), add);
  card.append(element('h3', '', product.name), element('p', 'note', product.description), row);
  return card;
}

function change(sku, by) {
  const quantity = Math.min((basket.get(sku) ?? 0) + by, MOST_OF_ONE);
  if (quantity > 0) basket.set(sku, quantity);
  else basket.delete(sku);
  showBasket();
}

function showBasket() {
  const lines = products.filter(product => basket.has(product.sku));
  byId('basket').replaceChildren(...lines.map(basketLine));
  byId('empty').hidden = lines.length > 0;
  byId('place').disabled = lines.length === 0;
  const total = lines.reduce((sum, product) => sum + cents(product.price) * basket.get(product.sku), 0);
  byId('total').textContent = money(total, lines[0]?.currency ?? 'EUR');
}

function basketLine(product) {
  const line = element('li');
  line.append(element('span', 'name', product.name),
    button('−', `One ${product.name} less`, () => change(product.sku, -1)),
    element('span', 'quantity', String(basket.get(product.sku))),
    button('+', `One ${product.name} more`, () => change(product.sku, 1)));
  return line;
}

async function jsonOf(response) {
  try {
    return await response.json();
  } catch {
    return { error: `status ${response.status}, and no JSON` };
  }
}

function traceLink(traceId) {
  const link = element('a', 'trace', 'See its trace ↗');
  link.href = traces.one.replaceAll('{traceId}', encodeURIComponent(traceId));
  link.target = '_blank';
  link.rel = 'noopener';
  return link;
}

function showAnswer(response, body) {
  const answer = element('li', response.ok ? '' : 'bad');
  answer.append(element('span', 'head', headOf(response, body)));
  if (body.error) answer.append(element('span', '', body.error));
  if (body.id) answer.append(element('span', 'sku', `order ${body.id}`));
  const traceId = response.headers.get('x-trace-id');
  if (traceId && traces) answer.append(traceLink(traceId));
  byId('answers').prepend(answer);
  while (byId('answers').childElementCount > MOST_ANSWERS) byId('answers').lastElementChild.remove();
  byId('no-answers').hidden = true;
  return answer;
}

function headOf(response, body) {
  const total = body.total ? ` · ${body.total} ${body.currency}` : '';
  const retry = response.headers.get('retry-after');
  return `${response.status} ${body.state ?? ''}${total}${retry ? ` · again in ${retry} s` : ''}`;
}

// Fulfilment goes on after the answer.
async function followUntilFulfilled(id, answer, head) {
  for (let look = 0; look < LOOKS; look++) {
    await new Promise(done => setTimeout(done, LOOK_EVERY_MS));
    const response = await fetch(`/orders/${encodeURIComponent(id)}`);
    const order = await jsonOf(response);
    if (order.state !== 'FULFILLED') continue;
    answer.className = 'good';
    head.textContent = head.textContent.replace('ACCEPTED', 'FULFILLED');
    return;
  }
}

async function send() {
  const fault = new FormData(byId('order')).get('fault');
  const items = [...basket].map(([sku, quantity]) => ({ sku, quantity }));
  const response = await fetch('/orders', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(fault ? { baggage: fault } : {}) },
    body: JSON.stringify({ customer: byId('customer').value, items })
  });
  return [response, await jsonOf(response)];
}

async function placeOrder(event) {
  event.preventDefault();
  byId('place').disabled = true;
  try {
    const [response, body] = await send();
    const answer = showAnswer(response, body);
    if (response.ok) followUntilFulfilled(body.id, answer, answer.querySelector('.head')).catch(() => {});
  } catch {
    showAnswer(new Response(null, { status: 503 }), { error: 'the storefront cannot be reached' });
  } finally {
    byId('place').disabled = basket.size === 0;
  }
}

async function showSettings() {
  const settings = await (await fetch('/page/settings')).json();
  byId('faults').hidden = !settings.faultsEnabled;
  byId('no-faults').hidden = settings.faultsEnabled;
  if (!settings.traces) return;
  traces = settings.traces;
  byId('traces').href = traces.all;
  byId('traces').hidden = false;
}

async function loadProducts() {
  const state = byId('products-state');
  try {
    const response = await fetch('/products');
    const body = await jsonOf(response);
    if (!response.ok) throw new Error(body.error);
    products = body;
    state.hidden = true;
    showCategories();
    showProducts();
    showBasket();
  } catch (problem) {
    state.textContent = `No products: ${problem.message}`;
    state.after(button('Try again', '', event => {
      event.target.remove();
      loadProducts();
    }));
  }
}

byId('order').addEventListener('submit', placeOrder);
await Promise.allSettled([showSettings(), loadProducts()]);
