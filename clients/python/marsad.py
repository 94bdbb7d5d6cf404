"""Takes records of Marsad from its Redis stream: one file over redis-py, Python 3.9 or newer.

    from marsad import consume

    for article, done in consume("redis://127.0.0.1:6379", group="search"):
        index(article.headline, article.article_body)
        done()

Each group gets every record; consumers of one group share them. What is not acknowledged by `done`
comes again, to this consumer after a restart or to another one after `idle_ms`: use `article.key` as
the key, delivery is at least once.
"""

from __future__ import annotations

import json
import os
import socket
import time
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Callable, Dict, Iterator, List, Optional, Tuple

import redis

SCHEMA_VERSION = 1


class UnknownVersion(Exception):
    """A record of a version that this file does not know: upgrade it."""


@dataclass(frozen=True)
class Article:
    """One article of one source in one revision; `record` holds every field as it came."""

    id: str
    revision: int
    change: str
    source_id: str
    source_name: str
    country: Optional[str]
    url: str
    headline: str
    article_body: str
    date_published: Optional[datetime]
    date_first_seen: Optional[datetime]
    authors: List[str]
    story_id: Optional[str]
    role: Optional[str]
    replayed: bool
    record: Dict[str, Any]

    @property
    def key(self) -> str:
        return f"{self.id}:{self.revision}"

    @staticmethod
    def of(record: Dict[str, Any]) -> "Article":
        version = record.get("schemaVersion")
        if version != SCHEMA_VERSION:
            raise UnknownVersion(f"schemaVersion {version}, this reads {SCHEMA_VERSION}")
        source = record.get("source") or {}
        story = record.get("story") or {}
        return Article(
            id=record["id"],
            revision=record["revision"],
            change=record["change"],
            source_id=source.get("id", ""),
            source_name=source.get("name", ""),
            country=source.get("country"),
            url=record.get("url", ""),
            headline=record.get("headline", ""),
            article_body=record.get("articleBody", ""),
            date_published=_instant(record.get("datePublished")),
            date_first_seen=_instant(record.get("dateFirstSeen")),
            authors=[one["name"] for one in record.get("author") or []],
            story_id=story.get("id"),
            role=story.get("role"),
            replayed=bool(record.get("replayed")),
            record=record,
        )


def _instant(text: Optional[str]) -> Optional[datetime]:
    return datetime.fromisoformat(text.replace("Z", "+00:00")) if text else None


def consume(
    url: str = os.environ.get("REDIS_URL", "redis://127.0.0.1:6379"),
    *,
    group: str,
    stream: str = "articles",
    name: str = "marsad",
    consumer: Optional[str] = None,
    count: int = 100,
    block_ms: int = 5000,
    idle_ms: int = 60_000,
    forever: bool = True,
) -> Iterator[Tuple[Article, Callable[[], None]]]:
    """Yields each record with a function that acknowledges it. A new group begins with the oldest record.

    With `forever` false it ends when nothing came for `block_ms`. Where Redis goes away later, it waits for
    it; where Redis is away at the start, it raises redis.ConnectionError.
    """
    # Some versions of redis-py let no answer take over 5 s, which is how long Redis waits for news.
    timeout = block_ms / 1000 + 10
    client = redis.Redis.from_url(url, decode_responses=True, socket_timeout=timeout)
    key = "{%s}:stream:%s" % (name, stream)
    me = consumer or f"{socket.gethostname()}-{os.getpid()}"
    try:
        client.xgroup_create(key, group, id="0", mkstream=True)
    except redis.ResponseError as error:
        if "BUSYGROUP" not in str(error):
            raise
    while True:
        try:
            entries = _claimed(client, key, group, me, idle_ms, count)
            if not entries:
                reply = client.xreadgroup(group, me, {key: ">"}, count=count, block=block_ms)
                entries = reply[0][1] if reply else []
        except redis.TimeoutError:
            entries = []  # what was on its way comes again after idle_ms
        except redis.AuthenticationError:
            raise
        except redis.ConnectionError:
            if not forever:
                raise
            time.sleep(1)
            continue
        if not entries and not forever:
            return
        for entry_id, fields in entries:
            if not fields:  # trimmed while it was held: it is gone
                client.xack(key, group, entry_id)
                continue
            article = Article.of(json.loads(fields["record"]))
            yield article, lambda entry_id=entry_id: client.xack(key, group, entry_id)


def _claimed(client, key: str, group: str, me: str, idle_ms: int, count: int):
    """Entries that dead consumers hold: nobody acknowledged them for `idle_ms`."""
    return client.xautoclaim(key, group, me, idle_ms, start_id="0-0", count=count)[1]
