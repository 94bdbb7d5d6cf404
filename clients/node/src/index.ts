export type { Article } from './article.ts';
export { type Consumed, type ConsumeOptions, consume } from './consume.ts';
export { MarsadClientError, SCHEMA_VERSION } from './record.ts';
export { type Streamed, type StreamOptions, stream } from './stream.ts';
export { type VerifyOptions, verifyWebhook, type WebhookEvent } from './webhook.ts';
