"""A statement is read in the layout that the bank happened to send, and nothing is booked twice."""

import datetime
import io
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storefront.payment.movements import VIETNAM
from storefront.payment.references import find_references
from storefront.payment.statements.reading import Statement, read_statement
from storefront.tables import values
from storefront.tables.faults import Unreadable

SAMPLES = Path(__file__).parent / "samples"
HEADINGS = "Ngày giao dịch,Mô tả,Số tiền ghi nợ,Số tiền ghi có,Số dư,Số tham chiếu"
FIRST = '24/11/2026,OCOP DH26112400017,,"245,000","1,245,000",FT26328000001'
SECOND = '24/11/2026,OCOP DH26112400018,,"55,000","1,300,000",FT26328000002'
THIRD = '25/11/2026,Phi,"9,900",,"1,290,100",FT26329000003'


def sample(name: str) -> Statement:
    return read_statement(name, (SAMPLES / name).read_bytes())


def of(*lines: str, end: str = "\r\n") -> Statement:
    return read_statement("sao-ke.csv", ("\r\n".join(lines) + end).encode())


def amounts(statement: Statement) -> list[int]:
    return [movement.amount for movement in statement.movements]


def days(statement: Statement) -> list[str]:
    return [movement.booked_at.strftime("%d/%m %H:%M") for movement in statement.movements]


# -- layouts ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "source", "header_line", "account", "expected"),
    [
        ("vietcombank.xls", "Statement", 14, "1017595600", [245_000, 1_250_000, -500_000]),
        ("techcombank.xlsx", "Sheet1", 5, "19020352510001", [245_000, 1_250_000, -9_900]),
        ("acb.xlsx", "Statement", 5, "224520001", [245_000, -2_000_000, 245_000]),
        ("mb.xlsx", "Sheet", 5, "0905000000002", [245_000, -45_000]),
        ("bidv.csv", "Windows-1258, ;", 5, "63110000000001", [1_250_000, -5_000, 245_000]),
    ],
)
def test_each_layout_is_read_without_a_fault(name, source, header_line, account, expected):
    statement = sample(name)
    assert statement.faults == []
    assert statement.notes == []
    assert amounts(statement) == expected
    guesses = statement.guesses
    assert (guesses.source, guesses.header_line, guesses.account) == (source, header_line, account)
    found = {one.reference for movement in statement.movements for one in find_references(movement.description)}
    assert "OCOP DH26112400017" in found
    assert len({movement.identity for movement in statement.movements}) == len(expected)


def test_days_times_references_and_balances_come_from_where_the_bank_put_them():
    first = sample("vietcombank.xls").movements[0]
    assert (first.line, first.bank_reference, first.balance) == (15, "5254 - 05356", 10_245_000)
    assert (first.booked_at, first.is_time_known) == (datetime.datetime(2026, 11, 24, tzinfo=VIETNAM), False)
    bidv = sample("bidv.csv")
    assert days(bidv) == ["25/11 14:02", "24/11 10:00", "24/11 09:59"]
    assert bidv.movements[0].description == "Chuyển tiền mua cà phê OCOP DH26112400018"
    assert bidv.guesses.number_formats == ("1.234.567",)
    assert bidv.guesses.columns["credit"] == "Phát sinh có"
    acb = sample("acb.xlsx").movements[0]
    assert acb.description == "OCOP DH26112400017 GD 000001 NGUYEN VAN A"
    assert acb.bank_reference == "4471"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_every_encoding_and_separator_is_read(encoding, separator):
    heading = HEADINGS.replace(",", separator)
    row = separator.join(["24/11/2026", "tiền hàng", "", "245.000", "", "FT26328000001"])
    statement = read_statement("a.csv", f"{heading}\n{row}\n".encode(encoding))
    assert amounts(statement) == [245_000]
    assert statement.movements[0].description == "tiền hàng"


