"""Portuguese words the exercise writer must know: verbs, genders, opposites and numbers; nothing of any one subject."""

from tutor.language import fold

_REGULAR_VERBS = """
abaixar abandonar abastecer abater abolir abordar abranger absorver acabar aceitar acelerar acessar acionar acoplar
acolher acompanhar acontecer acrescentar acumular adaptar adicionar adiar administrar admitir adotar adquirir advertir
afastar afetar afirmar agendar agilizar agir agregar agrupar ajudar ajustar alcançar alegar alertar alinhar alocar
alterar alternar ampliar analisar anexar antecipar anteceder anular apagar aparecer aperfeiçoar aplicar apoiar apontar
aprender apresentar aprimorar aprovar aproveitar aproximar apurar arbitrar armazenar arquivar arrecadar articular
assegurar assinalar assinar assistir associar assumir atacar atender aterrar atestar atingir ativar atribuir atuar atualizar
aumentar ausentar autenticar autorizar auxiliar avaliar avançar averiguar avisar barrar basear beneficiar bloquear
buscar caber calcular cancelar capturar caracterizar carregar categorizar causar ceder celebrar centralizar cercar certificar
cessar chamar chegar cifrar circular citar classificar cobrar cobrir codificar coincidir coletar coletivizar colaborar colocar
combater combinar começar comandar comparar comparecer compartilhar compensar competir compilar complementar completar
compor-se compreender comprimir comprometer comprovar comunicar conceder concentrar conciliar concluir concordar
condenar condicionar conectar conferir confiar configurar confirmar confrontar congelar conquistar consagrar conseguir
conservar considerar consistir consolidar constar constatar constituir construir consultar consumir contabilizar
contemplar contestar continuar contrair contrariar contrastar contratar contribuir controlar converter convocar
cooperar coordenar copiar correlacionar corresponder corrigir corromper criar criptografar cuidar culminar cumprir curar
custar dar-se decidir decifrar declarar decodificar decompor decorrer decretar dedicar deduzir defender deferir definir deixar
delegar deliberar delimitar demandar demonstrar denegar denominar depender depositar derivar derrogar derrubar
desabilitar desaparecer descartar descentralizar descobrir desconsiderar descrever desativar desempenhar desencadear
desenvolver designar desligar deslocar despachar destacar destinar destruir detalhar detectar determinar devolver dever
diagnosticar dificultar digitar dimensionar diminuir direcionar dirigir disciplinar discordar discriminar
disparar dispensar disponibilizar distinguir distribuir divergir dividir divulgar documentar dominar durar editar
educar efetivar efetuar elaborar eleger elevar eliminar emanar embasar emitir empregar emular encaminhar encapsular
encarregar encerrar encher encontrar endereçar enfatizar enfraquecer enfrentar enquadrar ensejar ensinar entender
entrar entregar envolver enviar enxergar equilibrar equivaler escalar escalonar esclarecer escolher esconder escrever
especificar esperar espelhar estabelecer estabilizar estender estimar estimular estipular estruturar estudar evidenciar
evitar evoluir examinar exceder excluir executar exemplificar exercer exibir exigir existir exonerar expandir expedir
experimentar expirar explicar explicitar explorar expor-se exportar expressar exprimir extinguir extrair facilitar facultar
falhar favorecer fechar ficar filtrar finalizar financiar firmar fiscalizar fixar flexibilizar fluir focar
fomentar forçar formalizar formar formatar formular fornecer fortalecer fracionar fragmentar fundamentar fundir funcionar
ganhar garantir gastar gerar gerenciar gerir girar governar gravar guardar guiar habilitar herdar hospedar identificar
ignorar ilustrar imaginar impactar impedir implantar implementar implicar importar impossibilitar imprimir impulsionar
imputar incentivar incidir incluir incorporar incorrer indagar indeferir indenizar independer indexar indicar induzir
influenciar influir informar ingressar inibir iniciar inicializar injetar inserir inspecionar inspirar instalar instaurar
instituir instruir integrar intensificar interagir intercalar interceptar interconectar interferir interligar intermediar
interpretar interromper intervir-se introduzir invadir invalidar inverter investigar investir invocar ir-se isentar isolar
iterar julgar juntar justificar lançar legitimar legislar ler-se levantar levar liberar libertar lidar ligar limitar limpar listar
localizar lograr lotar lucrar mandar manifestar manipular manusear mapear marcar mascarar maximizar mediar medir melhorar
mencionar mensurar merecer mesclar migrar minimizar ministrar misturar mitigar modelar moderar modificar modular monitorar
montar morar motivar mostrar motivar mover mudar multiplicar nascer necessitar negar negociar neutralizar nomear normalizar normatizar
notar notificar numerar obedecer objetivar obrigar observar ocasionar ocorrer ocultar ocupar ofender oferecer
ofertar omitir onerar operar opinar optar ordenar organizar orientar originar orquestrar otimizar ouvir-se outorgar pagar paralisar
parar parecer particionar participar partir passar pautar penalizar penetrar perceber percorrer perder perdoar
perfazer permanecer permitir perpetuar persistir pertencer perturbar pesquisar planejar pleitear poder-se ponderar
possibilitar possuir postergar potencializar poupar praticar preceder precisar preconizar predominar preencher
preferir prejudicar preparar prescindir prescrever presenciar preservar presidir pressupor-se prestar presumir pretender
prevalecer prevenir prezar priorizar privilegiar processar procurar produzir programar progredir proibir projetar
proliferar prolongar promover promulgar propagar propiciar proporcionar prorrogar prosseguir proteger
provar provocar publicar punir qualificar quantificar quebrar questionar racionalizar ratificar reagir realizar
realocar reaproveitar receber recolher recomendar reconhecer reconstruir recorrer recuperar recusar redirecionar
redistribuir reduzir reescrever referenciar referir refinar refletir reforçar reger registrar regulamentar regular
reiniciar reivindicar rejeitar relacionar relatar relembrar remeter remover renovar renunciar reorganizar reparar repartir
repassar repetir replicar representar reprimir reproduzir requerer requisitar reservar residir resistir resolver
respeitar responder responsabilizar ressaltar ressarcir restabelecer restaurar restringir resultar resumir retardar
retirar retornar retratar reunir revelar reverter revezar revisar revogar rodar romper rotacionar rotear rotular salvar
sanar sancionar satisfazer-se segmentar seguir selecionar separar serializar servir significar simbolizar simplificar simular
sinalizar sincronizar situar sobrecarregar sobrepor-se sobrescrever sobreviver sofrer solicitar solucionar
somar subdividir submeter subordinar subsidiar subsistir substituir subtrair suceder sugerir sujeitar superar
supervisionar suportar suprimir suprir surgir suspender sustentar tender tentar terminar testar tipificar tolerar
tomar tornar totalizar trabalhar traduzir trafegar transferir transformar transitar transmitir transpor-se transportar
tratar trazer-se treinar trocar ultrapassar unificar uniformizar unir usar usufruir utilizar validar valer valorizar variar
vedar veicular vencer vender verificar versar viabilizar vigorar vincular violar virtualizar visar visitar visualizar viver voltar
votar zerar encadear percorrer compete crescer cair concorrer correr bater beber comer conter-se conhecer dizer-se doer dormir
esquecer fugir incumbir medir morrer nutrir oxidar polimerizar precipitar respirar secretar sintetizar metabolizar inervar irrigar
contrair dilatar hidrolisar catalisar fosforilar replicar transcrever codificar alimentar digerir excretar circundar delimitar
revestir envolver conduzir refratar atrair repelir vibrar oscilar evaporar condensar solidificar derreter ferver
aquecer esfriar resfriar liberar produzir consumir desgastar sedimentar transcorrer emendar vetar sancionar tramitar
legitimar arguir impetrar ajuizar prescrever decair caducar convalidar avocar delegar exonerar demitir reintegrar
reconduzir readaptar aposentar remunerar indenizar tributar lançar arrecadar recolher isentar empenhar liquidar
""".split()

