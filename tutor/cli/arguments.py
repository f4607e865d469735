"""What can be written after `tutor`: commands, arguments, options, and their help."""

import argparse
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from tutor.types import ExerciseKind

_EPILOG = "Toda escolha também pode vir de uma variável TUTOR_* ou do arquivo tutor.toml; veja o README."


def read_arguments(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """Return the command and its options; wrong usage ends the program with status 2, as `--help` does with 0."""
    return build_parser().parse_args(arguments)


def build_parser() -> argparse.ArgumentParser:
    """Return the parser; `--vault` and `--index` may stand before or after the command."""
    places = _places()
    parser = argparse.ArgumentParser(
        prog="tutor",
        description="Tutor de estudos que responde a partir das suas notas.",
        parents=[places],
        epilog=_EPILOG,
    )
    parser.add_argument("--version", action="version", version=f"tutor {version('tutor')}")
    commands = parser.add_subparsers(dest="command", metavar="COMANDO", required=True, title="comandos")

    def add(name: str, help_text: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=help_text, description=help_text, parents=[places])

    _add_index(add("index", "Põe o índice em dia com as notas."))
    _add_ask(add("ask", "Responde a uma pergunta a partir das notas, citando cada frase."))
    _add_search(add("search", "Mostra os trechos das notas mais próximos de uma busca."))
    _add_quiz(add("quiz", "Faz questões a partir das notas; interativo no terminal."))
    _add_eval(add("eval", "Mede as respostas contra os casos; falha quando algo piora."))
    _add_bench(add("bench", "Mede a recuperação e a velocidade."))
    _add_export(add("export", "Exporta as questões para o Anki (.apkg), CSV ou prova para imprimir (.html)."))
    add("doctor", "Confere as notas, o modelo e o índice, e diz o que rodar.")
    add("serve", "Abre o aplicativo no navegador.")
    return parser


def _places() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    parser.add_argument("--vault", metavar="DIR", type=Path, help="pasta das notas (padrão: corpus, ou TUTOR_VAULT)")
    parser.add_argument("--index", metavar="DIR", type=Path, help="pasta do índice (padrão: .tutor, ou TUTOR_INDEX)")
    return parser


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="escreve JSON na saída padrão")


def _add_index(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", metavar="PASTA", nargs="?", type=Path, help="pasta das notas; o mesmo que --vault")
    parser.add_argument("--rebuild", action="store_true", help="esquece o índice e o refaz a partir das notas")
    _add_json(parser)


def _add_ask(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "question", metavar="PERGUNTA", nargs="+", help="a pergunta; - lê uma por linha da entrada e responde em JSON"
    )
    parser.add_argument("--conversation", action="store_true", help="as linhas da entrada são uma só conversa")
    _add_json(parser)


def _add_search(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", metavar="BUSCA", nargs="+", help="o que buscar")
    parser.add_argument("-k", metavar="N", type=_positive, default=10, help="quantos trechos (padrão: 10)")
    _add_json(parser)


def _add_choice_of_exercises(parser: argparse.ArgumentParser, number: int | None) -> None:
    shown = number or "todas"
    parser.add_argument("-n", metavar="N", type=_positive, default=number, help=f"quantas questões (padrão: {shown})")
    kinds = [kind.value for kind in ExerciseKind]
    parser.add_argument("--kind", choices=kinds, action="append", default=[], help="tipo; pode ser repetido")
    parser.add_argument("--topic", metavar="T", action="append", default=[], help="tópico; pode ser repetido")
    parser.add_argument("--seed", metavar="S", type=int, default=0, help="a mesma semente dá as mesmas questões")


def _add_quiz(parser: argparse.ArgumentParser) -> None:
    _add_choice_of_exercises(parser, 10)
    _add_json(parser)


def _add_eval(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "cases",
        metavar="CASOS",
        nargs="*",
        help="arquivos ou pastas de casos (padrão: evals); draft propõe casos a partir das notas",
    )
    parser.add_argument("--report", metavar="DIR", type=Path, help="grava o relatório HTML e a tabela nesta pasta")
    parser.add_argument("--junit", metavar="ARQUIVO", type=Path, help="grava o resultado em JUnit XML")
    parser.add_argument("--update-baseline", action="store_true", help="grava a linha de base e diz o que mudou")
    parser.add_argument("--compare", metavar="OUTRO", help="compara com outro modelo: llm:NOME ou embedder:NOME")
    _add_json(parser)


def _add_bench(parser: argparse.ArgumentParser) -> None:
    parts = parser.add_subparsers(dest="what", metavar="O_QUE", required=True, title="medidas")
    retrieval_help = "nDCG, recall e MRR das passagens de um arquivo SQuAD, e das frases com a resposta"
    retrieval = parts.add_parser("retrieval", help=retrieval_help, description=retrieval_help, parents=[_places()])
    retrieval.add_argument("file", metavar="SQUAD.json", type=Path, help="perguntas e textos no formato SQuAD")
    speed_help = "tempo de indexar, atualizar, buscar e responder, sobre 7.000 tópicos gerados"
    speed = parts.add_parser("speed", help=speed_help, description=speed_help, parents=[_places()])
    for part in (retrieval, speed):
        _add_json(part)


def _add_export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("form", metavar="FORMATO", choices=["anki", "csv", "exam"], help="anki, csv ou exam")
    parser.add_argument("file", metavar="ARQUIVO", type=Path, help="o arquivo a gravar")
    _add_choice_of_exercises(parser, None)


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text}: deve ser pelo menos 1")
    return number
