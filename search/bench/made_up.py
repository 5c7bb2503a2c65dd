"""Made-up product documents out of real words: as many as wanted, the same for the same seed.

They exist to measure with. They go into an index in a folder of their own, never into the site's.
"""

import dataclasses
import random
from collections.abc import Iterator

from catalogue.certification.clock import registry_day
from search.analysis import framed, joined_terms, sorting_key, words
from search.documents import ProductDocument, all_documents, day_number
from search.synonyms import synonyms

BATCH = 1_000


class Maker:
    """Crosses names, producers and places of the real documents; all can be found today."""

    def __init__(self, seed: int = 1):
        self.random = random.Random(seed)  # noqa: S311 - the same for the same seed
        real = [document for batch in all_documents() for document in batch]
        if not real:
            raise ValueError("The register is empty: run load_register first.")
        self.real = real
        today = day_number(registry_day())
        self.seen = [document for document in real if document.from_day <= today <= document.to_day]
        titles = [document.card["name"].split() for document in real]
        self.heads = [" ".join(title[:2]) for title in titles]
        self.tails = [" ".join(title[2:5]) for title in titles]
        self.syllables = sorted({word for title in titles for word in title if word.isalpha()})

    def batches(self, count: int) -> Iterator[list[ProductDocument]]:
        """`count` documents, one for each made-up product."""
        for start in range(0, count, BATCH):
            yield [self.document(number) for number in range(start + 1, min(start + BATCH, count) + 1)]

    def document(self, number: int) -> ProductDocument:
        """One product: words of the name new, maker and facts of one real product, place of another."""
        pick = self.random.choice
        facts, place = pick(self.seen), pick(self.seen)
        name = " ".join(filter(None, [pick(self.heads), pick(self.tails), f"{pick(self.syllables)} {number % 997}"]))
        run = words(name)
        same = synonyms().meanings(run)
        terms = {
            **facts.terms,
            "name": tuple(framed(run, "written")),
            "name_loose": tuple(framed(run, "loose")),
            "same": tuple(framed(same, "written")),
            "same_loose": tuple(framed(same, "loose")),
            "joined": tuple(sorted(joined_terms(run) - {word.loose for word in run})),
            "place": place.terms["place"],
            "place_maybe": place.terms["place_maybe"],
        }
        return dataclasses.replace(
            facts,
            product_id=number,
            terms=terms,
            areas=place.areas,
            district=place.district,
            name_order=sorting_key(name),
            card={**facts.card, "name": name, "place": place.card["place"], "slug": f"made-up-{number}"},
        )
