"""What is typed and what is written become the same terms."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis import compatible, one_slip_away, sorting_key, unmarked, words
from search.synonyms import Synonyms, SynonymsError, synonyms


def loose(text):
    return [word.loose for word in words(text)]


def written(text):
    return [word.written for word in words(text)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Cư M’gar", "cu mgar"),
        ("Čư̆ M'gar", "Cư Mgar"),
        ("Krông Pắk", "krong pac"),
        ("Đắc Lắc", "Dak Lak"),
        ("Ðắk Lắk", "đắk lắk"),  # eth, a common wrong letter
        ("HOÀ THỊNH", "hòa thịnh"),
        ("kỹ", "kĩ"),
        ("ＣＡＦＥ", "cafe"),
        (unicodedata.normalize("NFD", "Mật ong rừng"), "mat ong rung"),
        ("cà\u00a0phê", "ca phe"),
    ],
)
def test_spellings_of_one_text_are_the_same_words(one, other):
    assert loose(one) == loose(other) != []


def test_old_and_new_tone_placement_are_one_marked_word_and_marks_are_kept():
    assert written("hoà thuỷ") == written("hòa thủy")
    assert len({tuple(written(text)) for text in ("bơ", "bò", "bó", "bo")}) == 4
    assert words("☕ !? مرحبا \u0301") == []


def test_a_word_without_marks_may_be_any_of_its_forms_a_marked_one_only_itself():
    bare, avocado, beef = (words(text)[0] for text in ("bo", "bơ", "bò"))
    assert compatible(bare, avocado)
    assert compatible(bare, beef)
    assert not compatible(beef, avocado)
    assert not compatible(beef, bare)


def test_one_slip():
    assert "ong" in one_slip_away("ogn")
    assert "socola" in one_slip_away("socla")
    assert "caphe" not in one_slip_away("caphe")


def test_names_sort_as_in_a_vietnamese_dictionary():
    ordered = ["An", "Ăn", "Âm", "Bo", "Bò", "Bơ", "Cá", "Ca cao", "Cà phê", "Dừa", "Đắk"]
    assert sorted(set(ordered), key=sorting_key) == ordered


def meaning(text):
    return written(" ".join(word.written for word in synonyms().meanings(words(text))))


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("Hạt macca sấy", "hạt mắc ca sấy"),
        ("Hạt macadamia sấy", "hạt mắc ca sấy"),
        ("Thati Coffee", "Thati cà phê"),
        ("Kẹo socola sữa", "kẹo chocolate sữa"),
        ("Trà na xiêm", "chè mãng cầu"),
        ("HTX Việt Farm", "hợp tác xã Việt Farm"),
    ],
)
def test_synonyms_become_one(text, same):
    assert meaning(text) == meaning(same)


def test_a_kind_means_the_main_word_but_not_the_other_way_round():
    assert set(written("sầu riêng")) < set(meaning("Dona cấp đông"))
    assert "dona" not in meaning("sầu riêng cấp đông")


def test_a_short_word_of_a_document_is_not_taken_for_its_marked_synonym():
    assert meaning("bo gac bep") == written("bo gac bep")


def test_a_faulty_line_of_the_file_is_named():
    with pytest.raises(SynonymsError, match="line 2"):
        Synonyms("cà phê = coffee\nmắc ca macca")
    with pytest.raises(SynonymsError, match="line 1"):
        Synonyms("cà phê = coffee, !")


LETTERS = st.text(
    "aăâbckdđeêfghiklmnoôơpqrstuưvxyjwzàảãáạằẩễếộờửữỳỹýỵ\u0300\u0301\u0303\u0309\u0323\u0302'’čñ ", max_size=40
)


@given(LETTERS | st.text(max_size=30))
def test_a_written_word_without_its_marks_is_the_loose_word(text):
    assert [unmarked(word.written) for word in words(text)] == [word.loose for word in words(text)]