def test_english_headings_in_western_text_are_read():
    raw = "Date;Description;Amount;Balance\n24/11/2026;caf\xe9 OCOP DH26112400017;+245,000;\n".encode("cp1252")
    assert amounts(read_statement("a.csv", raw)) == [245_000]


# -- one column of amounts -------------------------------------------------------------------------


def test_one_signed_column_is_read():
    statement = of("Date;Details;Amount", "2026-11-24;in;+500,000 VND", "2026-11-24;out;-20,000 VND")
    assert (amounts(statement), statement.notes) == ([500_000, -20_000], [])


def test_a_word_beside_the_amount_says_in_or_out():
    statement = of(
        "Ngày;Nội dung;Số tiền;Ghi nợ/có", "24/11/2026;a;5.000;Có", "24/11/2026;b;4.000;Nợ", "24/11/2026;c;3.000;?"
    )
    assert amounts(statement) == [5_000, -4_000]
    [fault] = statement.faults
    assert (fault.line, fault.column) == (4, "Số tiền")


def test_amounts_without_any_sign_are_pointed_out():
    assert len(of("Ngày;Nội dung;Số tiền", "24/11/2026;a;5.000").notes) == 1


def test_a_minus_in_the_column_for_money_out_is_no_money_in():
    rows = ("24/11/2026;a;-5.000;", "24/11/2026;b;;7.000")
    assert amounts(of("Ngày;Mô tả;Ghi nợ;Ghi có", *rows)) == [-5_000, 7_000]
    reversal = of("Ngày;Mô tả;Ghi nợ;Ghi có", *rows, "24/11/2026;c;5.000;")
    assert amounts(reversal) == [5_000, 7_000, -5_000]


# -- damaged and odd files -------------------------------------------------------------------------


def test_good_lines_are_read_beside_bad_ones_and_each_fault_has_its_place():
    statement = of(
        HEADINGS,
        FIRST,
        "31/11/2026,x,,1,,",
        "24/11/2026,x,,abc,,",
        "24/11/2026,x,5,6,,",
        ",OCOP DH26112400019,,7000,,",
        "24/11/2026,x,,1,000,000,1",
        "",
        ",,,,,",
        "Tổng cộng,,5,245000,,",
    )
    assert amounts(statement) == [245_000]
    assert [(fault.line, fault.column) for fault in statement.faults] == [
        (3, "Ngày giao dịch"),
        (4, "Số tiền ghi có"),
        (5, "Số tiền ghi nợ"),
        (6, "Ngày giao dịch"),
        (7, ""),
    ]
    assert str(statement.faults[0]).startswith("sao-ke.csv")
    assert statement.ignored == 3


@pytest.mark.parametrize("cut", ['25/11/2026,"Phi', "25/11/2026,Phi,9"])
def test_half_a_line_is_no_movement(cut):
    statement = of(HEADINGS, FIRST, SECOND, cut, end="")
    assert amounts(statement) == [245_000, 55_000]
    assert [fault.line for fault in statement.faults] == [4]


def test_a_file_without_a_last_line_end_is_pointed_out():
    statement = of(HEADINGS, FIRST, SECOND, end="")
    assert amounts(statement) == [245_000, 55_000]
    assert [note.line for note in statement.notes] == [0]


def test_missing_lines_show_in_the_balances():
    assert [(note.line, note.column) for note in of(HEADINGS, FIRST, SECOND, THIRD).notes] == []
    gap = of(HEADINGS, FIRST, SECOND, THIRD, "26/11/2026,y,,1000,9000000,", "26/11/2026,z,,1000,9001000,")
    assert [(note.line, note.column) for note in gap.notes] == [(5, "Số dư")]


def test_columns_taken_for_each_other_show_in_the_balances():
    swapped = HEADINGS.replace("ghi nợ", "?").replace("ghi có", "ghi nợ").replace("?", "ghi có")
    [note] = of(swapped, FIRST, SECOND, THIRD).notes
    assert note.line == 0