IRREGULAR_VERB_FORMS = frozenset(
    """é são era eram foi foram será serão seria seriam seja sejam há havia houve haverá está estão estava estavam
    estará estarão esteja estejam tem têm tinha tinham teve tiveram terá terão faz fazem fazia fez fizeram fará farão
    diz dizem disse dirá traz trazem trouxe põe põem pôs pode podem podia poderá poderão poderia pôde deve devem devia
    deverá deverão deveria vai vão ia iam iria vem vêm veio virá quer querem sabe sabem vê veem lê leem dá dão deu dará
    sai saem cai caem contém contêm detém detêm mantém mantêm obtém obtêm retém retêm provém provêm advém advêm
    intervém intervêm convém sobrevém compõe compõem dispõe dispõem expõe expõem impõe impõem opõe opõem propõe propõem
    pressupõe pressupõem repõe repõem supõe supõem sobrepõe sobrepõem decompõe satisfaz satisfazem desfaz refaz perfaz
    produz produzem conduz conduzem reduz reduzem traduz traduzem introduz introduzem induz induzem deduz deduzem
    reproduz reproduzem seduz constrói constroem destrói destroem reconstrói reage reagem age agem interage interagem
    sente prefere preferem refere referem confere conferem fere insere inserem adere aderem sugere sugerem transfere
    transferem interfere interferem difere diferem defere indefere requer requerem segue seguem consegue conseguem
    prossegue prosseguem persegue serve servem veste reveste revestem investe investem adverte diverge converge
    converte convertem inverte invertem reverte subverte reflete refletem compete competem repete repetem mede medem pede
    pedem impede impedem despede expede expedem ouve ouvem perde cobre cobrem descobre descobrem dorme foge sobe sobem some
    consome consomem acode constitui constituem institui instituem substitui substituem atribui atribuem distribui
    distribuem contribui contribuem diminui diminuem inclui incluem exclui excluem conclui concluem possui possuem
    influi flui fluem evolui evoluem polui destitui restitui obstrui usufrui gere gerem digere ingere previne previnem
    agride progride transgride denota denotam conota cabe cabem vale valem ganha paga gasta extingue extinguem distingue
    distinguem dirige dirigem exige exigem age reúne reúnem une unem atinge atingem restringe restringem abrange abrangem
    protege protegem elege elegem rege regem surge surgem emerge exerce exercem vence vencem tece estabelece conhece
    torna-se trata-se surgiu surgiram ocorreu ocorreram criou criaram nasceu permitiu permitiram introduziu definiu
    estabeleceu adotou substituiu instituiu passou começou tornou ficou venceu foi-se pertence pertencem anda andam
    basta bastam convém advém media medeia mediam incendeia rodeia permeia permeiam norteia norteiam semeia""".split()
)

