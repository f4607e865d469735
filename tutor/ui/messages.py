"""What the tutor says goes wrong, in English: looked up by its Portuguese words, as gettext does."""

import re

_ENGLISH = {
    # asking
    "A pergunta está vazia. Escreva uma pergunta com pelo menos uma palavra.": (
        "The question is empty. Write one of at least a word."
    ),
    "A pergunta tem {} caracteres; o limite é {}. Faça uma pergunta mais curta.": (
        "The question has {} characters; the limit is {}. Ask a shorter one."
    ),
    "O modelo de linguagem não respondeu ({}: {}). Confira se o servidor está no ar e se TUTOR_CHAT_MODEL, "
    "TUTOR_CHAT_URL e a chave estão certos; `tutor doctor` testa os três.": (
        "The language model did not answer ({}: {}). Check that its server is up and that TUTOR_CHAT_MODEL, "
        "TUTOR_CHAT_URL and the key are right; `tutor doctor` tests all three."
    ),
    "O modelo de linguagem respondeu sem texto. Tente de novo, ou escolha outro modelo.": (
        "The language model answered without text. Try again, or choose another model."
    ),
    "O modelo de linguagem {} não pôde ser aberto ({}). Confira TUTOR_CHAT_MODEL (provedor:nome), o pacote LangChain "
    "do provedor e a chave que ele pede, ou apague TUTOR_CHAT_MODEL para respostas sem modelo.": (
        "The language model {} could not be opened ({}). Check TUTOR_CHAT_MODEL (provider:name), the provider's "
        "LangChain package and the key it asks for, or clear TUTOR_CHAT_MODEL for answers without a model."
    ),
    # notes
    "A pasta de notas {} não existe. Indique outra com --vault PASTA ou TUTOR_VAULT.": (
        "The folder of notes {} does not exist. Name another with --vault FOLDER or TUTOR_VAULT."
    ),
    "A pasta de notas {} não é uma pasta. Indique outra com --vault PASTA ou TUTOR_VAULT.": (
        "{} is no folder of notes. Name another with --vault FOLDER or TUTOR_VAULT."
    ),
    "A pasta de notas {} não pôde ser aberta ({}). Confira as permissões.": (
        "The folder of notes {} could not be opened ({}). Check its permissions."
    ),
    "não está em UTF-8 e foi lida como Windows-1252; salve a nota em UTF-8": (
        "is not in UTF-8 and was read as Windows-1252; save the note in UTF-8"
    ),
    "não é texto; salve como Markdown em UTF-8 ou tire o arquivo da pasta": (
        "is not text; save it as Markdown in UTF-8 or take the file out of the folder"
    ),
    "tem mais de {} MB; divida a nota em partes menores": "has more than {} MB; divide the note into smaller ones",
    "não pôde ser lida ({}); confira as permissões do arquivo": "could not be read ({}); check the file's permissions",
    # embedder and index
    "Não consegui guardar o modelo de embeddings em {} ({}). Libere espaço e permissão de escrita nessa pasta, ou "
    "aponte TUTOR_EMBEDDER para a pasta de um modelo sentence-transformers.": (
        "The embedding model could not be kept in {} ({}). Make room and give write permission there, or point "
        "TUTOR_EMBEDDER to the folder of a sentence-transformers model."
    ),
    "O modelo de embeddings {} não pode ser carregado ({}). Defina TUTOR_EMBEDDER com o nome de um modelo "
    "sentence-transformers (baixado uma vez, com rede) ou com a pasta de um; vazia, usa o que vem no pacote.": (
        "The embedding model {} cannot be loaded ({}). Set TUTOR_EMBEDDER to the name of a sentence-transformers "
        "model (fetched once, over the network) or to the folder of one; empty, it is the packaged one."
    ),
    "Não consegui gravar o índice em {} ({}). Libere espaço em disco e dê permissão de escrita nessa pasta, ou escolha "
    "outra com --index. Nada se perdeu: rode de novo depois.": (
        "The index in {} could not be written ({}). Make room on the disk and give write permission there, or choose "
        "another folder with --index. Nothing is lost: run it again then."
    ),
    "Outro processo está atualizando o índice em {} há mais de {} s. Espere que termine, ou feche-o, e rode de novo.": (
        "Another process has been updating the index in {} for more than {} s. Wait for it or close it, and run again."
    ),
    "O índice em {} é {}, e agora seria {}. Rode `tutor index --rebuild` para refazê-lo a partir das notas.": (
        "The index in {} is {}, and would now be {}. Run `tutor index --rebuild` to make it anew from the notes."
    ),
    "da versão {}": "of version {}",
    "do modelo {}": "of the model {}",
    "O servidor Chroma em {} não responde ({}). Ligue-o ou esvazie TUTOR_CHROMA_URL.": (
        "The Chroma server at {} does not answer ({}). Start it, or clear TUTOR_CHROMA_URL."
    ),
    # practice
    "As notas ainda estão sendo preparadas. Espere um instante e tente de novo.": (
        "The notes are still being prepared. Wait a moment and try again."
    ),
    "Não há notas com texto: acrescente notas em Markdown à pasta e tente de novo.": (
        "There are no notes with text: add notes in Markdown to the folder and try again."
    ),
    "Estas notas não deram nenhuma questão segura. Escreva definições (termo -> definição), listas "
    "(conjunto { a, b, c }), tabelas ou frases completas e tente de novo.": (
        "These notes gave no sound question. Write definitions (term -> definition), lists (set {{ a, b, c }}), tables "
        "or full sentences and try again."
    ),
    "Nenhuma questão atende a todos os filtros ({}). Retire um deles e tente de novo.": (
        "No question passes all the filters. Remove one of them and try again."
    ),
    "O tutor não chegou ao gabarito de nenhuma questão. Escolha outros tópicos ou tipos, ou rode `tutor doctor` para "
    "conferir o índice.": (
        "The tutor did not arrive at the key of any question. Choose other topics or kinds, or run `tutor doctor` to "
        "check the index."
    ),
    "{} As questões ficaram como as notas as dão.": "{} The questions are as the notes give them.",
    "O modelo de linguagem não terminou em {} s: há questões que ficaram como as notas as dão.": (
        "The language model did not end within {} s: some questions are as the notes give them."
    ),
    "O tempo acabou: esta resposta não conta. Veja o resultado.": (
        "Time is up: this answer does not count. See the result."
    ),
    "Esta sessão já terminou. Comece outra para continuar praticando.": (
        "This session is over. Start another to go on practising."
    ),
    "Esta questão já foi respondida nesta sessão. Passe para a próxima.": (
        "This question has its answer in this session. Go on to the next."
    ),
    "Não há sessão {}. Comece uma nova.": "There is no session {}. Start a new one.",
    "{} não pôde ser gravado ({}). Confira a pasta, o espaço e as permissões.": (
        "{} could not be written ({}). Check the folder, the space and the permissions."
    ),
    # history
    "O histórico de prática {} não pôde ser usado ({}). {}": "The practice history {} could not be used ({}). {}",
    "O disco está cheio. Libere espaço e repita: o que já foi respondido está salvo.": (
        "The disk is full. Make room and repeat: what was answered is saved."
    ),
    "Outro programa está usando o arquivo. Feche-o e tente de novo.": (
        "Another program is using the file. Close it and try again."
    ),
    "Não há permissão de escrita. Corrija as permissões do arquivo e da pasta dele.": (
        "There is no write permission. Mend the permissions of the file and of its folder."
    ),
    "O arquivo não pôde ser aberto. Confira se ele existe e as permissões da pasta dele.": (
        "The file could not be opened. Check that it is there, and the permissions of its folder."
    ),
    "O arquivo está corrompido. Nada foi apagado: restaure uma cópia de segurança dele, ou mova-o para outra pasta "
    "para recomeçar sem histórico.": (
        "The file is corrupt. Nothing was deleted: restore a backup of it, or move it to another folder to begin "
        "without a history."
    ),
    "A pasta do histórico de prática, {}, não pôde ser criada ({}). Escolha outra em TUTOR_DATA ou corrija as "
    "permissões.": "The folder {} could not be made ({}). Choose another in TUTOR_DATA, or mend its permissions.",
    "O histórico de prática {} foi feito por uma versão mais nova do tutor ({}). Atualize o tutor, ou escolha outra "
    "pasta em TUTOR_DATA.": (
        "The practice history {} was made by a newer version of the tutor ({}). Update the tutor, or choose another "
        "folder in TUTOR_DATA."
    ),
}
_PATTERNS = [(re.compile(re.escape(known).replace(r"\{\}", "(.*)"), re.DOTALL), known) for known in _ENGLISH]


def told(message: str, language: str) -> str:
    """Return a message of the tutor, or of an error, in `language`; one that is not known here stays Portuguese."""
    if language == "en":
        for pattern, known in _PATTERNS:
            if found := pattern.fullmatch(message):
                return _ENGLISH[known].format(*(told(gap, language) for gap in found.groups()))
    return message