def test_the_same_line_twice_is_counted_once():
    statement = of(HEADINGS, FIRST, FIRST, SECOND, FIRST)
    assert amounts(statement) == [245_000, 55_000]
    assert [note.line for note in statement.notes] == [3, 5]


def test_two_equal_transfers_without_reference_and_balance_both_count():
    row = "24/11/2026;tien hang;;50.000"
    statement = of("Ngày;Mô tả;Ghi nợ;Ghi có", row, row)
    assert amounts(statement) == [50_000, 50_000]
    assert len({movement.identity for movement in statement.movements}) == 2
    assert [note.line for note in statement.notes] == [3]


def test_headings_that_come_again_on_each_page_are_passed_over():
    assert amounts(of(HEADINGS, FIRST, HEADINGS, SECOND)) == [245_000, 55_000]


def test_days_written_the_american_way_are_noticed():
    statement = of(HEADINGS, '11/24/2026,a,,"245,000",,', '11/05/2026,b,,"1,000",,')
    assert statement.guesses.date_format == "mm/dd/yyyy"
    assert days(statement) == ["24/11 00:00", "05/11 00:00"]


def test_days_of_which_excel_turned_some_are_pointed_out():
    book = openpyxl.Workbook()
    book.active.append(["Ngày", "Mô tả", "Ghi có"])
    book.active.append([datetime.date(2026, 5, 11), "a", 1000])
    book.active.append(["24/11/2026", "b", 1000])
    book.active.append([46350, "c", 1000])
    file = io.BytesIO()
    book.save(file)
    statement = read_statement("a.xlsx", file.getvalue())
    assert days(statement) == ["11/05 00:00", "24/11 00:00", "24/11 00:00"]
    assert len(statement.notes) == 1


def _giant_sheet() -> bytes:
    book = openpyxl.Workbook()
    book.active["A1"], book.active["XFD1048576"] = "Ngày", 1
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"  \n",
        b"%PDF-1.7",
        b"<html><table>",
        b"\xff\xfe",
        b"\xef\xbb\xbf\xff\xff",
        b"a,b\n1,2\n",
        (SAMPLES / "mb.xlsx").read_bytes()[:2000],
        (SAMPLES / "vietcombank.xls").read_bytes()[:1500],
        b"PK\x03\x04 no archive",
        b"x" * 10_000_001,
        _giant_sheet(),
        "Loại tiền: USD\nNgày;Mô tả;Ghi có\n24/11/2026;a;5\n".encode(),
    ],
)
def test_what_is_no_statement_is_refused_in_words(raw):
    statement = read_statement("x", raw)
    assert statement.movements == []
    assert [fault.line for fault in statement.faults] == [0]
    assert statement.faults[0].reason


@given(st.binary(max_size=400), st.sampled_from([b"", f"{HEADINGS}\n".encode()]))
def test_no_bytes_break_the_reader(raw, before):
    read_statement("x", before + raw)


@settings(max_examples=15)
@given(st.integers(0, 5500), st.sampled_from(["mb.xlsx", "vietcombank.xls", "bidv.csv"]))
def test_no_cut_breaks_the_reader(length, name):
    read_statement(name, (SAMPLES / name).read_bytes()[:length])


# -- identities ------------------------------------------------------------------------------------


def _identities(*lines: str) -> list[str]:
    return [movement.identity for movement in of(HEADINGS, *lines).movements]


def test_overlapping_files_give_the_same_identities_in_either_order():
    whole = _identities(FIRST, SECOND, THIRD)
    assert _identities(FIRST, SECOND) == whole[:2]
    assert _identities(SECOND, THIRD) == whole[1:]
    assert _identities(THIRD, SECOND, FIRST) == whole[::-1]


def test_a_fee_with_the_reference_of_its_transfer_has_an_identity_of_its_own():
    fee = '24/11/2026,Phi,"1,100",,"1,243,900",FT26328000001'
    assert _identities(FIRST, fee)[0] == _identities(FIRST)[0]
    assert len(set(_identities(FIRST, fee))) == 2