# Third-person forms that are also everyday nouns or adjectives: what follows decides.
NOUN_OR_VERB = frozenset(
    """aceite acesso ajuda alerta alternativa altera amostra anexo ataque atende base busca captura carga causa cerca
    chama cita classe cobra coleta comanda começa compra conquista consulta consome conta contrata contrato controle cópia
    corte cria crítica culpa cura custa custo data defesa demanda demora denúncia desligue destaque dispensa disputa
    dúvida entrega envia equipe escala escolha espera esquema estima estuda exporta falha falta fase firma força forma
    fonte ganha gasta governa grade guarda guia importa inicia interface junta lança limite linha liga lista luta mapa
    marca medida mede mescla mistura monta mostra mudança multa nota nomeia ocupa oferta ordem organiza origem paga
    para parte partida passa pausa perda pesquisa planta poda porte posse prática processa procura programa projeta
    prova pública queda quebra recusa rede regra reforma regula renda repara replica reserva resposta resgate retira
    revolta roda rota salva seca sede senha série serve soma suporte suspeita taxa toca toma torna trata troca união
    usa vale venda vende vigia visita vista volta voto vence molde meta média porta pena peça ponte margem imagem
    carregue controla transporte viagem""".split()
) & frozenset(
    """ajuda alerta amostra ataque base busca captura carga causa cerca chama classe cobra coleta compra conquista
    consulta conta crítica culpa cura data demanda demora dispensa disputa entrega escala escolha espera estima falha
    falta firma força forma fonte guarda guia importa junta lança limite liga lista luta marca medida mescla mistura
    monta mostra multa nota oferta paga para parte partida passa pausa perda pesquisa planta prática procura programa
    prova pública queda quebra recusa reforma renda replica reserva resgate roda salva seca sede soma suporte suspeita
    taxa toca toma troca vale venda visita vista volta média meta pena porta transporte controle corte""".split()
)


_PAST = {"ar": ("ou", "aram", "ava", "avam"), "er": ("eu", "eram"), "ir": ("iu", "iram")}


def _third_persons(infinitive: str) -> tuple[str, ...]:
    """Return the third persons of a regular verb: present, past and future, singular and plural."""
    root, ending = infinitive[:-2], infinitive[-2:]
    present = (root + "a", root + "am") if ending == "ar" else (root + "e", root + "em")
    return (*present, *(root + past for past in _PAST[ending]), infinitive + "á", infinitive + "ão")


