"""A straight script: Scrapy's queue, client and feed export, readability-lxml for the text."""

import json
import sys

import lxml.html
import scrapy
from readability import Document
from scrapy.crawler import CrawlerProcess

feeds, concurrency, out, jobs = sys.argv[1:]


class News(scrapy.Spider):
    name = "news"

    def start_requests(self):
        for source in json.load(open(feeds)):
            yield scrapy.Request(source["feed"], callback=self.parse_feed, dont_filter=True)

    def parse_feed(self, response):
        response.selector.remove_namespaces()
        for item in response.xpath("//item | //entry"):
            link = item.xpath("link/text() | link[@rel='alternate']/@href").get()
            said = {
                "published": item.xpath("pubDate/text() | published/text()").get(),
                "author": item.xpath("creator/text() | author/name/text()").get(),
            }
            yield scrapy.Request(link.strip(), callback=self.parse_page, cb_kwargs={"said": said})

    def parse_page(self, response, said):
        page = Document(response.text)
        meta = "//meta[@property='article:published_time']/@content"
        author = response.xpath("//meta[@name='author']/@content").get() or said["author"]
        yield {
            "url": response.url,
            "headline": page.short_title(),
            "body": " ".join(lxml.html.fromstring(page.summary()).itertext()),
            "authors": [author] if author else [],
            "published": response.xpath(meta).get() or said["published"],
        }


process = CrawlerProcess(
    {
        "CONCURRENT_REQUESTS": int(concurrency),
        # All sites have one host name here: 127.0.0.1.
        "CONCURRENT_REQUESTS_PER_DOMAIN": int(concurrency),
        "DOWNLOAD_DELAY": 0,
        "ROBOTSTXT_OBEY": True,
        "JOBDIR": jobs,
        "FEEDS": {out: {"format": "jsonlines", "encoding": "utf8"}},
        "LOG_LEVEL": "ERROR",
        "REQUEST_FINGERPRINTER_IMPLEMENTATION": "2.7",
    }
)
process.crawl(News)
process.start()