def test_equal_transfers_keep_their_identities_when_newer_ones_follow():
    rows = [f'24/11/2026,tien hang,,"50,000","{balance:,}",' for balance in (50_000, 100_000, 150_000)]
    bare = [f"24/11/2026,tien hang,,50000,,{number:03d}" for number in (1, 1, 1)]
    for lines in (rows, bare):
        assert _identities(*lines)[:2] == _identities(*lines[:2])
        assert len(set(_identities(*lines))) == 3
    assert _identities(*rows[::-1])[1:] == _identities(*rows[:2][::-1])


@given(st.permutations(range(6)), st.integers(0, 6))
def test_any_cut_of_a_statement_gives_the_identities_of_the_whole(order, cut):
    lines, balance = [], 0
    for number in order:
        balance += 1000 * (number % 3 + 1)
        lines.append(f"24/11/2026,{'abc'[number % 3]},,{1000 * (number % 3 + 1)},{balance},")
    assert _identities(*lines)[:cut] == _identities(*lines[:cut])


# -- numbers and days ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cell", "amount"),
    [
        ("1.234.567", 1_234_567),
        ("1,234,567", 1_234_567),
        ("1 234 567,00", 1_234_567),
        ("1\u00a0234\u00a0567", 1_234_567),
        ("1,234,567.00", 1_234_567),
        ("1.234.567,0", 1_234_567),
        ("+500,000 VND", 500_000),
        ("500000VNĐ", 500_000),
        ("245.000 ₫", 245_000),
        ("245.000đ", 245_000),
        ("-20,000", -20_000),
        ("20.000-", -20_000),
        ("(20.000)", -20_000),
        ("− 20.000", -20_000),
        ("1.234", 1_234),
        ("500000.0", 500_000),
        ("0", 0),
        ("-", None),
        ("", None),
        (None, None),
        (245000.0, 245_000),
        (245000, 245_000),
    ],
)
def test_amounts_are_read_as_banks_write_them(cell, amount):
    assert values.dong(cell) == amount


@pytest.mark.parametrize(
    "cell",
    ["1.23.456", "1.234,567", "1,234.567,00", "12,5", "0.5", "1e6", "١٢٣", "abc", "1.234.56", "9" * 16, 0.5, 1e300,
     float("nan"), True, datetime.date(2026, 11, 24)],
)  # fmt: skip
def test_what_is_no_clear_amount_is_refused(cell):
    with pytest.raises(Unreadable):
        values.dong(cell)


@given(
    st.integers(-(10**15) + 1, 10**15 - 1),
    st.sampled_from([",", ".", " ", ""]),
    st.sampled_from(["", " VND", "đ", " ₫"]),
    st.booleans(),
)
def test_amounts_come_back_from_every_spelling(amount, thousands, currency, has_point):
    text = f"{amount:,}".replace(",", thousands)
    if has_point:
        text += ".00" if thousands == "," else ",00"
    assert values.dong(text + currency) == amount


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("24/11/2026", "2026-11-24 00:00:00"),
        ("24/11/2026 10:15:22", "2026-11-24 10:15:22"),
        ("24-11-2026 10:15", "2026-11-24 10:15:00"),
        ("2026-11-24T10:15:22", "2026-11-24 10:15:22"),
        ("2026-11-24", "2026-11-24 00:00:00"),
        ("24.11.26", "2026-11-24 00:00:00"),
        ("3/8/2026 / 5254 - 05356", "2026-08-03 00:00:00"),
    ],
)
def test_days_are_read_as_banks_write_them(text, expected):
    assert str(values.moment(text, values.DAY_FIRST).at) == expected


@pytest.mark.parametrize("text", ["31/11/2026", "24/11", "24/11/1026", "24/11-2026", "hôm qua", "24/11/2026 25:00"])
def test_what_is_no_day_is_refused(text):
    with pytest.raises(Unreadable):
        values.moment(text, values.DAY_FIRST)