_NOT_VERBS = frozenset(
    "das de por e ou sob vera mares vere sere ire somo grande posse fale mate vive nova mova verão cae caem-se fuge".split()
)
INFINITIVES = frozenset(verb for verb in _REGULAR_VERBS if verb.endswith(("ar", "er", "ir"))) | frozenset(
    "ser estar ter haver fazer pôr dizer trazer poder ir vir ver ler dar sair cair conter deter manter obter reter compor "
    "dispor expor impor propor repor satisfazer produzir conduzir construir destruir sentir repor supor sobrepor".split()
)
VERBS = (
    frozenset(form for verb in _REGULAR_VERBS if verb[-2:] in _PAST and len(verb) > 3 for form in _third_persons(verb))
    | frozenset(verb + ending for verb in INFINITIVES if verb[-2:] in _PAST for ending in ("á", "ão"))
    | IRREGULAR_VERB_FORMS
) - _NOT_VERBS
"""Third-person forms, singular and plural, that a predicate may begin with."""

FEMININE = frozenset(
    map(
        fold,
        """rede chave base parte fase classe interface frase face fonte ponte mente gente corrente vertente frente
        lente semente patente nuvem ordem margem imagem origem vantagem linguagem mensagem modelagem contagem viagem
        passagem porcentagem vez voz luz paz raiz matriz diretriz cruz variável constante hipótese síntese análise tese
        crise base série espécie superfície lei fé sede rede pele carne neve chave nave clave febre sede saúde
        virtude atitude magnitude amplitude árvore torre tribo foto moto libido mão flor cor dor mulher colher ação
        unidade entidade api url vm cpu gpu ram rom lan wan vlan vpn cli gui string thread tag branch query view
        procedure trigger-action feature sprint release build pipeline stack queue tabela célula mitose meiose osmose enzima
        necrose hematose glicólise fotossíntese biópsia próstata pós-condição pré-condição hashtag startup
        técnica ferramenta estrutura forma área camada tabela rotina regra norma medida pessoa despesa receita doença molécula
        proteína substância teoria prática fórmula linha tarefa etapa fase figura letra palavra máquina memória porta chamada
        entrada saída mistura força energia matéria massa carga onda corrente cadeia família categoria garantia
        técnica política sequência arquitetura biblioteca plataforma infraestrutura metodologia tecnologia topologia criptografia
        assinatura abordagem área zona região vacina bactéria artéria veia glândula membrana parede reta curva raiz teia
        tensão prisão união opinião região razão gestão questão conexão reunião norma instância sentença cláusula ideia maioria minoria autarquia empresa agência fundação""".split(),
    )
)
MASCULINE = frozenset(
    map(
        fold,
        """sistema problema programa tema esquema diagrama paradigma clima idioma mapa dia planeta cometa axioma teorema
        dilema trauma drama fonema sintoma cinema poema telegrama aroma diploma enigma plasma coma histograma fluxograma
        organograma cronograma algoritmo genoma cromossoma carma dogma estigma lema prisma sofisma espectrograma grama
        panorama software hardware firmware malware middleware ransomware spyware adware framework firewall gateway
        host hypervisor hipervisor kernel cache cluster container contêiner cookie byte bit bug backup buffer driver
        drive switch roteador log login módulo nome volume costume legume regime time filme crime limite ambiente
        atacante remetente fabricante solicitante representante comandante padrão cidadão pão grão chão agente cliente componente expediente gerente presidente paciente incidente acidente continente ingrediente
        quociente coeficiente dente pente acervo índice vértice ápice código conjunto método dispositivo mecanismo
        ataque cheque choque estoque bloque aluguel papel nível túnel painel canal sinal jornal local total capital
        hospital tribunal arsenal manual ritual material potencial diferencial referencial edital terminal controle
        endereço transporte suporte porte corte recorte esporte aporte lote pacote dote enfoque foco site website
        trigger servidor vírus ônus bônus status corpus campus habeas site chip token socket proxy protocolo
        deadlock lock mutex semáforo array pixel timer loop job commit merge fork script shell prompt plugin
        sprint-backlog backlog product owner scrum stakeholder briefing benchmark checklist feedback marketing
        hormônio osso músculo órgão tecido vaso coração pulmão rim fígado cérebro pâncreas poder dever direito prazo
        ato fato contrato crédito débito ativo passivo patrimônio tributo imposto orçamento empenho erário estado município
        órgão pregão leilão convênio termo edital balanço juro lucro prejuízo mês país gás lápis pires átomo elétron
        próton nêutron fóton íon cátion ânion elétron nó pó avô parâmetro alelo gene fenótipo genótipo lote mar par
        lugar celular dólar radar ar altar pilar militar exemplar singular dna rna mrna atp ip tcp udp http https dns
        dhcp smtp ftp ssh sql html css json xml pdf so sgbd bd""".split(),
    )
)
# Feminine endings, then masculine ones, longest first where they overlap.
FEMININE_ENDINGS = (
    "cao",
    "sao",
    "dade",
    "tude",
    "xao",
    "stao",
    "niao",
    "giao",
    "zao",
    "fase",
    "gem",
    "ice",
    "ise",
    "ose",
    "a",
)
MASCULINE_ENDINGS = ("mento", "ismo", "or", "ume", "al", "el", "il", "ol", "o", "eu", "au", "im", "um", "om")

