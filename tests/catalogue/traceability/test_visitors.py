"""Who scans: people with the browsers of their phones; not programs, whatever they call themselves."""

from django.test import RequestFactory

from storefront.public.scan.visitors import is_person

from .packs import BROWSER, PHONE

PROGRAMS = [
    "",
    "curl/8.5.0",
    "python-requests/2.32.3",
    "Wget/1.21",
    "Go-http-client/2.0",
    "okhttp/4.12.0",
    "Dalvik/2.1.0 (Linux)",
    "Viber",
    "WhatsApp/2.23.20.0",
    "facebookexternalhit/1.1",
    "TelegramBot (like TwitterBot)",
    "ZaloPC",
    "Mozilla/5.0",
    "Slack-ImgProxy (+https://api.slack.com/robots)",
    "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
    PHONE.replace("Chrome", "HeadlessChrome"),
    f"{PHONE} facebookexternalhit/1.1 Facebot Twitterbot/1.0",
    f"{PHONE} (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    f"{PHONE} Viber",
    "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; PetalBot;+https://aspiegel.com/petalbot)",
    "Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)",
    f"{PHONE} BingPreview/1.0b",
]
BROWSERS = [
    *(
        PHONE.replace("SM-A155F", f"{name} Build/QP1A.190711.020")
        for name in (
            "CUBOT X30",
            "CUBOT",
            "CUBOT_NOTE_20",
            "Cubot P40",
            "Spider X",
            "Monitor 5",
            "Robot Phone",
            "Preview A1",
        )
    ),
    f"{PHONE} Zalo android/12100737 ZaloTheme/light",
    f"{PHONE} [FB_IAB/FB4A;FBAV/440.0.0.0;]",
    f"{PHONE} Viber/21.0",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148",
    "Mozilla/5.0 (Mobile; Nokia 8110 4G; rv:48.0) Gecko/48.0 Firefox/48.0 KAIOS/2.5",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0",
    "Opera/9.80 (Android; Opera Mini/36.2.2254/119.132; U; vi) Presto/2.12.423 Version/12.16",
]
OTHER_HEADERS = [
    {"accept": "*/*"},
    {"accept": "image/avif,image/webp,*/*;q=0.8"},
    {"sec-fetch-mode": "cors"},
    {"sec-fetch-dest": "image"},
    {"sec-purpose": "prefetch;prerender"},
    {"purpose": "prefetch"},
    {"x-moz": "prefetch"},
]


def test_people_are_told_from_programs():
    def may_be_first(**headers):
        return is_person(RequestFactory(headers={**BROWSER, **headers}).get("/"))

    assert [agent for agent in BROWSERS if not may_be_first(**{"user-agent": agent})] == []
    assert [agent for agent in PROGRAMS if may_be_first(**{"user-agent": agent})] == []
    assert [headers for headers in OTHER_HEADERS if may_be_first(**headers)] == []
    assert not is_person(RequestFactory(headers={"user-agent": PHONE}).get("/")), "a browser says that it takes pages"
