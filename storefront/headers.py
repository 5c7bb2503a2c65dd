"""One header that Django does not bring: other sites may not load our pages as parts of theirs."""


class PagesStayHere:
    """`Cross-Origin-Resource-Policy: same-origin` on pages. Pictures and data may be used anywhere."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.get("Content-Type", "").startswith("text/html"):
            response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response