CLASS_NOUNS = frozenset(
    map(
        fold,
        """tipos níveis componentes fases etapas camadas princípios características vantagens desvantagens elementos
        categorias formas modalidades espécies classes funções objetivos requisitos atributos propriedades poderes fatores
        fundamentos pilares critérios hipóteses causas sintomas efeitos benefícios limitações riscos partes estágios
        estados passos medidas garantias direitos deveres competências sinais objetos fontes""".split(),
    )
)
ATTRIBUTES = frozenset(
    map(
        fold,
        """prazo porta camada composição competência quórum quorum tempo valor autor ano data local sigla complexidade unidade
        fórmula símbolo função objetivo finalidade capacidade velocidade tamanho duração alíquota base capital população
        idioma moeda protocolo algoritmo padrão origem iniciativa mandato órgão sede""".split(),
    )
)
TRAITS = frozenset(
    map(
        fold,
        """validade prazo duração limite custo tamanho capacidade porta velocidade vigência mandato cabeçalho largura altura
        alcance efeito efeitos caráter natureza finalidade objetivo função complexidade origem sede suporte resistência
        peso massa densidade temperatura desempenho precisão sigilo imunidade eficácia autonomia personalidade maior menor
        melhor pior alta alto baixa baixo""".split(),
    )
)
"""Nouns, and adjectives before nouns, that a thing has rather than is: "tem validade de um ano"."""

DEVERBAL_ENDINGS = ("cao", "sao", "mento", "gem", "encia", "ancia", "dade", "anca", "enca", "ura")
CONCRETE_NOUNS = frozenset(
    map(
        fold,
        """imagem linguagem mensagem organização instituição função equação unidade entidade instrução documento instrumento
        equipamento elemento agência ciência margem personagem universidade cidade comunidade figura estrutura criatura
        divisão versão expressão região seção ação condição substância sentença porcentagem solução televisão fração
        constituição obrigação avaliação relação aplicação associação fundação comissão seleção medicamento pavimento
        potência frequência sequência distância instância ambulância célula porção população geração estação religião""".split(),
    )
)
DEFINITE_HEADS = frozenset(
    map(
        fold,
        "entrega busca troca escolha leitura escrita compra venda envio controle acesso registro cálculo análise pesquisa consulta "
        "transporte emprego exercício retirada tomada quebra queda garantia defesa ajuste corte descarte desgaste reforço comércio "
        "exame início término fim desvio chegada guarda posse cobrança mudança herança cessão uso ato processo prática capacidade possibilidade emprego estudo conjunto quantidade número soma total "
        "volume valor velocidade produto diferença relação razão ausência presença perda troca transferência parte menor maior grau taxa "
        "propriedade tempo ramo área ciência arte garantia exigência proibição".split(),
    )
)

