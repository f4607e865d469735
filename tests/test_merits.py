"""Advantages, disadvantages and warnings, as signs, labels and headers mark them."""

from collections.abc import Iterator

import pytest
from one_note import open_note

from tutor.tutor import Tutor

NOTE = """\
* VoIP -> transporte de voz em pacotes
	* + custo menor de ligações
	* + uma rede só para voz e dados
	* - depende da qualidade da rede
* média -> soma dividida pelo total; ! sensível a valores extremos
* árvore de decisão -> divide por atributos; + fácil de interpretar; - tende ao sobreajuste
* RAID 1 -> cópia idêntica em outro disco
	* desvantagem: custo alto

| Modelo | Ponto forte | Ponto fraco |
|---|---|---|
| MOLAP | consulta rápida | pouca escala |
"""


@pytest.fixture(name="tutor", scope="module")
def _tutor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tutor]:
    with open_note(tmp_path_factory.mktemp("merits"), NOTE) as tutor:
        yield tutor


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("quais as vantagens do VoIP?", ["custo menor", "uma rede só"], "depende"),
        ("qual a desvantagem do VoIP?", ["depende da qualidade"], "custo menor"),
        ("vantagens e desvantagens do VoIP", ["Vantagens — **VoIP**", "menor", "Desvantagens —", "depende"], "fácil"),
        ("qual o problema da média?", ["sensível a valores extremos"], "soma"),
        ("pontos fracos da árvore de decisão", ["tende ao sobreajuste"], "fácil"),
        ("o que eu ganho usando VoIP?", ["custo menor"], "depende"),
        ("what are the advantages of VoIP?", ["custo menor"], "depende"),
        ("qual a desvantagem do RAID 1?", ["**custo alto**"], "cópia"),
        ("qual o problema do MOLAP?", ["**pouca escala**"], "VoIP"),
    ],
)
def test_what_a_sign_or_a_name_marks_is_said(tutor: Tutor, question: str, said: list[str], unsaid: str) -> None:
    answer = tutor.ask(question)
    assert all(words in answer.text for words in said), answer.text
    assert unsaid not in answer.text
