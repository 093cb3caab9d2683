"""Articles for the torture, the same ones for the same seed."""

import json
import random

STATES = [
    "Russia", "Ukraine", "North Korea", "South Korea", "China", "Japan", "Iran", "Israel",
    "Poland", "France", "Germany", "India", "Pakistan", "Syria", "Venezuela", "Colombia",
]
ACTS = [
    "{a} attacked positions of {b} near the border on {day} {month} {year}.",
    "{a} severed diplomatic relations with {b} on {day} {month} {year}.",
    "{a} imposed sanctions on {b} on {day} {month} {year}.",
    "{a} and {b} signed an agreement on trade on {day} {month} {year}.",
    "{a} recognised {b} on {day} {month} {year}.",
    "{b} accused {a} of supplying rockets to {c}.",
    "{a} denied that it had sent troops to {b}.",
    "The foreign minister of {a} met his counterpart from {b} on {day} {month} {year}.",
    "{a} and {b} formed a military alliance in {month} {year}.",
    "{a} restored diplomatic relations with {b} on {day} {month} {year}.",
]
MONTHS = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
]


def articles(seed, count, sentences=(2, 6)):
    """Articles as values; every tenth corrects an earlier one of the same address."""
    chance = random.Random(seed)
    for number in range(count):
        told = []
        for _ in range(chance.randint(*sentences)):
            a, b, c = chance.sample(STATES, 3)
            told.append(
                chance.choice(ACTS).format(
                    a=a, b=b, c=c, day=chance.randint(1, 28), month=chance.choice(MONTHS),
                    year=chance.randint(2014, 2024)))
        corrects = number % 10 == 9
        address = chance.randrange(number) if corrects else number
        yield {
            "title": f"Report {number} on {told[0].split()[0]}",
            "text": " ".join(told),
            "language": "en",
            "publisher": f"Example Wire {number % 7}",
            "url": f"https://example.org/{address}",
            "published": f"{chance.randint(2020, 2024)}-{chance.randint(1, 12):02}-11",
        }


def write_lines(path, seed, count):
    """Writes the articles as JSON Lines."""
    with open(path, "w", encoding="utf-8") as file:
        for article in articles(seed, count):
            file.write(json.dumps(article) + "\n")