OPPOSITES = (
    ("maior", "menor"), ("maiores", "menores"), ("melhor", "pior"), ("melhores", "piores"), ("mínimo", "máximo"),
    ("mínima", "máxima"), ("aumenta", "reduz"), ("aumentam", "reduzem"), ("aumentar", "reduzir"),
    ("aumento", "redução"), ("diminui", "aumenta"), ("diminuem", "aumentam"), ("diminuir", "aumentar"),
    ("diminuição", "ampliação"), ("permite", "impede"), ("permitem", "impedem"), ("facilita", "dificulta"),
    ("facilitam", "dificultam"), ("garante", "impede"), ("exige", "dispensa"), ("exigem", "dispensam"),
    ("requer", "dispensa"), ("requerem", "dispensam"), ("obrigatório", "facultativo"),
    ("obrigatória", "facultativa"), ("obrigatórios", "facultativos"), ("obrigatórias", "facultativas"),
    ("permitido", "vedado"), ("permitida", "vedada"), ("síncrono", "assíncrono"), ("síncrona", "assíncrona"),
    ("simétrico", "assimétrico"), ("simétrica", "assimétrica"), ("interno", "externo"), ("interna", "externa"),
    ("internos", "externos"), ("internas", "externas"), ("superior", "inferior"), ("superiores", "inferiores"),
    ("antes", "depois"), ("acima", "abaixo"), ("com", "sem"), ("volátil", "não volátil"),
    ("temporário", "permanente"), ("temporária", "permanente"), ("centralizado", "descentralizado"),
    ("centralizada", "descentralizada"), ("centralizados", "descentralizados"),
    ("centralizadas", "descentralizadas"), ("crescente", "decrescente"), ("direto", "indireto"),
    ("direta", "indireta"), ("diretamente", "indiretamente"), ("público", "privado"), ("pública", "privada"),
    ("públicos", "privados"), ("públicas", "privadas"), ("lento", "rápido"), ("lenta", "rápida"),
    ("lentos", "rápidos"), ("lentas", "rápidas"), ("leve", "pesado"), ("ativo", "passivo"), ("ativa", "passiva"),
    ("reversível", "irreversível"), ("renunciável", "irrenunciável"), ("revogável", "irrevogável"),
    ("unidirecional", "bidirecional"), ("homogêneo", "heterogêneo"), ("homogênea", "heterogênea"),
    ("contínuo", "descontínuo"), ("confiável", "não confiável"), ("estático", "dinâmico"),
    ("estática", "dinâmica"), ("estáticos", "dinâmicos"), ("estáticas", "dinâmicas"), ("explícito", "implícito"),
    ("explícita", "implícita"), ("sequencial", "aleatório"), ("alto", "baixo"), ("alta", "baixa"),
    ("altos", "baixos"), ("altas", "baixas"), ("prévia", "posterior"), ("prévio", "posterior"),
    ("definitivo", "provisório"), ("definitiva", "provisória"), 
    ("vinculado", "discricionário"), ("vinculada", "discricionária"), ("inclusive", "exceto"),
    ("preventivo", "repressivo"), ("preventiva", "repressiva"), 
    ("sempre", "nunca"), ("favorável", "desfavorável"), ("legítimo", "ilegítimo"), ("lícito", "ilícito"),
    ("lícita", "ilícita"), 
    ("positivo", "negativo"), ("positiva", "negativa"), ("endotérmica", "exotérmica"), ("saturado", "insaturado"),
    ("presença", "ausência"), ("dependente", "independente"), ("dependentes", "independentes"),
    ("concreto", "abstrato"), ("concreta", "abstrata"), ("unilateral", "bilateral"),
    ("oneroso", "gratuito"), ("onerosa", "gratuita"), ("destrói", "preserva"), ("inibe", "estimula"),
    ("acelera", "retarda"), ("ascendente", "descendente"), ("aberto", "fechado"), ("aberta", "fechada"),
    ("vertical", "horizontal"), ("pessoal", "impessoal"), ("divisível", "indivisível"), ("mutável", "imutável"),
    ("compatível", "incompatível"), ("válido", "inválido"), ("concentrado", "difuso"), ("concentrada", "difusa"),
    ("mais", "menos"), ("proíbe", "permite"), ("proíbem", "permitem"), ("veda", "autoriza"), ("vedam", "autorizam"),
)  # fmt: skip
"""Words that contradict each other in the same place and agree in gender and number; of several, the first is taken."""
ONE_WAY_OPPOSITES = (("remoto", "local"), ("remota", "local"), ("remotos", "locais"), ("remotas", "locais"))

NUMBER_WORDS = ("um", "dois", "três", "quatro", "cinco", "seis", "sete", "oito", "nove", "dez", "onze", "doze")
FEMININE_NUMBER_WORDS = {"dois": "duas", "um": "uma"}
