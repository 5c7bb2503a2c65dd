"""The pages of the demo's bank, in Vietnamese and English at once."""

import dataclasses
import html
from collections.abc import Iterable, Mapping

from .bank import Misbehaviour, Sent, Transfer

_STYLE = """
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 40rem; padding: 1rem; }
main { overflow-wrap: anywhere; }
.warning { border: .2rem dashed; padding: .6rem 1rem; font-weight: 700; }
.warning span { display: block; font-weight: 400; }
h1 { font-size: 1.5rem; }
.amount { font-size: 2rem; font-weight: 700; }
button { font: inherit; font-weight: 700; padding: .7rem 1rem; margin: .3rem 0; width: 100%; }
fieldset { margin: 1rem 0; border: 1px solid; }
label { display: block; padding: .35rem 0; }
td, th { text-align: left; vertical-align: top; padding: .2rem .6rem .2rem 0; }
"""
_WARNING = (
    '<p class="warning" role="note">NGÂN HÀNG GIẢ ĐỂ DÙNG THỬ: không có tiền nào di chuyển.'
    '<span lang="en">A bank of the demo: no money moves.</span></p>'
)
MISBEHAVIOURS = {
    Misbehaviour.NONE: "Báo cho cửa hàng ngay · Tell the shop at once",
    Misbehaviour.TWICE: "Báo hai lần cùng lúc · Tell it twice at the same time",
    Misbehaviour.LATE: "Báo muộn · Tell it late",
    Misbehaviour.WRONG_AMOUNT: "Báo sai số tiền · Tell a wrong amount",
    Misbehaviour.BAD_SIGNATURE: "Báo với chữ ký sai · Tell it with a bad signature",
    Misbehaviour.NEVER: "Không báo · Never tell it",
}


def _choices(chosen: Misbehaviour) -> str:
    radios = "".join(
        f'<label><input type="radio" name="misbehave" value="{kind.value}"{" checked" if kind is chosen else ""}> '
        f"{words}</label>"
        for kind, words in MISBEHAVIOURS.items()
    )
    return f"<fieldset><legend>Ngân hàng cư xử thế nào · How the bank behaves</legend>{radios}</fieldset>"


def _dong(amount: int) -> str:
    return f"{amount:,} ₫".replace(",", ".")


def transfer_page(transfer: Transfer) -> str:
    """What the buyer transfers, and how the bank shall behave."""
    hidden = "".join(
        f'<input type="hidden" name="{name}" value="{html.escape(str(value))}">'
        for name, value in dataclasses.asdict(transfer).items()
    )
    return _page(
        "Chuyển khoản thử",
        f"""<h1>Chuyển khoản thử · <span lang="en">Demo transfer</span></h1>
<p class="amount">{_dong(transfer.amount)}</p>
<p>Đến tài khoản · <span lang="en">To the account</span>: {html.escape(transfer.account)}<br>
Nội dung · <span lang="en">Text</span>: {html.escape(transfer.text)}</p>
<form method="post" action="/transfer">{hidden}
<button>Chuyển tiền · Transfer</button>
{_choices(Misbehaviour.NONE)}</form>{_back(transfer)}""",
    )


def transferred_page(transfer: Transfer) -> str:
    return _page(
        "Đã chuyển",
        f"""<h1>Đã chuyển {_dong(transfer.amount)} · <span lang="en">Transferred</span></h1>{_back(transfer)}
<p><a href="/">Đã báo gì cho cửa hàng · What the shop was told</a></p>""",
    )


def _back(transfer: Transfer) -> str:
    if not transfer.back:
        return ""
    return f'<p><a href="{html.escape(transfer.back)}">Về trang đơn hàng · Back to the order</a></p>'


def payment_page(query: str, fields: Mapping[str, str], chosen: Misbehaviour) -> str:
    """What the buyer is asked, and how the bank shall behave."""
    return _page(
        "Thanh toán thử",
        f"""<h1>Thanh toán thử · <span lang="en">Demo payment</span></h1>
<p class="amount">{_dong(int(fields["vnp_Amount"]) // 100)}</p>
<p>{html.escape(fields.get("vnp_OrderInfo", ""))}<br>
Mã · <span lang="en">Reference</span>: {html.escape(fields["vnp_TxnRef"])}</p>
<form method="post" action="/decide">
<input type="hidden" name="query" value="{html.escape(query)}">
<button name="act" value="pay">Trả tiền · Pay</button>
<button name="act" value="fail">Không đủ tiền · Fail: not enough money</button>
<button name="act" value="cancel">Hủy · Cancel</button>
{_choices(chosen)}
</form>""",
    )


def refusal_page(reason: str) -> str:
    return _page("Không nhận", f"<h1>Không nhận · Refused</h1><p>{html.escape(reason)}</p>")


def sent_page(sent: Iterable[Sent]) -> str:
    """The notices of this process, newest first, with the shop's answers."""
    rows = "".join(
        f"<tr><td>{html.escape(one.reference)}</td><td><code>{html.escape(one.answer)}</code></td></tr>"
        for one in reversed(list(sent))
    )
    empty = "<p>Chưa báo gì. · Nothing was told yet.</p>"
    head = "<tr><th>Mã · Reference</th><th>Cửa hàng trả lời · The shop's answer</th></tr>"
    table = f"<table>{head}{rows}</table>" if rows else empty
    return _page("Đã báo", f"<h1>Đã báo cho cửa hàng · Told to the shop</h1>{table}")


def _page(title: str, content: str) -> str:
    return (
        f'<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f'<meta name="robots" content="noindex"><title>{title} – ngân hàng giả · demo bank</title>'
        f"<style>{_STYLE}</style><main>{_WARNING}{content}</main></html>"
    )
