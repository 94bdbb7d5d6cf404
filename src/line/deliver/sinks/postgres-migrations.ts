/**
 * What makes the tables, step by step; a step that has been released is never changed. The column
 * `search` is made of the text's match key: ask it with a match key too.
 */
export const MIGRATIONS: readonly string[] = [
  `CREATE TABLE revision (
     id text NOT NULL,
     revision int NOT NULL,
     change text NOT NULL,
     record jsonb NOT NULL,
     stored_at timestamptz NOT NULL DEFAULT now(),
     number bigint GENERATED ALWAYS AS IDENTITY,
     PRIMARY KEY (id, revision)
   );
   CREATE TABLE article (
     id text PRIMARY KEY,
     revision int NOT NULL,
     change text NOT NULL,
     source text NOT NULL,
     country text,
     url text NOT NULL,
     headline text NOT NULL,
     body text NOT NULL,
     words int NOT NULL,
     language text,
     published_at timestamptz,
     modified_at timestamptz,
     first_seen_at timestamptz NOT NULL,
     story text NOT NULL,
     role text NOT NULL,
     section jsonb NOT NULL,
     author jsonb NOT NULL,
     record jsonb NOT NULL,
     search_text text NOT NULL,
     search tsvector GENERATED ALWAYS AS (to_tsvector('simple', search_text)) STORED
   );
   CREATE INDEX article_search ON article USING gin (search);
   CREATE INDEX article_published ON article (published_at DESC);
   CREATE INDEX article_source ON article (source, published_at DESC);
   CREATE INDEX article_story ON article (story);`,
  // LZ4 packs long texts in half the time; PostgreSQL has it from 14 on, where it was built with it.
  `DO $$ BEGIN
     IF EXISTS (SELECT FROM pg_settings
                WHERE name = 'default_toast_compression' AND 'lz4' = ANY (enumvals)) THEN
       EXECUTE 'ALTER TABLE revision ALTER record SET COMPRESSION lz4';
       EXECUTE 'ALTER TABLE article ALTER record SET COMPRESSION lz4,
                ALTER body SET COMPRESSION lz4, ALTER search_text SET COMPRESSION lz4';
     END IF;
   END $$`,
];
