"""Keeps an index of headlines: a program of a user of marsad.py, which stands beside it."""

import json
import os
import sys

from marsad import consume

index = {}
for article, done in consume(
    os.environ["REDIS_URL"], group="python-search", block_ms=1000, forever=False
):
    if article.change == "withdrawn":
        index.pop(article.id, None)
    else:
        index[article.id] = article.headline
    print(json.dumps({"key": article.key, "headline": article.headline, "source": article.source_name}))
    done()
print(f"{len(index)} articles", file=sys.stderr)
