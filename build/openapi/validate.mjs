// Holds openapi.yaml against the OpenAPI specification, its examples against its schemas, and recorded exchanges with
// the API against all of it. Prints what is wrong as a JSON array of lines.
//
//   node validate.mjs OPENAPI.yaml EXCHANGES.json
//
// An exchange: { operation: "GET /results/{video}", query: {}, requestBody?: {},
//                status: 200, contentType?: "text/csv; charset=utf-8", headers: { etag: "…" }, body: "…" }

import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { Validator } from '@seriousme/openapi-schema-validator';
import { parse } from 'yaml';

// Headers that say how an answer travels, and not what it is.
const transport = new Set([
  'allow', 'apigw-requestid', 'cache-control', 'content-encoding', 'content-length', 'content-type', 'date', 'server',
  'transfer-encoding', 'x-content-type-options',
]);

const [documentFile, exchangesFile] = process.argv.slice(2);
const document = parse(readFileSync(documentFile, 'utf8'));
const exchanges = JSON.parse(readFileSync(exchangesFile, 'utf8'));
const wrong = [];

const specification = await new Validator().validate(structuredClone(document));
if (!specification.valid) {
  wrong.push(`The document is not OpenAPI 3.1: ${JSON.stringify(specification.errors)}`);
}

// The API may add members, and says so; but a member that nobody wrote down is a mistake here. What only lends its
// members to others stays open.
for (const [name, schema] of Object.entries(document.components.schemas)) {
  if ((schema.type === 'object' || schema.allOf) && !name.endsWith('Fields')) {
    schema.unevaluatedProperties = false;
  }
}

const ajv = new Ajv2020(
  { allErrors: true, strict: true, strictTypes: false, strictRequired: false, coerceTypes: false });
addFormats(ajv);
ajv.addVocabulary([...Object.keys(document), 'discriminator', 'example']);
ajv.addSchema({ $id: 'api', ...document });

const pointer = (...parts) =>
  'api#/' + parts.map(p => encodeURIComponent(p.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
const resolve = node =>
  node?.$ref ? resolve(node.$ref.slice(2).split('/').reduce((at, part) => at[part], document)) : node;

function check(schema, value, where) {
  // A schema in place has references relative to the document.
  const rebased = JSON.parse(JSON.stringify(schema), (key, at) => key === '$ref' ? at.replace(/^#/, 'api#') : at);
  const validate = ajv.compile(rebased);
  if (!validate(value)) {
    wrong.push(`${where}: ${ajv.errorsText(validate.errors, { dataVar: 'it', separator: '; ' })}`);
  }
}

const operations = new Map();
for (const [path, item] of Object.entries(document.paths)) {
  for (const method of ['get', 'post', 'delete']) {
    if (item[method]) {
      const parameters = [...(item.parameters ?? []), ...(item[method].parameters ?? [])].map(resolve);
      operations.set(`${method.toUpperCase()} ${path}`, { ...item[method], parameters });
    }
  }
}

// Examples.
function checkExamples(holder, schema, where) {
  const values = [
    ...(holder.example === undefined ? [] : [holder.example]),
    ...Object.values(holder.examples ?? {}).map(example => resolve(example).value),
  ];
  values.forEach((value, i) => check(schema, value, `${where}, example ${i + 1}`));
}

for (const [name, operation] of operations) {
  operation.parameters.forEach(p => checkExamples(p, p.schema, `${name} ${p.name}`));
  for (const [type, content] of Object.entries(operation.requestBody?.content ?? {})) {
    checkExamples(content, content.schema, `${name} ${type}`);
  }

  for (const [status, reference] of Object.entries(operation.responses)) {
    for (const [type, content] of Object.entries(resolve(reference).content ?? {})) {
      checkExamples(content, content.schema, `${name} ${status} ${type}`);
    }
  }
}

for (const [name, schema] of Object.entries(document.components.schemas)) {
  (schema.examples ?? []).forEach(example => check(schema, example, `schema ${name}`));
}

// Exchanges.
const missing = new Set();
for (const [name, operation] of operations) {
  for (const [status, reference] of Object.entries(operation.responses)) {
    const types = Object.keys(resolve(reference).content ?? {});
    if (status !== 'default') {
      (types.length ? types : ['']).forEach(type => missing.add(`${name} ${status} ${type}`));
    }
  }
}

function checkExchange(exchange) {
  const { operation: name, status, headers } = exchange;
  const operation = operations.get(name);
  if (!operation) {
    wrong.push(`${name} is not in the document`);
    return;
  }

  const where = `${name} ${JSON.stringify(exchange.query ?? {})} ${status}`;
  const answer = resolve(operation.responses[status]);
  if (!answer) {
    wrong.push(`${where} is not in the document: ${exchange.body}`);
    return;
  }

  if (status < 400) {
    for (const [key, text] of Object.entries(exchange.query ?? {})) {
      const parameter = operation.parameters.find(p => p.in === 'query' && p.name === key);
      if (!parameter) {
        wrong.push(`${where}: the parameter ${key} was accepted, and is not in the document`);
        continue;
      }

      const type = resolve(parameter.schema).type;
      check(parameter.schema, ['integer', 'number'].includes(type) ? Number(text) : text, `${where}: ${key}`);
    }

    if (exchange.requestBody !== undefined) {
      check(operation.requestBody.content['application/json'].schema, exchange.requestBody, `${where}: the request`);
    }
  }

  for (const [key, text] of Object.entries(headers)) {
    const header = Object.entries(answer.headers ?? {}).find(([known]) => known.toLowerCase() === key.toLowerCase());
    if (header) {
      const schema = resolve(header[1]).schema;
      check(schema, resolve(schema).type === 'integer' ? Number(text) : text, `${where}: ${key}`);
    } else if (!transport.has(key.toLowerCase())) {
      wrong.push(`${where}: the header ${key} is not in the document`);
    }
  }

  const type = (exchange.contentType ?? '').split(';')[0];
  if (!answer.content) {
    missing.delete(`${name} ${status} `);
    if (exchange.body) {
      wrong.push(`${where} has a body, and should have none`);
    }
  } else if (!answer.content[type]) {
    wrong.push(`${where}: the type "${type}" is not in the document`);
  } else {
    missing.delete(`${name} ${status} ${type}`);
    check(answer.content[type].schema, /[/+]json$/.test(type) ? JSON.parse(exchange.body) : exchange.body, where);
  }
}

exchanges.forEach(checkExchange);
missing.forEach(one => wrong.push(`${one.trim()} is in the document, and no exchange shows it`));
console.log(JSON.stringify(wrong));
