"""The generated constants are those of the ontology as it stands, and the ontology's reader finds what it should."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.graph import ontology, vocab, vocab_gen


def test_the_constants_are_fresh() -> None:
    assert Path(vocab.__file__).read_text(encoding="utf-8") == vocab_gen.render(), "run `python -m kg.graph.vocab_gen`"


def test_own_terms_stand_bare_and_others_after_their_prefix() -> None:
    assert vocab.MEETING == "<https://w3id.org/govmeet/ontology#Meeting>"
    assert vocab.SCHEMA_START_DATE == "<https://schema.org/startDate>"
    assert vocab.SCHEME_MEETING_KIND == "<https://w3id.org/govmeet/scheme/meeting-kind>"


def test_a_concept_has_its_label_in_both_languages() -> None:
    assert ontology.concept_label("capacity", "chair") == "主持"
    assert ontology.concept_label("capacity", "chair", "en") == "chair"


def test_the_ontology_in_the_package_goes_before_the_one_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "kg"
    for folder in (package / "ontology", tmp_path / "ontology"):
        folder.mkdir(parents=True)
        (folder / "meeting.ttl").touch()
    monkeypatch.setattr(ontology, "_PACKAGE", package)
    ontology.folder.cache_clear()
    try:
        assert ontology.folder() == package / "ontology"
        (package / "ontology" / "meeting.ttl").unlink()
        ontology.folder.cache_clear()
        assert ontology.folder() == tmp_path / "ontology"
        (tmp_path / "ontology" / "meeting.ttl").unlink()
        ontology.folder.cache_clear()
        with pytest.raises(StoreError, match="neither in the package nor beside it"):
            ontology.folder()
    finally:
        ontology.folder.cache_clear()
