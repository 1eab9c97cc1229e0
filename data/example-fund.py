#!/usr/bin/env python3
"""Writes the example fund: `registers/*.csv` and `reports/<year>/**` beside this file.

Everything in it is invented: programmes, agencies, partners, people, amounts and rates. Countries and currencies
exist, nothing said about them does. Running it again writes the same bytes; `code-lists/` is read, never written.

    python3 data/example-fund.py          (needs openpyxl)

How it is put together: each JP's facts stand once, with the year from which a form knows them; a form of year Y is
what was known by then; `EDITS` then plants, one by one, what goes wrong or looks odd in single cells.
"""
import csv
import datetime
import hashlib
import io
import re
import zipfile
from decimal import Decimal
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

HERE = Path(__file__).resolve().parent
STAMP = datetime.datetime(2026, 1, 1)  # the date every workbook claims to be made on
LANGUAGES = ("en", "fr", "es")

# --------------------------------------------------------------------------------------------------------------------
# The form: sheet | French | Spanish, then its fields: machine name (* = required) | French | Spanish.
# The English label is the machine name in words.
LABELS = """
# Programme|Programme|Programa
programme_code*|Code du programme|Código del programa
reporting_year*|Année du rapport|Año del informe
version*|Version|Versión
submitted_on*|Date d'envoi|Fecha de envío
prepared_by*|Préparé par|Preparado por
form_version|Version du formulaire|Versión del formulario
no_agreements|Aucun accord|Ningún acuerdo
no_transfers|Aucun transfert|Ninguna transferencia
no_structures|Aucune structure|Ninguna estructura
no_engagement|Aucune participation|Ninguna participación
no_events|Aucun événement|Ningún evento
no_accountability|Aucun élément de redevabilité|Ningún elemento de rendición de cuentas
transparency|Transparence|Transparencia
inclusivity|Caractère inclusif|Inclusividad
diversity|Diversité|Diversidad
meaningful_participation|Participation effective|Participación significativa
civic_space_activity|Activité en faveur de l'espace civique|Actividad a favor del espacio cívico
# Agreements|Accords|Acuerdos
agreement_ref*|Référence de l'accord|Referencia del acuerdo
puno*|Organisation des Nations Unies|Organización de las Naciones Unidas
partner_name*|Nom du partenaire|Nombre del socio
partner_acronym|Sigle du partenaire|Sigla del socio
stakeholder_type*|Type d'acteur|Tipo de actor
level*|Niveau d'action|Nivel de actuación
country*|Pays|País
ingo_affiliate|Affilié à une ONG internationale|Afiliado a una ONG internacional
migrant_led|Dirigé par des migrants|Dirigido por migrantes
women_led|Dirigé par des femmes|Dirigido por mujeres
youth_led|Dirigé par des jeunes|Dirigido por jóvenes
grassroots|Organisation de terrain|Organización de base
agreement_type*|Type d'accord|Tipo de acuerdo
form*|Forme|Forma
roles|Rôles|Funciones
currency|Monnaie|Moneda
amount|Montant|Importe
signed_on|Date de signature|Fecha de firma
start_on*|Date de début|Fecha de inicio
end_on|Date de fin|Fecha de fin
status*|Statut|Estado
selection|Mode de sélection|Modo de selección
due_diligence|Vérification préalable|Diligencia debida
capacity_building|Renforcement des capacités|Fortalecimiento de capacidades
publish_name|Nom publiable|Nombre publicable
purpose|Objet|Objeto
# Transfers|Transferts|Transferencias
agreement_ref*|Référence de l'accord|Referencia del acuerdo
puno*|Organisation des Nations Unies|Organización de las Naciones Unidas
paid_on*|Date de paiement|Fecha de pago
currency*|Monnaie|Moneda
amount*|Montant|Importe
tier|Rang|Nivel de la cadena
sub_partner_name|Nom du sous-partenaire|Nombre del subsocio
sub_partner_type|Type du sous-partenaire|Tipo de subsocio
sub_partner_level|Niveau du sous-partenaire|Nivel de actuación del subsocio
reference|Référence du paiement|Referencia del pago
# Structures|Structures|Estructuras
body_name*|Nom de la structure|Nombre de la estructura
body_kind*|Genre de structure|Clase de estructura
body_function*|Fonction de la structure|Función de la estructura
stakeholder_type*|Type d'acteur|Tipo de actor
seats*|Sièges|Puestos
voting_seats|Sièges avec droit de vote|Puestos con voto
women_seats|Sièges occupés par des femmes|Puestos ocupados por mujeres
valid_from|Valable du|Válido desde
valid_to|Valable jusqu'au|Válido hasta
meetings_held|Réunions tenues|Reuniones celebradas
# Engagement|Participation|Participación
phase*|Étape|Fase
stakeholder_type*|Type d'acteur|Tipo de actor
engagement_level*|Niveau de participation|Nivel de participación
engaged_on*|Date de la participation|Fecha de la participación
mechanisms|Mécanismes|Mecanismos
modes|Modalités|Modalidades
medium|Support|Medio
women|Femmes|Mujeres
men|Hommes|Hombres
other_or_undisclosed|Autre ou non divulgué|Otro o no revelado
persons_total|Total des personnes|Total de personas
under_18|Moins de 18 ans|Menores de 18 años
youth_18_24|Jeunes de 18 à 24 ans|Jóvenes de 18 a 24 años
compensated|Participation indemnisée|Participación compensada
compensation_currency|Monnaie de l'indemnité|Moneda de la compensación
compensation_amount|Montant de l'indemnité|Importe de la compensación
justification|Justification|Justificación
evidence|Éléments de preuve|Pruebas
# Events|Événements|Eventos
event_ref*|Référence de l'événement|Referencia del evento
title*|Titre|Título
event_kind*|Genre d'événement|Clase de evento
audience|Public visé|Público destinatario
awareness_kind|Genre de sensibilisation|Clase de sensibilización
capacity_kind|Genre de renforcement|Clase de fortalecimiento
started_on*|Date de début|Fecha de inicio
ended_on|Date de fin|Fecha de fin
country|Pays|País
medium|Support|Medio
stakeholder_type*|Type d'acteur|Tipo de actor
organisations|Organisations|Organizaciones
women|Femmes|Mujeres
men|Hommes|Hombres
other_or_undisclosed|Autre ou non divulgué|Otro o no revelado
persons_total|Total des personnes|Total de personas
under_18|Moins de 18 ans|Menores de 18 años
youth_18_24|Jeunes de 18 à 24 ans|Jóvenes de 18 a 24 años
speakers|Intervenants|Ponentes
# Accountability|Redevabilité|Rendición de cuentas
item*|Élément|Elemento
in_place*|En place|Establecido
held_on|Date de réalisation|Fecha de realización
stakeholder_role|Rôle des acteurs|Papel de los actores
stakeholder_types|Types d'acteurs|Tipos de actores
received|Cas reçus|Casos recibidos
closed|Cas clos|Casos cerrados
reference_group|Groupe de référence|Grupo de referencia
inception_feedback|Avis sur le rapport initial|Comentarios al informe inicial
final_feedback|Avis sur le rapport final|Comentarios al informe final
principles_assessed|Principes évalués|Principios evaluados
what_changed|Ce qui a changé|Qué cambió
report_link|Lien vers le rapport|Enlace al informe
# Narrative|Récit|Narrativa
kind*|Genre|Clase
text*|Texte|Texto
agreement_ref|Référence de l'accord|Referencia del acuerdo
stakeholder_type|Type d'acteur|Tipo de actor
benefit|Apport|Beneficio
may_be_quoted|Citation autorisée|Se puede citar
"""

TITLES = {
    "en": ("{sheet}: everything since the programme began (fictional example)",
           "One line per entry. Columns with * must be filled in. Lists inside a cell are separated by ;"),
    "fr": ("{sheet} : tout depuis le début du programme (exemple fictif)",
           "Une ligne par élément. Les colonnes marquées * sont obligatoires. Dans une cellule, séparer par ;"),
    "es": ("{sheet}: todo desde el inicio del programa (ejemplo ficticio)",
           "Una línea por elemento. Las columnas con * son obligatorias. Dentro de una celda, separar con ;"),
}
ANSWERS = {
    "en": {"y": "yes", "n": "no", "u": "unknown"},
    "fr": {"y": "oui", "n": "non", "u": "inconnu"},
    "es": {"y": "sí", "n": "no", "u": "desconocido"},
}
# Fields answered from a code list; + marks a list inside the cell.
CODED = dict(pair.split("=") for pair in """
stakeholder_type=stakeholder_types level=levels country=countries agreement_type=agreement_types form=agreement_forms
roles=+partner_roles status=agreement_statuses selection=selection_modes due_diligence=due_diligence
sub_partner_type=stakeholder_types sub_partner_level=levels body_kind=body_kinds body_function=body_functions
phase=phases engagement_level=engagement_levels mechanisms=+mechanisms modes=+modes medium=media
event_kind=event_kinds audience=audiences awareness_kind=awareness_kinds capacity_kind=capacity_kinds
item=accountability_items stakeholder_role=stakeholder_roles stakeholder_types=+stakeholder_types
kind=narrative_kinds benefit=benefits
""".split())
YES_NO = set("""
no_agreements no_transfers no_structures no_engagement no_events no_accountability transparency inclusivity diversity
meaningful_participation civic_space_activity ingo_affiliate migrant_led women_led youth_led grassroots
capacity_building publish_name compensated in_place reference_group inception_feedback final_feedback
principles_assessed may_be_quoted
""".split())
DATES = set("submitted_on signed_on start_on end_on paid_on valid_from valid_to engaged_on started_on ended_on held_on".split())
NUMBERS = set("""
reporting_year version amount tier seats voting_seats women_seats meetings_held women men other_or_undisclosed
persons_total under_18 youth_18_24 compensation_amount organisations speakers received closed
""".split())
FLAGS = ["ingo_affiliate", "migrant_led", "women_led", "youth_led", "grassroots"]

# --------------------------------------------------------------------------------------------------------------------
# Registers that are plain tables: # name, header, rows.
REGISTERS = """
# programmes
programme_code|former_codes|title|scope|countries|thematic_area|gcm_objectives|approved_on|concept_note_on|start_on|end_on|budget_usd|gender_marker|human_rights_marker|child_marker|phases_reached
EX-01||Open Doors at Quillmoor Crossing (fictional example)|COUNTRY|GMB|5|7;15;16|2022-09-15|2022-05-20|2022-11-01|2026-04-30|2400000.00|2|B|B|CONCEPT;DEVELOPMENT;IMPLEMENTATION;MONITORING;REPORTING
EX-02||Fair Work on the Tarrow Road (fictional example)|COUNTRY|TJK|4|5;6;18|2023-08-01|2023-03-15|2023-10-01|2026-09-30|1950000.00|2|A|C|CONCEPT;DEVELOPMENT;IMPLEMENTATION;MONITORING;REPORTING
EX-03||Three Shores, One Market (fictional example)|MULTI_COUNTRY|GIN;MLI;SEN|2|2;7;23|2023-02-01|2022-11-10|2023-04-01|2026-03-31|3100000.00|1|B|B|CONCEPT;DEVELOPMENT;IMPLEMENTATION;MONITORING;REPORTING
EX-04|EXP-04|Numbers that Speak in Marlinga (fictional example)|COUNTRY|PHL|1|1;3;17|2023-05-30|2023-02-20|2023-07-01|2026-06-30|1600000.00|2|C|C|CONCEPT;DEVELOPMENT;IMPLEMENTATION;MONITORING;REPORTING
EX-05||Bridges of Valdeluz (fictional example)|COUNTRY|PER|5|15;16;22|2023-11-20|2023-05-02|2024-01-15|2026-12-31|2200000.00|3|A|A|CONCEPT;DEVELOPMENT;IMPLEMENTATION;MONITORING;REPORTING
EX-06||Safe Return to Ondavale (fictional example)|COUNTRY|MKD|3|9;10;21|2022-12-12|2022-06-30|2023-02-01|2025-12-31|1400000.00|1|B||CONCEPT;DEVELOPMENT;IMPLEMENTATION;MONITORING;REPORTING
EX-07||Herders, Rains and Roads (fictional example)|REGIONAL|ETH;KEN;UGA|2|2;5;23|2024-07-10|2023-11-15|2024-10-01|2027-09-30|2750000.00|3|A|C|CONCEPT;DEVELOPMENT;IMPLEMENTATION
EX-08||Home to the Sablondes (fictional example)|COUNTRY|MDG|3|4;21|2022-01-20|2021-10-05|2022-03-01|2024-12-31|1250000.00|2|B|B|CONCEPT;DEVELOPMENT;IMPLEMENTATION;MONITORING;REPORTING;EVALUATION
# programme_punos
programme_code|puno|role|from_on|to_on
EX-01|EXA|LEAD|2022-11-01|
EX-01|EXB|PARTICIPATING|2022-11-01|
EX-01|EXC|PARTICIPATING|2022-11-01|
EX-02|EXB|LEAD|2023-10-01|
EX-02|EXA|PARTICIPATING|2023-10-01|
EX-02|EXE|PARTICIPATING|2024-02-01|
EX-03|EXD|LEAD|2023-04-01|
EX-03|EXA|PARTICIPATING|2023-04-01|
EX-03|EXC|PARTICIPATING|2023-04-01|
EX-04|EXA|LEAD|2023-07-01|
EX-04|EXD|PARTICIPATING|2023-07-01|
EX-05|EXC|LEAD|2024-01-15|
EX-05|EXD|PARTICIPATING|2024-01-15|
EX-05|EXF|PARTICIPATING|2024-01-15|
EX-06|EXA|LEAD|2023-02-01|
EX-06|EXE|PARTICIPATING|2023-02-01|2024-06-30
EX-07|EXF|LEAD|2024-10-01|
EX-07|EXA|PARTICIPATING|2024-10-01|
EX-08|EXD|LEAD|2022-03-01|2024-12-31
EX-08|EXB|PARTICIPATING|2022-03-01|2024-12-31
# endorsements
programme_code|country|authority|endorsed_on
EX-01|GMB|Ministry of Example Affairs (fictional)|2022-08-30
EX-02|TJK|Ministry of Invented Labour (fictional)|2023-06-12
EX-03|GIN|Ministry of Imagined Markets (fictional)|2023-01-10
EX-03|MLI|Office of Imagined Rivers (fictional)|2023-01-12
EX-03|SEN|Ministry of Imagined Shores (fictional)|2025-02-03
EX-04|PHL|Bureau of Example Counting (fictional)|2023-05-02
EX-05|PER|Ministry of Example Bridges (fictional)|2023-10-18
EX-08|MDG|Ministry of Example Homes (fictional)|2021-12-15
# partners
partner_id|name|acronym|aliases|country|stakeholder_type|level|publish_name
P-001|Women Traders of Quillmoor|WTQ|Quillmoor Women Traders Assoc.;Quillmoor Women's Trading Association|GMB|CBO|LOCAL|yes
P-002|Three Baobabs Circle|TBC|Cercle des Trois Baobabs|GMB|NGO_N|NATIONAL|yes
P-003|Ministry of Example Affairs (fictional)|||GMB|GOV|NATIONAL|no
P-004|Ondavale Migrant Circle|OMC|Ondavale Migrants' Circle|GMB|MLO|NATIONAL|yes
P-005|Blue Kite Youth of Quillmoor|BKYQ||GMB|CHILD_YOUTH|LOCAL|no
P-006|Tarrow Ferrymen's Union|TFU||GMB|UNION|NATIONAL|yes
P-007|Radio Nine Hills|RNH||GMB|MEDIA|LOCAL|yes
P-011|Tarrow Road Workers' Guild|TRWG||TJK|UNION|NATIONAL|yes
P-012|House of Seven Spindles|HSS||TJK|NGO_L|LOCAL|yes
P-013|Almond Valley Fair Jobs Network|AVFJ||TJK|NETWORK|NATIONAL|yes
P-014|Silver Anvil Trucks and Vans|SATV||TJK|PRIVATE|NATIONAL|no
P-015|Institute of Imagined Economics|IIE||TJK|ACADEMIA|NATIONAL|yes
P-016|Global Lantern Relief|GLR||TJK|NGO_I|INTERNATIONAL|yes
P-021|Réseau des Lucioles|RDL|Firefly Network of the Three Shores|SEN|NETWORK|REGIONAL|yes
P-022|Marchandes de la Troisième Rive|MTR||GIN|CBO|LOCAL|yes
P-023|Croix-Verte imaginaire du fleuve|CVIF||MLI|NGO_N|NATIONAL|yes
P-024|Diaspora de Belle-Onde|DBO||SEN|DIASPORA|INTERNATIONAL|yes
P-025|Maison des Bateliers|MDB||MLI|NGO_L|LOCAL|no
P-026|Jeunes Pousses de Sablonde|JPS||GIN|CHILD_YOUTH|LOCAL|yes
P-031|Counting Crabs Research Group|CCRG||PHL|ACADEMIA|NATIONAL|yes
P-032|Marlinga Migrant Families Society|MMFS||PHL|MLO|NATIONAL|yes
P-033|Paper Lighthouse Newsroom|PLN||PHL|MEDIA|NATIONAL|yes
P-034|Coral Ledger Foundation|CLF||PHL|FOUNDATION|NATIONAL|yes
P-041|Asociación Puente de Papel|APP|Puente de Papel|PER|NGO_N|NATIONAL|yes
P-042|Mujeres Tejedoras de Valdeluz|MTV||PER|CBO|LOCAL|yes
P-043|Institución de Derechos Humanos de Valdeluz (ficticia)|IDHV||PER|NHRI|NATIONAL|yes
P-044|Red de Faroles del Norte|RFN||PER|NETWORK|NATIONAL|yes
P-045|Club Juvenil Cometa Azul de Valdeluz|CJCA||PER|CHILD_YOUTH|LOCAL|yes
P-046|Parroquia Imaginaria de la Loma Azul|PILA||PER|FBO|LOCAL|yes
P-051|Ondavale Homecoming Fund|OHF||MKD|FOUNDATION|NATIONAL|yes
P-052|Quince Orchard Legal Aid|QOLA||MKD|NGO_N|NATIONAL|yes
P-053|Blue Umbrella Mothers of Ondavale|BUMO||MKD|CBO|LOCAL|yes
P-061|Herders of the Painted Plain|HPP||KEN|CBO|LOCAL|yes
P-062|Rain Calendar Alliance|RCA||ETH|NETWORK|REGIONAL|yes
P-063|Acacia Crossing Women's Group|ACWG||UGA|CBO|LOCAL|yes
P-071|Toits de Sablonde|TDS||MDG|NGO_N|NATIONAL|yes
P-072|Union des Vanilliers rêvés|UVR||MDG|UNION|NATIONAL|yes
P-073|Femmes du Lagon imaginaire|FLI||MDG|CBO|LOCAL|yes
# due_dates
year|opens_on|due_on|closes_on
2024|2025-01-05|2025-02-28|2025-04-30
2025|2026-01-05|2026-02-28|2026-04-30
# results_framework
rf_code|level|statement_en|statement_fr|statement_es|indicator|dimension|category|unit|direction|baseline_year|baseline|means_of_verification|owner
RF-1|OUTCOME|Example: programmes work with partners outside government|Exemple : les programmes travaillent avec des partenaires non gouvernementaux|Ejemplo: los programas trabajan con socios no gubernamentales|PA-04|||percent|UP|2023|60|Reporting forms|Secretariat of the example fund
RF-2|OUTPUT|Example: implementation agreements in force|Exemple : accords de mise en œuvre en vigueur|Ejemplo: acuerdos de ejecución vigentes|PA-01|||agreements|UP|2023|11|Reporting forms|Secretariat of the example fund
RF-3|OUTPUT|Example: agreements come with money|Exemple : les accords sont assortis de fonds|Ejemplo: los acuerdos incluyen fondos|PA-05|||percent|UP|2023|55|Reporting forms|Secretariat of the example fund
RF-4|OUTPUT|Example: local NGOs hold agreements|Exemple : les ONG locales ont des accords|Ejemplo: las ONG locales tienen acuerdos|PA-01|stakeholder_type|NGO_L|agreements|UP|2023|1|Reporting forms|Secretariat of the example fund
RF-5|OUTCOME|Example: money passed on outside government|Exemple : fonds transmis hors des gouvernements|Ejemplo: fondos transferidos fuera de los gobiernos|TR-01|||USD|UP|2023|60000|Reporting forms|Secretariat of the example fund
RF-6|OUTCOME|Example: thematic areas covered|Exemple : domaines thématiques couverts|Ejemplo: áreas temáticas cubiertas|PF-04|||areas|UP|2022|2|Programme register|Secretariat of the example fund
RF-7|IMPACT|Example: partners who call the cooperation fair|Exemple : partenaires jugeant la coopération équitable|Ejemplo: socios que consideran justa la cooperación||||percent|UP|2023|64|Partner survey, entered by hand|Secretariat of the example fund
RF-8|OUTPUT|Example: days by which forms come late|Exemple : retard des formulaires, en jours|Ejemplo: retraso de los formularios, en días|RE-03|||days|DOWN|2023|15|Dates of receipt|Secretariat of the example fund
# targets
rf_code|year|value
RF-1|2024|70
RF-1|2025|85
RF-2|2024|20
RF-2|2025|28
RF-3|2024|60
RF-3|2025|70
RF-4|2025|4
RF-5|2024|200000
RF-5|2025|350000
RF-6|2024|5
RF-6|2025|5
RF-7|2025|75
RF-8|2024|5
RF-8|2025|0
# rf_values
rf_code|year|value|numerator|denominator|source
RF-7|2024|68|17|25|Partner survey 2024 (fictional)
RF-7|2025|72|18|25|Partner survey 2025 (fictional)
# history
indicator|dimension|category|year|value|numerator|denominator|source|comparable|note
PA-01|||2022|2|||Annual report 2022 of the example fund (fictional)|no|Counted government partners as well
PA-01|||2023|11|||Annual report 2023 of the example fund (fictional)|yes|
PA-05|||2023|54.545455|6|11|Annual report 2023 of the example fund (fictional)|yes|
TR-01|||2023|61250.00|||Annual report 2023 of the example fund (fictional)|yes|
RE-01|||2023|80|4|5|Annual report 2023 of the example fund (fictional)|yes|One form came after printing
# steering_committee
seat|constituency|holder|holder_type|from_on|to_on
UN-1|UN_NETWORK|Example Agency for Mobility|UN|2023-01-01|
UN-2|UN_NETWORK|Example Bureau for Decent Work|UN|2023-01-01|2024-12-31
UN-2|UN_NETWORK|Example Children's Agency|UN|2025-01-01|
UN-3|UN_NETWORK|Example Development Programme|UN|2024-01-01|
DO-1|DONOR|Donor Aurora (fictional)|DONOR|2023-01-01|
DO-2|DONOR|Donor Boreal (fictional)|DONOR|2023-01-01|2024-12-31
DO-2|DONOR|Donor Cirrus (fictional)|DONOR|2025-01-01|
DO-3|DONOR|Donor Delta (fictional)|DONOR|2023-01-01|
CO-1|COUNTRY|Country Alpha (fictional)|GOV|2023-01-01|2024-12-31
CO-1|COUNTRY|Country Epsilon (fictional)|GOV|2025-01-01|
CO-2|COUNTRY|Country Beta (fictional)|GOV|2023-01-01|
CO-3|COUNTRY|Country Gamma (fictional)|GOV|2024-01-01|
ST-1|STAKEHOLDER|Ondavale Migrant Circle|MLO|2023-01-01|
ST-2|STAKEHOLDER|Tarrow Road Workers' Guild|UNION|2023-01-01|2024-12-31
ST-2|STAKEHOLDER|Réseau des Lucioles|NETWORK|2025-01-01|2025-10-31
ST-3|STAKEHOLDER|Coral Ledger Foundation|FOUNDATION|2023-01-01|
# fund_events
event|title|event_kind|region|held_on|invited_on|registration_required|criteria_published_on|prior_consultation|briefings_held|languages_provided|reports_published|agenda_inputs|participation_promoted|submissions_received|submissions_posted
FE-2024-1|Consultative Forum 2024 (fictional)|CONSULTATIVE_FORUM|001|2024-11-14|2024-09-20|yes|2024-09-25|yes|yes|yes|yes|yes|no|12|12
FE-2024-2|Review meeting Africa (fictional)|REGIONAL_REVIEW|ECA|2024-09-10|2024-08-15|yes|2024-08-15|yes|yes|no|yes|no|no|9|7
FE-2025-1|Consultative Forum 2025 (fictional)|CONSULTATIVE_FORUM|001|2025-11-12|2025-09-15|yes|2025-09-15|yes|yes|yes|yes|yes|yes|15|15
FE-2025-2|Review meeting Latin America (fictional)|REGIONAL_REVIEW|ECLAC|2025-04-08|2025-03-10|yes|2025-03-12|yes|no|yes|yes|yes|no|6|5
FE-2025-3|Informal consultation ahead of the review (fictional)|INFORMAL_CONSULTATION|ECLAC|2025-03-18|2025-01-20|yes||yes|no|yes|no|yes|yes|4|4
FE-2025-4|Briefing for donors and partners (fictional)|BRIEFING|001|2025-06-19||no||no|yes|no|no|no|no|0|0
# recommendations
recommendation|event|topic|accepted|owner|due_on|status
RC-01|FE-2024-1|DATA_PROTECTION|yes|Secretariat of the example fund|2025-06-30|DONE
RC-02|FE-2024-1|CHILDREN_YOUTH|yes|EXC|2025-09-30|IN_PROGRESS
RC-03|FE-2024-2|LABOUR_MOBILITY|yes|EXB|2025-12-31|DONE
RC-04|FE-2024-2|CLIMATE|no|EXD||DROPPED
RC-05|FE-2025-1|GENDER|yes|EXE|2026-06-30|OPEN
RC-06|FE-2025-2|DECENT_WORK|yes|EXB|2025-11-30|OPEN
# applications
call|application|submitted_on|cso_name|consent|consented_on|evidence
CALL-2024|APP-11|2024-05-14|Acacia Crossing Women's Group|yes|2024-05-02|Signed letter on file
CALL-2024|APP-11|2024-05-14|Rain Calendar Alliance|yes|2024-05-06|Signed letter on file
CALL-2025|APP-21|2025-06-20|Three Baobabs Circle|yes|2025-06-11|Signed letter on file
CALL-2025|APP-21|2025-06-20|Women Traders of Quillmoor|yes|2025-06-25|Signed letter on file
CALL-2025|APP-22|2025-06-24|Club Juvenil Cometa Azul de Valdeluz|no||
# assessments
programme_code|item|answer|assessed_on
EX-01|STAKEHOLDER_MAPPING|yes|2022-09-01
EX-01|RISKS|yes|2022-09-01
EX-01|NEEDS|yes|2022-09-01
EX-01|PARTNERSHIPS|yes|2022-09-01
EX-01|VULNERABLE_GROUPS|no|2022-09-01
EX-02|STAKEHOLDER_MAPPING|yes|2023-07-12
EX-02|RISKS|yes|2023-07-12
EX-02|NEEDS|no|2023-07-12
EX-03|STAKEHOLDER_MAPPING|yes|2023-01-20
EX-04|STAKEHOLDER_MAPPING|no|2023-05-22
EX-05|STAKEHOLDER_MAPPING|yes|2023-11-06
EX-05|KICKOFF_1|yes|2024-03-01
EX-05|KICKOFF_2|yes|2024-03-01
EX-05|KICKOFF_3|yes|2024-03-01
EX-05|KICKOFF_4|yes|2024-05-15
EX-05|KICKOFF_5|no|2024-05-15
EX-05|KICKOFF_6|yes|2024-05-15
EX-07|STAKEHOLDER_MAPPING|yes|2024-06-28
EX-07|JUSTIFICATION_ACCEPTED|yes|2024-06-28
"""

# What each PUNO spent: programme | puno | year | budget | spent on category 6 | spent on everything else.
SPENT = """
EX-01|EXA|2023|420000|58000|240000
EX-01|EXB|2023|150000|9000|101000
EX-01|EXC|2023|110000|0|82500
EX-01|EXA|2024|430000|64000|251400
EX-01|EXB|2024|160000|31000|97000
EX-01|EXC|2024|110000|0|88000
EX-01|EXA|2025|410000|52000|262300
EX-01|EXB|2025|150000|14000|104200
EX-01|EXC|2025|100000|0|79400
EX-02|EXB|2024|340000|44000|196000
EX-02|EXA|2024|140000|12000|90500
EX-02|EXE|2024|90000|0|41200
EX-02|EXB|2025|360000|41000|214700
EX-02|EXA|2025|150000|18000|96800
EX-02|EXE|2025|120000|6000|63500
EX-03|EXD|2023|380000|31000|170300
EX-03|EXA|2023|190000|15500|92600
EX-03|EXD|2024|450000|62000|248800
EX-03|EXA|2024|230000|30500|139000
EX-03|EXC|2024|160000|9000|97700
EX-03|EXD|2025|460000|58000|266100
EX-03|EXA|2025|240000|37000|141900
EX-03|EXC|2025|170000|9500|102600
EX-04|EXA|2024|300000|42000|163400
EX-04|EXD|2024|120000|15000|71800
EX-04|EXA|2025|310000|39000|180500
EX-04|EXD|2025|130000|12000|77600
EX-05|EXC|2024|310000|35500|169900
EX-05|EXD|2024|180000|27000|91300
EX-05|EXF|2024|120000|0|56700
EX-05|EXC|2025|330000|31000|191200
EX-05|EXD|2025|190000|11000|102700
EX-05|EXF|2025|140000|16500|72000
EX-06|EXA|2023|260000|14000|121100
EX-06|EXA|2024|310000|33000|168800
EX-06|EXE|2024|60000|8000|28400
EX-06|EXA|2025|300000|21000|172600
EX-07|EXF|2024|90000|0|22700
EX-07|EXA|2024|40000|0|9800
EX-07|EXF|2025|420000|38000|181600
EX-07|EXA|2025|210000|14000|93300
EX-08|EXD|2022|210000|11000|94000
EX-08|EXD|2023|260000|26000|144100
EX-08|EXB|2023|110000|9000|52300
EX-08|EXD|2024|250000|27000|160400
EX-08|EXB|2024|100000|8000|57900
"""
OTHER_CATEGORIES = [(1, "0.46"), (2, "0.06"), (3, "0.04"), (4, "0.22"), (5, "0.12"), (7, "0.10")]

# Invented units per US dollar: currency | January 2022 | December 2025 | decimals. One rate on the first of every month.
RATES = """
GMD|52.40|71.80|2
TJS|11.30|10.95|4
GNF|9150|8640|0
XOF|582|604|2
PHP|51.20|57.60|3
PEN|3.985|3.615|3
MKD|54.60|57.10|2
KES|113.20|129.40|2
MGA|3990|4520|0
EUR|0.886|0.924|4
"""
RATE_GAP = {("GNF", f"2025-{month:02}-01") for month in (2, 3, 4)}  # nobody entered these
LATE_CURRENCY = [("ETB", f"2025-{month:02}-01", str(Decimal("132.50") + month)) for month in range(7, 13)]

# --------------------------------------------------------------------------------------------------------------------
# What the forms say. `by` is the PUNO that prepared the form, `since` the first year whose form has the line.
# `flags` answers the five questions about the partner in form order: y, n, u(nknown) or - for an empty cell.
AGREEMENTS = """
jp|by|since|agreement_ref|puno|partner_name|partner_acronym|stakeholder_type|level|country|flags|agreement_type|form|roles|currency|amount|signed_on|start_on|end_on|status_2024|status_2025|selection|due_diligence|capacity_building|publish_name|purpose
EX-01|EXA|2024|EXA-GM-101|EXA|Women Traders of Quillmoor|WTQ|CBO|LOCAL|GMB|nnyny|GRANT|FINANCIAL|IMPLEMENTATION;ACCESS|GMD|1850000|2023-02-10|2023-02-15|2025-06-30|ACTIVE|COMPLETED|OPEN_CALL|DONE_UNPP|y|y|Market stalls and advice desks at the crossing
EX-01|EXA|2024|EXA-GM-102|EXA|Three Baobabs Circle|TBC|NGO_N|NATIONAL|GMB|nnnnn|COOPERATION|FINANCIAL|IMPLEMENTATION;ADVOCACY|USD|64000|2023-05-03|2023-05-15|2026-03-31|ACTIVE|ACTIVE|CLOSED_CALL|DONE_UNPP|y|y|Host community dialogue
EX-01|EXA|2024|EXA-GM-103|EXA|Ministry of Example Affairs (fictional)||GOV|NATIONAL|GMB|-----|LOA|FINANCIAL|POLICY_DIALOGUE|GMD|900000|2023-06-01|2023-06-01|2025-12-31|ACTIVE|ACTIVE|DIRECT|WAIVED|n|n|Crossing registration desks
EX-01|EXA|2024|EXA-GM-JNT|EXA|Ondavale Migrant Circle|OMC|MLO|NATIONAL|GMB|nyynn|COOPERATION|MIXED|SERVICE_PROVISION;AWARENESS|USD|48000|2024-03-01|2024-03-15|2026-02-28|ACTIVE|ACTIVE|OPEN_CALL|DONE_UNPP|y|y|One agreement signed together with EXB
EX-01|EXA|2024|EXC-GM-7|EXC|Blue Kite Youth of Quillmoor|BKYQ|CHILD_YOUTH|LOCAL|GMB|nnnyy|MOU|NON_FINANCIAL|AWARENESS|||2023-08-21|2023-09-01||ACTIVE|ACTIVE|DIRECT|PENDING|y|n|School talks
EX-01|EXA|2025|EXA-GM-104|EXA|Quillmoor Women Traders Assoc.||CBO|LOCAL|GMB|nnyny|SMALL_FUNDING|FINANCIAL|IMPLEMENTATION|GMD|620000|2025-02-04|2025-02-10|2026-01-31||ACTIVE|DIRECT|DONE_UNPP|n|y|Second market day
EX-01|EXB|2024|exa-gm-jnt|EXB|Ondavale Migrants' Circle||MLO|NATIONAL|GMB|nyunn|COOPERATION|MIXED|SERVICE_PROVISION|USD|48000|2024-03-01|2024-03-15|2026-02-28|ACTIVE|ACTIVE|OPEN_CALL|DONE_UNPP|y|y|One agreement signed together with EXA
EX-01|EXB|2024|EXB-14|EXB|Tarrow Ferrymen's Union|TFU|UNION|NATIONAL|GMB|nnnnu|COOPERATION|FINANCIAL|IMPLEMENTATION;CAPACITY_BUILDING|GMD|1200000|2023-08-28|2023-09-01|2025-08-31|ACTIVE|COMPLETED|CLOSED_CALL|DONE_OTHER|y|y|Fair fares for travellers
EX-01|EXB|2024|EXB-15|EXB|Radio Nine Hills|RNH|MEDIA|LOCAL|GMB|unnny|COLLAB|NON_FINANCIAL|AWARENESS;INFORMATION||||2024-02-01||ACTIVE|ACTIVE|||n|y|Weekly broadcast
EX-01|EXB|2025|EXB-16|EXB|Three Baobabs Circle|TBC|NGO_N|NATIONAL|GMB|nnnnn|SMALL_FUNDING|FINANCIAL|DATA_COLLECTION|GMD|275000|2025-04-15|2025-05-01|2025-12-31||COMPLETED|DIRECT|DONE_OTHER|n|y|Fare survey
EX-02|EXB|2024|EXB-TJ-1|EXB|Tarrow Road Workers' Guild|TRWG|UNION|NATIONAL|TJK|nynnu|COOPERATION|FINANCIAL|IMPLEMENTATION;ADVOCACY|TJS|620000|2023-11-20|2023-12-01|2025-11-30|ACTIVE|COMPLETED|OPEN_CALL|DONE_OTHER|y|y|Contract advice before departure
EX-02|EXB|2024|EXB-TJ-2|EXB|House of Seven Spindles|HSS|NGO_L|LOCAL|TJK|nnyny|GRANT|FINANCIAL|IMPLEMENTATION|USD|38500.75|2024-01-25|2024-02-01|2026-01-31|ACTIVE|ACTIVE|OPEN_CALL|DONE_UNPP|y|y|Looms for returning families
EX-02|EXB|2024|EXA-TJ-1|EXA|Almond Valley Fair Jobs Network|AVFJ|NETWORK|NATIONAL|TJK|nnnnn|SMALL_FUNDING|FINANCIAL|POLICY_DIALOGUE;INFORMATION|TJS|280000|2024-04-08|2024-04-15|2025-10-14|ACTIVE|COMPLETED|CLOSED_CALL|PENDING|n|y|Job fair rules
EX-02|EXB|2024|EXB-TJ-3|EXB|Silver Anvil Trucks and Vans|SATV|PRIVATE|NATIONAL|TJK|nnnnn|SERVICE_CONTRACT|FINANCIAL|SERVICE_PROVISION|TJS|95000|2024-05-27|2024-06-01|2024-12-31|COMPLETED|COMPLETED|OPEN_CALL|DONE_OTHER|n|n|Transport to the fairs
EX-02|EXB|2024|EXE-TJ-1|EXE|Institute of Imagined Economics|IIE|ACADEMIA|NATIONAL|TJK|nnnnn|MOU|NON_FINANCIAL|EXPERTISE;DATA_COLLECTION|||2024-04-22|2024-05-01||ACTIVE|ACTIVE|DIRECT|UNKNOWN|y|y|Wage study
EX-02|EXB|2025|EXB-TJ-4|EXB|Global Lantern Relief|GLR|NGO_I|INTERNATIONAL|TJK|ynnnn|COOPERATION|MIXED|CAPACITY_BUILDING|EUR|42000|2025-02-10|2025-02-17|2026-08-31||ACTIVE|CLOSED_CALL|DONE_UNPP|y|y|Safety training
EX-02|EXB|2025|EXE-TJ-2|EXE|House of Seven Spindles|HSS|NGO_L|LOCAL|TJK|nnyny|GRANT|FINANCIAL|IMPLEMENTATION|TJS|110000|2025-05-06|2025-05-12|2026-05-11||ACTIVE|DIRECT|DONE_UNPP|y|y|Weaving school
EX-02|EXB|2025|EXA-TJ-2|EXA|Almond Valley Fair Jobs Network|AVFJ|NETWORK|NATIONAL|TJK|nnnnn|SMALL_FUNDING|FINANCIAL|INFORMATION|USD|9000|2025-12-10|2026-02-01|2026-08-31||SIGNED|RETAINED|DONE_UNPP|n|y|Follow-up fair
EX-03|EXD|2024|EXD-3R-01|EXD|Réseau des Lucioles|RDL|NETWORK|REGIONAL|SEN|nnnnn|COOPERATION|FINANCIAL|IMPLEMENTATION;ADVOCACY|XOF|45000000|2023-05-22|2023-06-01|2025-12-31|ACTIVE|ACTIVE|OPEN_CALL|DONE_UNPP|y|y|Veille sur les trois rives
EX-03|EXD|2024|EXD-3R-02|EXD|Firefly Network of the Three Shores||NETWORK|REGIONAL|MLI|nnnnn|GRANT|FINANCIAL|DATA_COLLECTION|XOF|18000000|2024-02-20|2024-03-01|2025-08-31|ACTIVE|COMPLETED|CLOSED_CALL|DONE_UNPP|n|y|Relevé des traversées
EX-03|EXD|2024|EXD-3R-03|EXD|Maison des Bateliers|MDB|NGO_L|LOCAL|MLI|nnnny|LOA|FINANCIAL|ACCESS|XOF|6000000|2024-06-24|2024-07-01|2025-06-30|CANCELLED|CANCELLED|DIRECT|PENDING|n|n|Haltes fluviales
EX-03|EXD|2024|EXA-3R-01|EXA|Marchandes de la Troisième Rive|MTR|CBO|LOCAL|GIN|nnyny|GRANT|FINANCIAL|IMPLEMENTATION|GNF|310000000|2023-09-04|2023-09-15|2025-09-14|ACTIVE|COMPLETED|OPEN_CALL|DONE_OTHER|y|y|Greniers communs
EX-03|EXD|2024|EXA-3R-02|EXA|Croix-Verte imaginaire du fleuve|CVIF|NGO_N|NATIONAL|MLI|nnnuu|COOPERATION|MIXED|SERVICE_PROVISION|XOF|22000000|2024-01-22|2024-02-01|2025-12-31|ACTIVE|ACTIVE|CLOSED_CALL|DONE_OTHER|y|y|Pirogues de secours
EX-03|EXD|2024|EXC-3R-01|EXC|Diaspora de Belle-Onde|DBO|DIASPORA|INTERNATIONAL|SEN|nynnn|COLLAB|NON_FINANCIAL|EXPERTISE;POLICY_DIALOGUE||||2024-01-15||ACTIVE|ACTIVE|||n|y|Conseils aux familles
EX-03|EXD|2024|EXC-3R-02|EXC|Jeunes Pousses de Sablonde|JPS|CHILD_YOUTH|LOCAL|GIN|nnnyy|SMALL_FUNDING|FINANCIAL|AWARENESS|GNF|70000000|2024-04-18|2024-05-01|2025-04-30|ACTIVE|COMPLETED|OPEN_CALL|DONE_UNPP|y|y|Clubs d'écoliers
EX-03|EXD|2025|EXD-3R-04|EXD|Réseau Luciole||NETWORK|REGIONAL|SEN|nuunn|MOU|NON_FINANCIAL|ADVOCACY|||2025-03-03|2025-03-10|2026-03-31||ACTIVE|DIRECT|UNKNOWN|n|y|Plaidoyer commun
EX-03|EXD|2025|EXE-3R-01|EXE|Croix-Verte imaginaire du fleuve|CVIF|NGO_N|NATIONAL|MLI|nnnuu|GRANT|FINANCIAL|SERVICE_PROVISION|USD|7000|2025-04-28|2025-05-05|2025-12-31||COMPLETED|DIRECT|DONE_OTHER|n|y|Trousses de soins
EX-04|EXA|2024|EXA-PH-01|EXA|Counting Crabs Research Group|CCRG|ACADEMIA|NATIONAL|PHL|nnnnn|COOPERATION|FINANCIAL|DATA_COLLECTION;EXPERTISE|PHP|2400000|2023-08-07|2023-08-15|2025-12-31|ACTIVE|ACTIVE|OPEN_CALL|DONE_UNPP|y|y|Household counts
EX-04|EXA|2024|EXA-PH-02|EXA|Marlinga Migrant Families Society|MMFS|MLO|NATIONAL|PHL|nyyny|GRANT|FINANCIAL|ACCESS;DATA_COLLECTION|PHP|950000|2024-01-12|2024-01-20|2025-07-31|ACTIVE|COMPLETED|OPEN_CALL|DONE_UNPP|y|y|Families count too
EX-04|EXA|2024|EXA-PH-03|EXA|Paper Lighthouse Newsroom|PLN|MEDIA|NATIONAL|PHL|nnnyn|COLLAB|NON_FINANCIAL|AWARENESS||||2024-03-01||ACTIVE|ACTIVE|||n|y|Figures explained
EX-04|EXA|2024|EXD-PH-01|EXD|Coral Ledger Foundation|CLF|FOUNDATION|NATIONAL|PHL|nnnnn|INKIND|IN_KIND|EXPERTISE|USD|15000|2024-04-23|2024-05-01|2026-04-30|ACTIVE|ACTIVE|UNSOLICITED|DONE_OTHER|n|y|Rooms and computers lent
EX-04|EXA|2024|EXD-PH-02|EXD|marlinga migrant families society||MLO|NATIONAL|PHL|nyyny|SMALL_FUNDING|FINANCIAL|IMPLEMENTATION|PHP|510000|2024-06-03|2024-06-10|2025-06-09|ACTIVE|COMPLETED|RETAINED|DONE_UNPP|y|y|Island visits
EX-04|EXA|2025|EXA-PH-04|EXA|Paper Lighthouse Newsroom|PLN|MEDIA|NATIONAL|PHL|nnnyn|COOPERATION|FINANCIAL|AWARENESS;INFORMATION|PHP|330000|2025-03-24|2025-04-01|2026-03-31||ACTIVE|OPEN_CALL|PENDING|n|y|A page of numbers every month
EX-05|EXC|2024|EXC-PE-01|EXC|Asociación Puente de Papel|APP|NGO_N|NATIONAL|PER|nnynn|COOPERATION|FINANCIAL|IMPLEMENTATION;SERVICE_PROVISION|PEN|240000|2024-02-08|2024-02-15|2026-02-14|ACTIVE|ACTIVE|OPEN_CALL|DONE_UNPP|y|y|Escuelas abiertas
EX-05|EXC|2024|EXC-PE-02|EXC|Mujeres Tejedoras de Valdeluz|MTV|CBO|LOCAL|PER|nuyny|GRANT|MIXED|IMPLEMENTATION|PEN|36000|2024-04-24|2024-05-02|2025-11-01|ACTIVE|COMPLETED|OPEN_CALL|DONE_OTHER|y|y|Taller de acogida
EX-05|EXC|2024|EXC-PE-03|EXC|Institución de Derechos Humanos de Valdeluz (ficticia)|IDHV|NHRI|NATIONAL|PER|nnnnn|MOU|NON_FINANCIAL|ADVOCACY;INFORMATION|||2024-05-27|2024-06-03||ACTIVE|ACTIVE|DIRECT|WAIVED|n|y|Ventanilla de derechos
EX-05|EXC|2025|EXF-PE-01|EXF|Parroquia Imaginaria de la Loma Azul|PILA|FBO|LOCAL|PER|nnnny|GRANT|FINANCIAL|SERVICE_PROVISION|PEN|54000|2025-02-03|2025-02-10|2026-02-09||ACTIVE|CLOSED_CALL|DONE_OTHER|n|y|Botiquines de barrio
EX-05|EXC|2025|EXC-PE-04|EXC|Red de Faroles del Norte|RFN|NETWORK|NATIONAL|PER|nnnnn|COOPERATION|FINANCIAL|ADVOCACY|PEN|60000||2025-11-01|2026-10-31||PLANNED|CLOSED_CALL|PENDING|y|y|Red de acogida
EX-05|EXC|2025|EXC-PE-05|EXC|Club Juvenil Cometa Azul de Valdeluz|CJCA|CHILD_YOUTH|LOCAL|PER|nnnyy|GRANT|FINANCIAL|AWARENESS|PEN|12000|2025-03-10|2025-03-17|2025-12-15||COMPLETED|OPEN_CALL|DONE_UNPP|y|y|Cometas en la plaza
EX-05|EXC|2025|EXC-PE-06|EXC|Puente de Papel||NGO_N|NATIONAL|PER|nnynn|SMALL_FUNDING|FINANCIAL|CAPACITY_BUILDING|USD|9500|2025-04-02|2025-04-07|2025-12-31||COMPLETED|RETAINED|DONE_UNPP|y|y|Curso para docentes
EX-05|EXD|2024|EXD-PE-01|EXD|Red de Faroles del Norte|RFN|NETWORK|NATIONAL|PER|nnnnn|COOPERATION|FINANCIAL|IMPLEMENTATION;POLICY_DIALOGUE|PEN|130000|2024-03-25|2024-04-01|2026-03-31|ACTIVE||OPEN_CALL|DONE_UNPP|n|y|Ferias de empleo
EX-05|EXD|2024|EXD-PE-02|EXD|Mujeres Tejedoras de Valdeluz|MTV|CBO|LOCAL|PER|nuyny|LOA|FINANCIAL|IMPLEMENTATION|USD|8200|2024-09-09|2024-09-16|2025-09-15|ACTIVE||DIRECT|DONE_OTHER|y|y|Hilos y ventas
EX-06|EXA|2024|EXA-MK-01|EXA|Ondavale Homecoming Fund|OHF|FOUNDATION|NATIONAL|MKD|nnnnn|GRANT|FINANCIAL|IMPLEMENTATION|MKD|1900000|2023-03-27|2023-04-03|2025-06-30|ACTIVE||OPEN_CALL|DONE_UNPP|y|y|First months after return
EX-06|EXA|2024|EXA-MK-02|EXA|Quince Orchard Legal Aid|QOLA|NGO_N|NATIONAL|MKD|nnnnn|COOPERATION|FINANCIAL|SERVICE_PROVISION;ADVOCACY|EUR|21000|2023-09-25|2023-10-02|2025-09-30|ACTIVE||CLOSED_CALL|DONE_UNPP|n|y|Legal advice
EX-06|EXA|2024|EXE-MK-01|EXE|Blue Umbrella Mothers of Ondavale|BUMO|CBO|LOCAL|MKD|nnyny|SMALL_FUNDING|FINANCIAL|AWARENESS|MKD|420000|2024-01-08|2024-01-15|2024-06-30|COMPLETED||DIRECT|DONE_OTHER|y|y|Umbrella corners
EX-06|EXA|2024|EXA-MK-03|EXA|Blue Umbrella Mothers of Ondavale|BUMO|CBO|LOCAL|MKD|nnyny|COLLAB|NON_FINANCIAL|ACCESS||||2024-07-01||ACTIVE||||n|y|Home visits
EX-07|EXF|2025|EXF-HR-01|EXF|Herders of the Painted Plain|HPP|CBO|LOCAL|KEN|nnnny|GRANT|FINANCIAL|IMPLEMENTATION;INFORMATION|KES|2600000|2025-02-13|2025-02-20|2027-02-19||ACTIVE|OPEN_CALL|DONE_UNPP|y|y|Wells on the way
EX-07|EXF|2025|EXF-HR-02|EXF|Rain Calendar Alliance|RCA|NETWORK|REGIONAL|ETH|nnnnn|COOPERATION|FINANCIAL|DATA_COLLECTION;EXPERTISE|ETB|3200000|2025-05-12|2025-05-20|2027-05-19||ACTIVE|CLOSED_CALL|DONE_OTHER|y|y|Rain diaries
EX-07|EXF|2025|EXA-HR-01|EXA|Acacia Crossing Women's Group|ACWG|CBO|LOCAL|UGA|nuyny|SMALL_FUNDING|FINANCIAL|IMPLEMENTATION|USD|18000|2025-03-10|2025-03-17|2026-03-16||ACTIVE|OPEN_CALL|DONE_UNPP|y|y|Crossing point shelters
EX-07|EXF|2025|EXA-HR-02|EXA|Herders of the Painted Plain|HPP|CBO|LOCAL|KEN|nnnny|MOU|NON_FINANCIAL|POLICY_DIALOGUE|||2025-06-02|2025-06-09|||ACTIVE|DIRECT|DONE_UNPP|n|y|Grazing calendar
EX-08|EXD|2024|EXD-MG-01|EXD|Toits de Sablonde|TDS|NGO_N|NATIONAL|MDG|nnnnn|COOPERATION|FINANCIAL|IMPLEMENTATION|MGA|96000000|2022-05-23|2022-06-01|2024-11-30|COMPLETED||OPEN_CALL|DONE_OTHER|y|y|Maisons de retour
EX-08|EXD|2024|EXD-MG-02|EXD|Femmes du Lagon imaginaire|FLI|CBO|LOCAL|MDG|nyyny|GRANT|MIXED|IMPLEMENTATION;ACCESS|USD|26000|2023-02-20|2023-03-01|2024-10-31|COMPLETED||OPEN_CALL|DONE_OTHER|y|y|Filets et fours
EX-08|EXD|2024|EXD-MG-03|EXD|Toits de Sablonde|TDS|NGO_N|NATIONAL|MDG|nnnnn|SMALL_FUNDING|FINANCIAL|IMPLEMENTATION|USD|5000|2023-01-25|2023-02-01|2023-11-30|TERMINATED||DIRECT|PENDING|n|y|Atelier de menuiserie
EX-08|EXD|2024|EXB-MG-01|EXB|Union des Vanilliers rêvés|UVR|UNION|NATIONAL|MDG|nnnnn|SMALL_FUNDING|FINANCIAL|CAPACITY_BUILDING|MGA|52000000|2023-07-03|2023-07-10|2024-09-30|COMPLETED||CLOSED_CALL|DONE_UNPP|y|y|Formation aux contrats
"""

TRANSFERS = """
jp|by|agreement_ref|puno|paid_on|currency|amount|tier|sub_partner_name|sub_partner_type|sub_partner_level|reference
EX-01|EXA|EXA-GM-101|EXA|2023-03-01|GMD|600000|1||||GM-0001
EX-01|EXA|EXA-GM-101|EXA|2024-02-20|GMD|700000|1||||GM-0007
EX-01|EXA|EXA-GM-101|EXA|2025-03-14|GMD|500000|1||||GM-0015
EX-01|EXA|EXA-GM-102|EXA|2023-06-01|USD|20000|1||||GM-0002
EX-01|EXA|EXA-GM-102|EXA|2024-05-10|USD|22000|1||||GM-0009
EX-01|EXA|EXA-GM-102|EXA|2025-06-11|USD|15000|||||GM-0018
EX-01|EXA|EXA-GM-103|EXA|2024-07-01|GMD|450000|1||||GM-0011
EX-01|EXA|EXA-GM-JNT|EXA|2024-04-02|USD|16000|1||||GM-0008
EX-01|EXA|EXA-GM-JNT|EXA|2025-04-03|USD|12500|1||||GM-0016
EX-01|EXA|EXA-GM-104|EXA|2025-03-21|GMD|310000|1||||GM-0017
EX-01|EXB|EXA-GM-JNT|EXB|2024-06-15|USD|9000|1||||EXB-311
EX-01|EXB|EXB-14|EXB|2023-10-02|GMD|300000|1||||EXB-207
EX-01|EXB|EXB-14|EXB|2024-03-05|GMD|450000|1||||EXB-290
EX-01|EXB|EXB-14|EXB|2025-02-10|GMD|300000.5|1||||EXB-402
EX-02|EXB|EXB-TJ-1|EXB|2023-12-15|TJS|150000|1||||TJ-1
EX-02|EXB|EXB-TJ-1|EXB|2024-05-20|TJS|210000|1||||TJ-4
EX-02|EXB|EXB-TJ-1|EXB|2025-01-28|TJS|240000|1||||TJ-9
EX-02|EXB|EXB-TJ-1|EXB|2025-10-15|TJS|-18500.5|1||||TJ-9 unspent balance returned
EX-02|EXB|EXB-TJ-2|EXB|2024-03-01|USD|12000|1||||TJ-2
EX-02|EXB|EXB-TJ-2|EXB|2025-03-03|USD|14250.75|1||||TJ-10
EX-02|EXB|EXA-TJ-1|EXA|2024-05-02|TJS|120000|1||||TJ-3
EX-02|EXB|EXA-TJ-1|EXA|2025-04-30|TJS|150000|1||||TJ-12
EX-02|EXB|EXB-TJ-3|EXB|2024-07-10|TJS|95000|1||||TJ-5
EX-02|EXB|EXB-TJ-4|EXB|2025-03-20|EUR|20000|1||||TJ-11
EX-02|EXB|EXE-TJ-2|EXE|2025-06-20|TJS|40000|1||||TJ-13
EX-03|EXD|EXD-3R-01|EXD|2023-07-05|XOF|12000000|1||||3R-001
EX-03|EXD|EXD-3R-01|EXD|2024-02-12|XOF|15000000|1||||3R-004
EX-03|EXD|EXD-3R-01|EXD|2024-03-20|XOF|4000000|2|Veilleuses du Fleuve rêvé|CBO|LOCAL|3R-005
EX-03|EXD|EXD-3R-01|EXD|2025-02-18|XOF|11000000|1||||3R-012
EX-03|EXD|EXD-3R-01|EXD|2025-03-25|XOF|3500000|2|Veilleuses du Fleuve rêvé|CBO|LOCAL|3R-014
EX-03|EXD|EXD-3R-02|EXD|2024-04-04|XOF|9000000|1||||3R-007
EX-03|EXD|EXD-3R-02|EXD|2025-04-25|XOF|6000000|1||||3R-016
EX-03|EXD|EXD-3R-02|EXD|2025-09-02|XOF|1200.5|1||||3R-019
EX-03|EXD|EXA-3R-01|EXA|2023-10-10|GNF|90000000|1||||3R-002
EX-03|EXD|EXA-3R-01|EXA|2024-06-06|GNF|110000000|1||||3R-009
EX-03|EXD|EXA-3R-01|EXA|2025-04-10|GNF|60000000|1||||3R-015
EX-03|EXD|EXA-3R-02|EXA|2024-03-12|XOF|10000000|1||||3R-006
EX-03|EXD|EXA-3R-02|EXA|2025-03-11|XOF|8000000|1||||3R-013
EX-03|EXD|EXC-3R-02|EXC|2024-05-20|GNF|40000000|1||||3R-008
EX-04|EXA|EXA-PH-01|EXA|2023-09-01|PHP|600000|1||||PH-1
EX-04|EXA|EXA-PH-01|EXA|2024-02-15|PHP|800000|1||||PH-2
EX-04|EXA|EXA-PH-01|EXA|2025-02-14|PHP|700000.25|1||||PH-8
EX-04|EXA|EXA-PH-02|EXA|2024-02-28|PHP|400000|1||||PH-3
EX-04|EXA|EXA-PH-02|EXA|2025-01-17|PHP|350000|1||||PH-6
EX-04|EXA|EXD-PH-02|EXD|2024-07-01|PHP|255000|1||||PH-5
EX-04|EXA|EXD-PH-02|EXD|2025-01-31|PHP|204000|1||||PH-7
EX-04|EXA|EXA-PH-04|EXA|2025-04-22|PHP|165000|1||||PH-9
EX-04|EXA|EXA-PH-999|EXA|2025-05-30|PHP|88000|1||||PH-10
EX-05|EXC|EXC-PE-01|EXC|2024-03-04|PEN|80000|1||||PE-01
EX-05|EXC|EXC-PE-01|EXC|2025-03-05|PEN|80000|1||||PE-05
EX-05|EXC|EXC-PE-02|EXC|2024-05-20|PEN|18000|1||||PE-03
EX-05|EXC|EXC-PE-02|EXC|2025-05-19|PEN|6000|1||||PE-08
EX-05|EXC|EXF-PE-01|EXF|2025-02-27|PEN|27000|1||||PE-04
EX-05|EXC|EXC-PE-06|EXC|2025-04-25|USD|4750|1||||PE-07
EX-05|EXD|EXD-PE-01|EXD|2024-04-22|PEN|65000|1||||EXD-PE-1
EX-05|EXD|EXD-PE-02|EXD|2024-10-01|USD|4100|1||||EXD-PE-2
EX-06|EXA|EXA-MK-01|EXA|2023-05-02|MKD|600000|1||||MK-1
EX-06|EXA|EXA-MK-01|EXA|2024-03-20|MKD|800000|1||||MK-4
EX-06|EXA|EXA-MK-02|EXA|2024-02-05|EUR|9000|1||||MK-3
EX-06|EXA|EXE-MK-01|EXE|2024-02-01|MKD|210000|1||||MK-2
EX-06|EXA|EXE-MK-01|EXE|2024-05-28|MKD|190000|1||||MK-5
EX-07|EXF|EXF-HR-01|EXF|2025-03-10|KES|1200000|1||||HR-1
EX-07|EXF|EXF-HR-02|EXF|2025-06-02|ETB|900000|1||||HR-3
EX-07|EXF|EXF-HR-02|EXF|2025-09-03|ETB|800000|1||||HR-5
EX-07|EXF|EXA-HR-01|EXA|2025-04-01|USD|6000|1||||HR-2
EX-07|EXF|EXA-HR-01|EXA|2025-06-02|USD|5000|1||||HR-4
EX-08|EXD|EXD-MG-01|EXD|2022-07-01|MGA|30000000|1||||MG-1
EX-08|EXD|EXD-MG-01|EXD|2023-06-15|MGA|40000000|1||||MG-4
EX-08|EXD|EXD-MG-01|EXD|2024-03-15|MGA|26000000|1||||MG-7
EX-08|EXD|EXD-MG-02|EXD|2023-04-03|USD|12000|1||||MG-3
EX-08|EXD|EXD-MG-02|EXD|2024-04-03|USD|14000|1||||MG-8
EX-08|EXD|EXD-MG-03|EXD|2023-02-20|USD|2500|1||||MG-2
EX-08|EXD|EXB-MG-01|EXB|2023-08-01|MGA|30000000|1||||MG-5
EX-08|EXD|EXB-MG-01|EXB|2024-01-22|MGA|22000000|1||||MG-6
"""

# `met_2024`, `met_2025`: meetings held in that year. The second form of EX-01 names one body again.
STRUCTURES = """
jp|by|since|body_name|body_kind|body_function|stakeholder_type|seats|voting_seats|women_seats|valid_from|valid_to|met_2024|met_2025
EX-01|EXA|2024|Crossing Steering Committee|STEERING_COMMITTEE|DECISION|UN|3|3|2|2022-12-01||2|2
EX-01|EXA|2024|Crossing Steering Committee|STEERING_COMMITTEE|DECISION|GOV|4|4|1|2022-12-01||2|2
EX-01|EXA|2024|Crossing Steering Committee|STEERING_COMMITTEE|DECISION|CBO|1|1|1|2022-12-01||2|2
EX-01|EXA|2024|Crossing Steering Committee|STEERING_COMMITTEE|DECISION|MIGRANT|1|0|0|2023-06-01||2|2
EX-01|EXA|2024|Voices of the Crossing|CSRG|ADVISORY|NGO_N|3||2|2023-02-01||4|3
EX-01|EXA|2024|Voices of the Crossing|CSRG|ADVISORY|COMMUNITY|4||2|2023-02-01||4|3
EX-01|EXB|2024|Crossing Steering Committee|STEERING_COMMITTEE|DECISION|UN|2|2|1|2022-12-01||2|2
EX-02|EXB|2024|Tarrow Road Board|STEERING_COMMITTEE|DECISION|UN|3|3|1|2023-11-01||2|2
EX-02|EXB|2024|Tarrow Road Board|STEERING_COMMITTEE|DECISION|GOV|3|3|1|2023-11-01||2|2
EX-02|EXB|2024|Tarrow Road Board|STEERING_COMMITTEE|DECISION|UNION|1|1|0|2023-11-01||2|2
EX-02|EXB|2024|Wage table group|TWG|TECHNICAL|ACADEMIA|2||1|2024-05-01||5|6
EX-03|EXD|2024|Comité des trois rives|STEERING_COMMITTEE|DECISION|UN|3|3|1|2023-05-01||2|1
EX-03|EXD|2024|Comité des trois rives|STEERING_COMMITTEE|DECISION|GOV|6|6|2|2023-05-01||2|1
EX-03|EXD|2024|Comité des trois rives|STEERING_COMMITTEE|DECISION|NETWORK|1|0|1|2023-05-01||2|1
EX-03|EXD|2024|Équipe de gestion commune|MGMT_TEAM|MANAGEMENT|UN|5||2|2023-05-01||10|11
EX-03|EXD|2024|Équipe de gestion commune|MGMT_TEAM|MANAGEMENT|DIASPORA|1||1|2024-02-01|2025-06-30|9|5
EX-04|EXA|2024|Numbers Board|STEERING_COMMITTEE|DECISION|UN|2|2|1|2023-08-01||2|2
EX-04|EXA|2024|Numbers Board|STEERING_COMMITTEE|DECISION|PUBLIC|2|2|1|2023-08-01||2|2
EX-04|EXA|2024|Readers of the figures|ADVISORY_BOARD|ADVISORY|MLO|2||2|2024-03-01||3|3
EX-05|EXC|2024|Comité directivo de los puentes|STEERING_COMMITTEE|DECISION|UN|3|3|2|2024-02-01||2|3
EX-05|EXC|2024|Comité directivo de los puentes|STEERING_COMMITTEE|DECISION|GOV|3|3|1|2024-02-01||2|3
EX-05|EXC|2024|Comité directivo de los puentes|STEERING_COMMITTEE|DECISION|MIGRANT|2|2|1|2024-02-01||2|3
EX-05|EXC|2024|Grupo de acogida|CSRG|ADVISORY|CBO|3||3|2024-04-01||4|4
EX-06|EXA|2024|Return Board|STEERING_COMMITTEE|DECISION|UN|2|2|1|2023-03-01||2|
EX-06|EXA|2024|Return Board|STEERING_COMMITTEE|DECISION|GOV|3|3|0|2023-03-01||2|
EX-07|EXF|2025|Plain and Road Council|STEERING_COMMITTEE|DECISION|UN|2|2|1|2025-01-15|||2
EX-07|EXF|2025|Plain and Road Council|STEERING_COMMITTEE|DECISION|IGO|1|1|0|2025-01-15|||2
EX-07|EXF|2025|Plain and Road Council|STEERING_COMMITTEE|DECISION|CBO|2|1|1|2025-01-15|||2
EX-08|EXD|2024|Comité des toits|STEERING_COMMITTEE|DECISION|UN|2|2|1|2022-04-01|2024-12-31|2|
EX-08|EXD|2024|Comité des toits|STEERING_COMMITTEE|DECISION|COMMUNITY|1|1|1|2022-04-01|2024-12-31|2|
EX-08|EXD|2024|Groupe de référence de l'évaluation finale|ERG|ADVISORY|NGO_N|1||1|2024-06-01|2024-12-31|3|
"""

ENGAGEMENT = """
jp|by|phase|stakeholder_type|engagement_level|engaged_on|mechanisms|modes|medium|women|men|other_or_undisclosed|persons_total|under_18|youth_18_24|compensated|compensation_currency|compensation_amount|justification|evidence
EX-01|EXA|CONCEPT|NGO_N|CONSULT|2022-03-10|CONSULTATION||IN_PERSON|9|8||17|||n||||Minutes on file
EX-01|EXA|CONCEPT|MIGRANT|CONSULT|2022-03-11|FOCUS_GROUP||IN_PERSON|14|11||25|0|6|n||||Minutes on file
EX-01|EXA|CONCEPT|COMMUNITY|CONSULT|2022-03-12|LISTENING||IN_PERSON|21|19||40|3|9|n||||Minutes on file
EX-01|EXA|DEVELOPMENT|COMMUNITY|INVOLVE|2022-07|CONSULTATION;SITE_VISIT|CO_DESIGN|IN_PERSON|18|13||31|0|7|n||||Workshop notes
EX-01|EXA|IMPLEMENTATION|MIGRANT|COLLABORATE|2024-05-21|DIALOGUE;CO_DELIVERY|CO_DELIVERY|IN_PERSON|24|15|1|40|2|11|y|GMD|36000||Attendance sheets
EX-01|EXA|IMPLEMENTATION|COMMUNITY|INVOLVE|2024-09-17|MEETING||IN_PERSON|30|22||52|4|13|n||||
EX-01|EXA|MONITORING|CBO|COLLABORATE|2025-05-08|ADVISORY_BOARD;CO_DESIGN|CO_DESIGN|HYBRID|8|5||13|||y|GMD|9500||Notes on file
EX-01|EXA|IMPLEMENTATION|MIGRANT|INVOLVE|2025-07-15|LISTENING||IN_PERSON|19|12||31|1|8|n||||
EX-01|EXA|IMPLEMENTATION|COMMUNITY|CONSULT|2025-09|CONSULTATION||IN_PERSON||||64|||n||||
EX-02|EXB|CONCEPT|UNION|CONSULT|2023-02-07|CONSULTATION||HYBRID|6|9||15|||n||||Minutes on file
EX-02|EXB|CONCEPT|MIGRANT|CONSULT|2023-02-08|INTERVIEW||ONLINE|10|14||24|0|5|n||||Interview list
EX-02|EXB|CONCEPT|COMMUNITY|CONSULT|2023-02|FOCUS_GROUP||IN_PERSON|12|9||21|0|4|n||||Minutes on file
EX-02|EXB|IMPLEMENTATION|UNION|COLLABORATE|2024-10-03|PARTNERSHIP;CO_DELIVERY|CO_DELIVERY|IN_PERSON|7|12||19|||n||||Joint plan
EX-02|EXB|IMPLEMENTATION|MIGRANT|CONSULT|2024-06-12|CONSULTATION||IN_PERSON|22|27||49|0|12|n||||
EX-02|EXB|IMPLEMENTATION|COMMUNITY|CONSULT|2024-06-13|LISTENING||IN_PERSON|16|12||28|||n||||
EX-02|EXB|MONITORING|UNION|COLLABORATE|2025-06-05|JOINT_PRODUCT|PARTICIPATORY_DIALOGUE|HYBRID|9|10||19|||n||||Joint statement
EX-02|EXB|IMPLEMENTATION|MIGRANT|INVOLVE|2025-05-22|DIALOGUE|PARTICIPATORY_DIALOGUE|IN_PERSON|28|25|1|54|0|15|y|TJS|2600||Attendance sheets
EX-02|EXB|IMPLEMENTATION|COMMUNITY|CONSULT|2025-05-23|CONSULTATION||IN_PERSON|17|11||28|||n||||
EX-03|EXD|CONCEPT|NETWORK|CONSULT|2022-09-20|CONSULTATION||HYBRID|11|10||21|||n||||Compte rendu
EX-03|EXD|CONCEPT|MIGRANT|CONSULT|2022-09-21|FOCUS_GROUP||IN_PERSON|13|12||25|0|8|n||||Compte rendu
EX-03|EXD|CONCEPT|COMMUNITY|CONSULT|2022-09-22|LISTENING||IN_PERSON|24|20||44|5|10|n||||Compte rendu
EX-03|EXD|IMPLEMENTATION|NETWORK|COLLABORATE|2024-04-16|COMMITTEE_SEAT;JOINT_PRODUCT|CO_DESIGN|HYBRID|6|6||12|||n||||Plan commun
EX-03|EXD|IMPLEMENTATION|MIGRANT|CONSULT|2024-05-14|SITE_VISIT||IN_PERSON|17|20||37|0|9|n||||
EX-03|EXD|IMPLEMENTATION|COMMUNITY|CONSULT|2024|CONSULTATION||IN_PERSON||||80|||n||||
EX-03|EXD|IMPLEMENTATION|NETWORK|INVOLVE|2025-02-25|MEETING||ONLINE|5|6||11|||n|||Accès difficile à la rive nord, accord du comité|
EX-03|EXD|IMPLEMENTATION|MIGRANT|CONSULT|2025-06-17|SURVEY||SURVEY|40|38|2|80|0|21|n||||
EX-04|EXA|CONCEPT|MLO|CONSULT|2023-01-18|CONSULTATION||ONLINE|9|4||13|||n||||Minutes on file
EX-04|EXA|CONCEPT|MIGRANT|CONSULT|2023-01-19|SURVEY||SURVEY|31|22||53|0|11|n||||Questionnaire
EX-04|EXA|CONCEPT|COMMUNITY|CONSULT|2023-01-20|INTERVIEW||IN_PERSON|8|7||15|||n||||Interview list
EX-04|EXA|MONITORING|MLO|COLLABORATE|2024-08-06|RESEARCH;CO_DESIGN|CO_DESIGN|HYBRID|10|6||16|||y|PHP|24000||Method paper
EX-04|EXA|IMPLEMENTATION|MIGRANT|CONSULT|2024-03-14|FOCUS_GROUP||IN_PERSON|18|13||31|0|7|n||||
EX-04|EXA|IMPLEMENTATION|COMMUNITY|CONSULT|2024-03-15|FOCUS_GROUP||IN_PERSON|15|12||27|0|6|n||||
EX-04|EXA|REPORTING|MLO|EMPOWER|2025-03-19|SURVEY;WRITTEN_SUBMISSION|CO_DESIGN|SURVEY|12|7||19|||n||||Survey results
EX-04|EXA|IMPLEMENTATION|MIGRANT|CONSULT|2025-04-09|FOCUS_GROUP||IN_PERSON|16|15||31|0|8|n||||
EX-04|EXA|IMPLEMENTATION|COMMUNITY|INVOLVE|2025-04-10|LISTENING||IN_PERSON|20|18||38|2|6|n||||
EX-05|EXC|CONCEPT|NGO_N|CONSULT|2023-03-14|CONSULTATION||ONLINE|7|5||12|||n||||Acta
EX-05|EXC|CONCEPT|MIGRANT|CONSULT|2023-03-15|FOCUS_GROUP||IN_PERSON|19|12|1|32|0|8|n||||Acta
EX-05|EXC|CONCEPT|COMMUNITY|CONSULT|2023-03-16|DIALOGUE||IN_PERSON|15|11||26|0|5|n||||Acta
EX-05|EXC|IMPLEMENTATION|MIGRANT|COLLABORATE|2024-07-09|CO_DESIGN|CO_DESIGN|IN_PERSON|26|18||44|0|14|y|PEN|3200||Lista de asistencia
EX-05|EXC|IMPLEMENTATION|COMMUNITY|INVOLVE|2024-07-10|DIALOGUE||IN_PERSON|20|17||37|3|8|n||||
EX-05|EXC|MONITORING|MIGRANT|COLLABORATE|2025-06-24|COMMITTEE_SEAT;CO_DESIGN|CO_DESIGN;PARTICIPATORY_DIALOGUE|HYBRID|21|16||37|0|12|y|PEN|2750||Acta
EX-05|EXC|IMPLEMENTATION|COMMUNITY|CONSULT|2025-06-25|CONSULTATION||IN_PERSON|18|20||38|2|9|n||||
EX-06|EXA|CONCEPT|NGO_N|CONSULT|2022-05-17|CONSULTATION||IN_PERSON|6|6||12|||n||||Minutes on file
EX-06|EXA|CONCEPT|MIGRANT|CONSULT|2022-05-18|INTERVIEW||IN_PERSON|9|13||22|||n||||Interview list
EX-06|EXA|CONCEPT|COMMUNITY|CONSULT|2022-05-19|LISTENING||IN_PERSON|14|12||26|||n||||Minutes on file
EX-06|EXA|IMPLEMENTATION|NGO_N|COLLABORATE|2024-03-21|PARTNERSHIP||HYBRID|5|4||9|||n||||
EX-06|EXA|IMPLEMENTATION|MIGRANT|CONSULT|2024-04-11|CONSULTATION||IN_PERSON|12|17||29|0|4|n||||
EX-06|EXA|IMPLEMENTATION|COMMUNITY|CONSULT|2024-04-12|CONSULTATION||IN_PERSON|16|13||29|0|5|n||||
EX-07|EXF|CONCEPT|CBO|CONSULT|2023-10-03|CONSULTATION||IN_PERSON|8|12||20|||n||||Minutes on file
EX-07|EXF|CONCEPT|MIGRANT|CONSULT|2023-10-04|FOCUS_GROUP||IN_PERSON|11|16||27|0|6|n||||Minutes on file
EX-07|EXF|CONCEPT|COMMUNITY|CONSULT|2023-10-05|LISTENING||IN_PERSON|20|26||46|4|9|n||||Minutes on file
EX-07|EXF|IMPLEMENTATION|CBO|COLLABORATE|2025-08-19|CO_DELIVERY|CO_DELIVERY|IN_PERSON|13|17||30|||y|KES|61000||Attendance sheets
EX-07|EXF|IMPLEMENTATION|MIGRANT|CONSULT|2025-08-20|DIALOGUE||IN_PERSON|15|21||36|0|10|n||||
EX-07|EXF|IMPLEMENTATION|COMMUNITY|CONSULT|2025-08-21|DIALOGUE||IN_PERSON|25|29||54|6|12|n||||
EX-08|EXD|CONCEPT|NGO_N|CONSULT|2021-08-10|CONSULTATION||IN_PERSON|7|6||13|||n||||Compte rendu
EX-08|EXD|CONCEPT|MIGRANT|CONSULT|2021-08-11|INTERVIEW||IN_PERSON|8|10||18|||n||||Compte rendu
EX-08|EXD|CONCEPT|COMMUNITY|CONSULT|2021-08-12|LISTENING||IN_PERSON|17|14||31|||n||||Compte rendu
EX-08|EXD|EVALUATION|COMMUNITY|COLLABORATE|2024-09-24|ADVISORY_BOARD|PARTICIPATORY_DIALOGUE|IN_PERSON|12|9||21|0|3|y|MGA|420000||Compte rendu
EX-08|EXD|REPORTING|MIGRANT|CONSULT|2024-10-08|FOCUS_GROUP||IN_PERSON|9|8||17|0|2|n||||
"""

EVENTS = """
jp|by|event_ref|title|event_kind|audience|awareness_kind|capacity_kind|started_on|ended_on|country|medium|stakeholder_type|organisations|women|men|other_or_undisclosed|persons_total|under_18|youth_18_24|speakers
EX-01|EXA|EV-1|Bookkeeping for market groups|TRAINING|||FINANCE_ADMIN|2024-06-04|2024-06-06|GMB|IN_PERSON|CBO|4|18|5||23||6|2
EX-01|EXA|EV-2|Songs of the crossing|AWARENESS|PUBLIC|CULTURAL||2025-03-22|2025-03-22|GMB|IN_PERSON|COMMUNITY||60|55||115|20|31|
EX-01|EXA|EV-3|Phones for record keeping|TRAINING|||TECHNOLOGY|2025-10-07|2025-10-08|GMB|HYBRID|CBO|5|16|6||22||7|3
EX-01|EXA|EV-3|Phones for record keeping|TRAINING|||TECHNOLOGY|2025-10-07|2025-10-08|GMB|HYBRID|LOCALGOV|1|2|3||5|||
EX-02|EXB|TR-24|Reading a contract|TRAINING|||TECHNICAL|2024-09-10|2024-09-12|TJK|IN_PERSON|UNION|3|9|14||23||5|2
EX-02|EXB|TR-25|Reading a pay slip|TRAINING|||TECHNICAL|2025-09-09|2025-09-10|TJK|IN_PERSON|NGO_L|2|15|4||19||4|1
EX-02|EXB|AW-25|Fair fees leaflet|AWARENESS|STAKEHOLDERS|MATERIALS||2025-04-01||TJK|WRITTEN|MIGRANT|||||300|||
EX-03|EXD|3R-F1|Tenir les comptes d'un grenier|TRAINING|||FINANCE_ADMIN|2024-11-05|2024-11-07|GIN|IN_PERSON|CBO|3|22|3||25||6|1
EX-03|EXD|3R-S1|Ondes des trois rives|AWARENESS|PUBLIC|TRADITIONAL_MEDIA||2025-05-06||SEN|ONLINE|COMMUNITY|||||500|||
EX-04|EXA|N-1|Maps without names|TRAINING|||TECHNOLOGY|2024-07-16|2024-07-17|PHL|HYBRID|MLO|2|11|7||18||5|2
EX-04|EXA|N-2|Figures for newsrooms|AWARENESS|STAKEHOLDERS|MEDIA_TRAINING||2025-05-13|2025-05-13|PHL|ONLINE|MEDIA|6|8|9||17||4|1
EX-05|EXC|PE-T1|Cuentas claras|TRAINING|||FINANCE_ADMIN|2024-10-15|2024-10-16|PER|IN_PERSON|CBO|3|17|2||19||4|1
EX-05|EXC|PE-T2|Tejer en red|TRAINING|||TECHNOLOGY|2025-08-12|2025-08-13|PER|ONLINE|CBO|4|20|3||23||5|2
EX-06|EXA|OV-1|Evening for returning families|AWARENESS|PUBLIC|BRIEFING||2024-05-16|2024-05-16|MKD|IN_PERSON|COMMUNITY||24|19||43|5|6|
EX-07|EXF|HR-P|Planning under the acacias|PLANNING||||2025-02-05|2025-02-06|KEN|IN_PERSON|CBO|3|9|12||21||3|
EX-08|EXD|MG-L|Ce que les toits nous ont appris|LESSONS_LEARNED||||2024-11-19|2024-11-19|MDG|HYBRID|NGO_N|2|7|6||13|||2
"""

ACCOUNTABILITY = """
jp|by|since|item|in_place|held_on|stakeholder_role|stakeholder_types|received|closed|reference_group|inception_feedback|final_feedback|principles_assessed|what_changed|report_link
EX-01|EXA|2024|CFM|y|2023-03-01|||18|16|||||Opening hours of the desks|
EX-01|EXA|2024|BASELINE|y|2023-02-20|DATA_COLLECTION|CBO;MIGRANT||||||||
EX-01|EXA|2025|FEEDBACK_ROUND|y|2025-09-30|RESPONDENT|MIGRANT;COMMUNITY|||||||Stalls moved nearer to the ferry|
EX-02|EXB|2024|WORKPLAN|y|2024-01-18|DESIGN|UNION||||||||
EX-02|EXB|2024|CFM|n||||||||||Planned with the guild|
EX-02|EXB|2025|FOCUS_GROUP|y|2025-06-05|DATA_COLLECTION|UNION;MIGRANT||||||||
EX-03|EXD|2024|CFM|y|2024-02-01|||7|7|||||Nouvelle ligne téléphonique|
EX-03|EXD|2025|ASSESSMENT|y|2025-03-04|RESPONDENT|COMMUNITY||||||||
EX-04|EXA|2024|BASELINE|y|2024-02-06|DESIGN|MLO;ACADEMIA||||||||
EX-04|EXA|2025|LESSONS_LEARNED|y|2025-10-21|DESIGN|MLO|||||||Shorter questionnaires|
EX-05|EXC|2024|CFM|y|2024-05-06|||11|9|||||Horario de atención ampliado|
EX-05|EXC|2025|FEEDBACK_ROUND|y|2025-07-01|RESPONDENT|MIGRANT|||||||Más talleres por la tarde|
EX-06|EXA|2024|BASELINE|y|2023-05-09|RESPONDENT|COMMUNITY||||||||
EX-07|EXF|2025|WORKPLAN|y|2025-02-06|DESIGN|CBO||||||||
EX-08|EXD|2024|EVALUATION|y|2024-10-15|DATA_COLLECTION|COMMUNITY;NGO_N|||y|y|n|y|Le rapport final reprend les avis|
EX-08|EXD|2024|CFM|y|2022-09-01|||22|22||||||
"""

NARRATIVE = """
jp|by|since|kind|text|agreement_ref|stakeholder_type|benefit|may_be_quoted
EX-01|EXA|2024|KEY_PARTNERSHIP|The traders run the advice desks themselves and set the opening hours with the ferry users (invented).|EXA-GM-101|CBO|OWNERSHIP|y
EX-01|EXA|2024|STRATEGIC_CONTRIBUTION|The circle proposed how the crossing rules should be explained, and the rules were changed (invented).|EXA-GM-102|NGO_N|RELEVANCE|y
EX-01|EXA|2025|INVOLVEMENT|Travellers and neighbours meet every quarter and decide where the next stall goes (invented).||MIGRANT|OWNERSHIP|y
EX-02|EXB|2024|KEY_PARTNERSHIP|The guild checks contracts before departure and keeps the list of fair recruiters (invented).|EXB-TJ-1|UNION|EFFECTIVENESS|y
EX-02|EXB|2025|INVOLVEMENT|Workers on leave helped to write the questions of the pay slip course (invented).||MIGRANT|RELEVANCE|n
EX-03|EXD|2024|KEY_PARTNERSHIP|Le réseau tient la veille sur les trois rives et forme les équipages (texte inventé).|EXD-3R-01|NETWORK|SUSTAINABILITY|y
EX-03|EXD|2025|CHALLENGE|La rive nord est restée difficile d'accès pendant la moitié de l'année (texte inventé).||COMMUNITY||n
EX-04|EXA|2024|STRATEGIC_CONTRIBUTION|Families decided which questions may be asked at the door and which may not (invented).|EXA-PH-02|MLO|ACCOUNTABILITY|y
EX-05|EXC|2024|INVOLVEMENT|Las familias recién llegadas diseñaron el taller de acogida con las vecinas (texto inventado).|EXC-PE-02|MIGRANT|OWNERSHIP|y
EX-05|EXC|2025|KEY_PARTNERSHIP|La asociación abre las escuelas por la tarde y lleva la lista de espera (texto inventado).|EXC-PE-01|NGO_N|EFFECTIVENESS|y
EX-06|EXA|2024|LESSON|Home visits by neighbours reach families whom letters never reach (invented).|EXA-MK-03|CBO|RELEVANCE|y
EX-07|EXF|2025|INVOLVEMENT|Herders draw the grazing calendar and say when the wells are needed (invented).|EXA-HR-02|CBO|OWNERSHIP|y
EX-08|EXD|2024|GOOD_PRACTICE|Les habitantes ont choisi l'ordre des chantiers et suivi les dépenses (texte inventé).|EXD-MG-02|CBO|ACCOUNTABILITY|y
"""

# --------------------------------------------------------------------------------------------------------------------
# The files as they came in. `answers`: transparency, inclusivity, diversity, meaningful participation, civic space.
# `how`: codes or labels in the cells; nil, reversed (column order), text-dates, short (optional columns left out).
FORMS = """
year|path|jp|code|by|language|version|submitted_on|answers|how
2024|EX-01/EX-01 form 2024 EXA.xlsx|EX-01|EX-01|EXA|en|1|2025-02-20|yyyyy|codes
2024|EX-01/EXB own return 2024.xlsx|EX-01|EX-01|EXB|en|1|2025-02-26|yyyyn|codes
2024|EX-02/Tarrow Road 2024.xlsx|EX-02|EX-02|EXB|en|1|2025-02-11|yynyn|labels
2024|EX-03/EX-03 formulaire 2024.xlsx|EX-03|EX-03|EXD|fr|1|2025-03-17|yyyny|labels
2024|EX-04/EXP-04 form.xlsx|EX-04|EXP-04|EXA|en|1|2025-02-27|yyyyn|codes
2024|EX-05/Formulario EX-05 2024.xlsx|EX-05|EX-05|EXC|es|1|2025-02-24|yyyyy|labels
2024|EX-05/EXD/Formulario EXD 2024.xlsx|EX-05|EX-05|EXD|es|1|2025-02-25|yyyyn|labels
2024|EX-06/Return to Ondavale.xlsx|EX-06|EX-06|EXA|en|1|2025-02-28|ynyyn|labels reversed text-dates
2024|EX-07/EX-07 nil return 2024.xlsx|EX-07|EX-07|EXF|en|1|2025-01-30|yynnn|codes nil
2024|EX-08/EX-08 rapport final.xlsx|EX-08|EX-08|EXD|fr|1|2025-03-05|yyyyn|labels
2025|EX-01/EX-01 form 2025 EXA.xlsx|EX-01|EX-01|EXA|en|1|2026-02-25|yyyyy|codes
2025|EX-01/EXB own return 2025.xlsx|EX-01|EX-01|EXB|en|1|2026-02-27|yyyyn|codes
2025|EX-01/EXC nothing to report 2025.xlsx|EX-01|EX-01|EXC|en|1|2026-02-16|yyyyy|codes nil
2025|EX-02/Tarrow Road 2025.xlsx|EX-02|EX-02|EXB|en|1|2026-02-20|yynyn|labels
2025|EX-02/Tarrow Road 2025 corrected.xlsx|EX-02|EX-02|EXB|en|2|2026-03-12|yyyyn|labels
2025|EX-03/EX-03 formulaire 2025.xlsx|EX-03|EX-03|EXD|fr|1|2026-03-20|yyyny|labels
2025|EX-04|EX-04|EX-04|EXA|en|1|2026-02-12|yyyyn|codes
2025|EX-05/Formulario EX-05 2025.xlsx|EX-05|EX-05|EXC|es|1|2026-02-28|yyyyy|labels
2025|EX-07/Herders Rains Roads 2025.xlsx|EX-07|EX-07|EXF|en|1|2026-03-09|yyyyn|codes short
"""


class Raw:
    """A cell value to be written exactly so, whatever its field wants."""

    def __init__(self, value, number_format=None):
        self.value = value
        self.number_format = number_format


EX01 = "2025/EX-01/EX-01 form 2025 EXA.xlsx"
EX01B = "2025/EX-01/EXB own return 2025.xlsx"
EX02V1 = "2025/EX-02/Tarrow Road 2025.xlsx"
EX02V2 = "2025/EX-02/Tarrow Road 2025 corrected.xlsx"
EX03 = "2025/EX-03/EX-03 formulaire 2025.xlsx"
EX04 = "2025/EX-04"
EX05 = "2025/EX-05/Formulario EX-05 2025.xlsx"
EX07 = "2025/EX-07/Herders Rains Roads 2025.xlsx"

# Single cells: file, sheet, the line (its first cells' values), field, what stands there instead.
EDITS = [
    # Faults. Each line named here is refused, the rest of its form counts.
    (EX01B, "Agreements", ["EXB-16"], "currency", Raw("GMX")),
    (EX02V2, "Agreements", ["EXE-TJ-2"], "amount", Raw(None)),
    (EX03, "Transfers", ["EXD-3R-02", "EXD", "2025-09-02"], "amount", Raw("1.200,50")),
    (EX05, "Agreements", ["EXC-PE-05"], "start_on", Raw("a mediados de marzo")),
    (EX07, "Transfers", ["EXA-HR-01", "EXA", "2025-06-02"], "paid_on", Raw(45810)),
    # Oddities. The line counts.
    (EX05, "Agreements", ["EXC-PE-06"], "signed_on",
     Raw(datetime.datetime(2025, 4, 2, 14, 30), "yyyy-mm-dd hh:mm")),
    (EX07, "Agreements", ["EXF-HR-01"], "stakeholder_type", "NGO_L"),
    # Other ways to say the same.
    (EX01, "Agreements", ["EXA-GM-101"], "stakeholder_type", Raw("  cbo ")),
    (EX01, "Agreements", ["EXA-GM-102"], "country", Raw("Gambia")),
    (EX01, "Agreements", ["EXA-GM-102"], "partner_name", "THREE BAOBABS CIRCLE"),
    (EX01, "Agreements", ["EXA-GM-104"], "signed_on", Raw("2025-02-04")),
    (EX01, "Agreements", ["EXA-GM-104"], "women_led", Raw(True)),
    (EX02V2, "Transfers", ["EXB-TJ-1", "EXB", "2025-10-15"], "amount", Raw("-18500.50")),
    # The first version of a form that was corrected later.
    (EX02V1, "Agreements", ["EXB-TJ-2"], "amount", "35800.75"),
]
DROPPED = [  # lines the first version did not have yet
    (EX02V1, "Agreements", ["EXB-TJ-4"]), (EX02V1, "Agreements", ["EXE-TJ-2"]),
    (EX02V1, "Transfers", ["EXB-TJ-4"]), (EX02V1, "Transfers", ["EXE-TJ-2"]),
]
REPEATED = [(EX05, "Agreements", ["EXC-PE-02"])]  # the same line once more, at the end
EXTRA_COLUMN = {  # a column no form has, behind the last one
    ("2024/EX-06/Return to Ondavale.xlsx", "Agreements"): ("Checked by", "programme office"),
    (EX01, "Agreements"): ("Internal remark", "to be discussed"),
}
BLANK_LINE_AFTER = {(EX03, "Agreements"): 4, (EX03, "Transfers"): 7}  # lines of data before the gap

STRAY = {
    "2025/notes from the secretariat.txt": (
        b"Fictional note kept beside the forms.\nEX-06: reminder sent, nothing received.\n"),
    "2025/EX-07/~$Herders Rains Roads 2025.xlsx": b"\x0dExample clerk" + b" " * 41 + b"\x00" * 110,
    "2025/EX-02/EX-02 annexes.xlsx": (
        b"<!DOCTYPE html>\n<html><head><title>Sign in (fictional)</title></head>\n"
        b"<body><p>You have been signed out. Please sign in again to download this file.</p></body></html>\n"),
}


# --------------------------------------------------------------------------------------------------------------------
# Reading the tables above.

def blocks(text):
    """`# name` lines and what follows each."""
    found = {}
    for line in text.strip("\n").split("\n"):
        if line.startswith("# "):
            name = line[2:]
            found[name] = []
        else:
            found[name].append(line)
    return found


def rows(lines):
    """Lines parted by | under a header, as dictionaries."""
    if isinstance(lines, str):
        lines = lines.strip("\n").split("\n")
    header = lines[0].split("|")
    result = []
    for line in lines[1:]:
        cells = line.split("|")
        if len(cells) != len(header):
            raise ValueError(f"{len(cells)} cells for {len(header)} columns: {line}")
        result.append(dict(zip(header, cells)))
    return result


class Sheet:
    def __init__(self, heading, lines):
        self.name, french, spanish = heading.split("|")
        self.titles = {"en": self.name, "fr": french, "es": spanish}
        self.fields, self.required, self.labels = [], set(), {language: {} for language in LANGUAGES}
        for line in lines:
            field, french, spanish = line.split("|")
            name = field.rstrip("*")
            english = name.replace("_", " ")
            self.fields.append(name)
            if field.endswith("*"):
                self.required.add(name)
            for language, label in zip(LANGUAGES, (english[0].upper() + english[1:], french, spanish)):
                self.labels[language][name] = label

    def header(self, field, language):
        return self.labels[language][field] + (" *" if field in self.required else "")


SHEETS = [Sheet(heading, lines) for heading, lines in blocks(LABELS).items()]
FACTS = {
    "Agreements": rows(AGREEMENTS), "Transfers": rows(TRANSFERS), "Structures": rows(STRUCTURES),
    "Engagement": rows(ENGAGEMENT), "Events": rows(EVENTS), "Accountability": rows(ACCOUNTABILITY),
    "Narrative": rows(NARRATIVE),
}
NIL_ANSWER = {name: f"no_{name.lower()}" for name in FACTS if name != "Narrative"}
KNOWN_FROM = {"Transfers": "paid_on", "Engagement": "engaged_on", "Events": "started_on"}


def labels_of(code_list):
    with open(HERE / "code-lists" / f"{code_list}.csv", encoding="utf-8", newline="") as file:
        return {row["code"]: row for row in csv.DictReader(file)}


CODES = {name: labels_of(name) for name in {value.lstrip("+") for value in CODED.values()}}
LEADS = {row["programme_code"]: row["puno"] for row in rows(blocks(REGISTERS)["programme_punos"]) if row["role"] == "LEAD"}


# --------------------------------------------------------------------------------------------------------------------
# What one form says.

def known_by(sheet, fact, year):
    return int((fact[KNOWN_FROM[sheet]] if sheet in KNOWN_FROM else fact["since"])[:4]) <= year


def content(form, path):
    """The lines of every table of one form, still in codes."""
    year = int(form["year"])
    tables = {}
    for sheet, facts in FACTS.items():
        lines = []
        for fact in facts:
            if fact["jp"] != form["jp"] or fact["by"] != form["by"] or not known_by(sheet, fact, year):
                continue
            line = dict(fact)
            if sheet == "Agreements":
                line["status"] = fact[f"status_{year}"]
                line.update(zip(FLAGS, fact["flags"].replace("-", " ")))
            if sheet == "Structures":
                line["meetings_held"] = fact[f"met_{year}"]
            lines.append({field: value.strip() if isinstance(value, str) else value for field, value in line.items()})
        tables[sheet] = [] if "nil" in form["how"] else lines
    fields = {sheet.name: sheet.fields for sheet in SHEETS}
    matches = lambda sheet, line, start: [line[field] for field in fields[sheet][:len(start)]] == start
    for where, sheet, start in DROPPED:
        if where == path:
            tables[sheet] = [line for line in tables[sheet] if not matches(sheet, line, start)]
    for where, sheet, start in REPEATED:
        if where == path:
            tables[sheet] += [dict(line) for line in tables[sheet] if matches(sheet, line, start)]
    for where, sheet, start, field, value in EDITS:
        if where == path:
            line, = [line for line in tables[sheet] if matches(sheet, line, start)]
            line[field] = value
    return tables


def head(form, tables):
    """The answers on the `Programme` sheet."""
    nil = "nil" in form["how"]
    answers = {"programme_code": form["code"], "reporting_year": form["year"], "version": form["version"],
               "submitted_on": form["submitted_on"], "prepared_by": form["by"], "form_version": "1"}
    for sheet, field in NIL_ANSWER.items():
        expected = form["by"] == LEADS[form["jp"]] or sheet in ("Agreements", "Transfers")
        answers[field] = "y" if nil or (expected and not tables[sheet]) else ("n" if tables[sheet] else "")
    answers.update(zip(["transparency", "inclusivity", "diversity", "meaningful_participation",
                        "civic_space_activity"], form["answers"]))
    return answers


def cell(field, text, form):
    """One answer as a workbook holds it: number, date, label or code, and its number format."""
    if isinstance(text, Raw):
        return text.value, text.number_format
    if text == "":
        return None, None
    language, how = form["language"], form["how"].split()
    if field in YES_NO:
        return ANSWERS[language][text], None
    if field in DATES:
        if field == "engaged_on" and len(text) < 10:
            return (int(text) if len(text) == 4 else text), None
        if "text-dates" in how:
            return text, None
        return datetime.date.fromisoformat(text), "yyyy-mm-dd"
    if field in NUMBERS:
        number = Decimal(text)
        return (int(number) if number == number.to_integral_value() else float(number)), None
    if field in CODED and "labels" in how:
        listed, many = CODES[CODED[field].lstrip("+")], CODED[field].startswith("+")
        label = lambda code: listed[code][f"label_{language}"]
        return ("; ".join(map(label, text.split(";"))) if many else label(text)), None
    return text, None


# --------------------------------------------------------------------------------------------------------------------
# Writing.

BOLD = Font(bold=True)
SHADE = PatternFill("solid", fgColor="DDEBF7")


def columns(sheet, form, lines):
    """The columns of a table in the order this form has them."""
    fields = list(sheet.fields)
    if "short" in form["how"]:
        fields = [field for field in fields if field in sheet.required or any(line.get(field) for line in lines)]
    return fields[::-1] if "reversed" in form["how"] else fields


def workbook(form, path):
    tables = content(form, path)
    language = form["language"]
    book = Workbook()
    book.remove(book.active)
    for sheet in SHEETS:
        page = book.create_sheet(sheet.titles[language])
        if sheet.name == "Programme":
            for row, (field, text) in enumerate(head(form, tables).items(), start=1):
                page.cell(row, 1, sheet.header(field, language)).font = BOLD
                value, number_format = cell(field, text, form)
                answer = page.cell(row, 2, value)
                answer.alignment = Alignment(horizontal="left")
                if number_format:
                    answer.number_format = number_format
            page.column_dimensions["A"].width, page.column_dimensions["B"].width = 40, 24
            continue
        title, help_line = TITLES[language]
        page["A1"], page["A2"] = title.format(sheet=sheet.titles[language]), help_line
        page["A1"].font = Font(bold=True, size=13)
        lines = tables[sheet.name]
        fields = columns(sheet, form, lines)
        headers = [sheet.header(field, language) for field in fields]
        extra = EXTRA_COLUMN.get((path, sheet.name))
        for column, header in enumerate(headers + ([extra[0]] if extra else []), start=1):
            top = page.cell(3, column, header)
            top.font, top.fill = BOLD, SHADE
            page.column_dimensions[get_column_letter(column)].width = max(12, min(34, len(header) + 4))
        for number, line in enumerate(lines):
            row = 4 + number + (1 if number >= BLANK_LINE_AFTER.get((path, sheet.name), 10 ** 6) else 0)
            for column, field in enumerate(fields, start=1):
                value, number_format = cell(field, line.get(field, ""), form)
                if value is None:
                    continue
                target = page.cell(row, column, value)
                if number_format:
                    target.number_format = number_format
            if extra and number == 0:
                page.cell(row, len(fields) + 1, extra[1])
        page.freeze_panes = "A4"
    book.properties.creator = book.properties.lastModifiedBy = "Example fund (fictional)"
    book.properties.title = f"{form['jp']} {form['year']} (fictional example)"
    book.properties.created = STAMP
    draft = io.BytesIO()
    book.save(draft)
    return repacked(draft)


def repacked(draft):
    """The same workbook without any trace of when it was written."""
    stamp = STAMP.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    result = io.BytesIO()
    with zipfile.ZipFile(draft) as source, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            data = source.read(entry)
            if entry.filename == "docProps/core.xml":
                data = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + stamp, data)
            fixed = zipfile.ZipInfo(entry.filename, (1980, 1, 1, 0, 0, 0))
            fixed.compress_type, fixed.external_attr, fixed.create_system = zipfile.ZIP_DEFLATED, 0o600 << 16, 3
            target.writestr(fixed, data)
    return result.getvalue()


def csv_bytes(header, lines, delimiter=","):
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(lines)
    return text.getvalue().encode("utf-8")


def csv_folder(form, path):
    """The same form as CSV files, machine names for headers."""
    tables = content(form, path)
    plain = lambda field, text: "" if text == "" else ANSWERS["en"][text] if field in YES_NO else text
    answers = head(form, tables)
    files = {"programme.csv": csv_bytes(
        ["field", "value"], [[field, plain(field, text)] for field, text in answers.items()], ";")}
    for sheet in SHEETS[1:]:
        files[f"{sheet.name.lower()}.csv"] = csv_bytes(sheet.fields, [
            [plain(field, line.get(field, "")) for field in sheet.fields] for line in tables[sheet.name]], ";")
    return files


def cents(amount):
    return amount.quantize(Decimal("0.01"))


def financials():
    for spent in rows("programme_code|puno|year|budget|transfers|other\n" + SPENT.strip("\n")):
        other, transfers = Decimal(spent["other"]), Decimal(spent["transfers"])
        lines = {category: cents(other * Decimal(share)) for category, share in OTHER_CATEGORIES}
        lines[6] = cents(transfers)
        lines[8] = cents((other + transfers) * Decimal("0.07"))
        total = sum(lines.values())
        for category in sorted(lines):
            budget = cents(Decimal(spent["budget"]) * lines[category] / total)
            yield [spent["programme_code"], spent["year"], spent["puno"], category, budget, lines[category]]


def exchange_rates():
    wobble = [Decimal(step) / 1000 for step in (0, 3, -2, 4, -3, 1)]
    for line in rows("currency|first|last|decimals\n" + RATES.strip("\n")):
        first, last = Decimal(line["first"]), Decimal(line["last"])
        for month in range(48):
            day = f"{2022 + month // 12}-{month % 12 + 1:02}-01"
            rate = first + (last - first) * month / 47 + first * wobble[month % 6]
            if (line["currency"], day) not in RATE_GAP:
                yield [line["currency"], day, rate.quantize(Decimal(1).scaleb(-int(line["decimals"])))]
    yield from LATE_CURRENCY


def registrations():
    """Made-up registrations: nobody stands behind any of them."""
    types = ["NGO_N", "MLO", "UNION", "ACADEMIA", "DIASPORA", "CBO", "PRIVATE", "NHRI", "GOV", "CHILD_YOUTH", "UNKNOWN"]
    places = ["GMB", "TJK", "SEN", "PHL", "PER", "MKD", "KEN", "MDG", "GIN"]
    ages = ["25_59", "25_59", "18_24", "60_PLUS", "25_59", "UNKNOWN"]
    flag = ["no", "yes", "no", "unknown", "no"]
    for event, people in (("FE-2024-1", 36), ("FE-2024-2", 24), ("FE-2025-1", 40), ("FE-2025-2", 28), ("FE-2025-3", 16)):
        for n in range(people):
            person = "x" + hashlib.sha256(f"nobody {event} {n}".encode()).hexdigest()[:15]
            kind = types[n % len(types)]
            about = [kind, places[n % len(places)], "FMFMFMOFMU"[n % 10], ages[n % len(ages)],
                     "yes" if kind == "MLO" else flag[n % 5], ["no", "yes", "unknown"][n % 3]]
            roles = ["RAPPORTEUR" if n == 0 else "OBSERVER" if n % 9 == 8 else "PARTICIPANT"]
            roles += ["SPEAKER"] if n % 7 == 3 else ["FLOOR"] if n % 8 == 5 else []
            for role in roles:
                tests = [["yes", "yes", "yes" if n % 3 else "no"], ["", "", ""]][role != "FLOOR"]
                yield [event, person, "STATISTICS" if n % 4 else "PUBLIC", *about, role, *tests,
                       "no" if n % 11 == 10 else "yes"]


def registers():
    for name, lines in blocks(REGISTERS).items():
        header = lines[0].split("|")
        yield name, header, [[row[column] for column in header] for row in rows(lines)]
    yield "financials", ["programme_code", "year", "puno", "category", "budget_usd", "expenditure_usd"], financials()
    yield "exchange_rates", ["currency", "effective_from", "units_per_usd"], exchange_rates()
    yield "registrations", ["event", "person", "consent_scope", "stakeholder_type", "country", "sex", "age_group",
                            "migrant_led", "ecosoc", "role", "eligible_entity", "authorised", "has_expertise",
                            "attended"], registrations()


def files():
    """Every file of the example: path below this folder, and its bytes."""
    for name, header, lines in registers():
        yield f"registers/{name}.csv", csv_bytes(header, lines)
    for form in rows(FORMS):
        path = f"{form['year']}/{form['path']}"
        if path.endswith(".xlsx"):
            yield f"reports/{path}", workbook(form, path)
        else:
            for name, data in csv_folder(form, path).items():
                yield f"reports/{path}/{name}", data
    for path, data in STRAY.items():
        yield f"reports/{path}", data


def main():
    written = set()
    for path, data in files():
        target = HERE / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
        written.add(target)
    present = {path for folder in ("registers", "reports") for path in (HERE / folder).rglob("*") if path.is_file()}
    for path in sorted(present - written):
        print(f"left alone, not part of the example: {path.relative_to(HERE)}")
    print(f"{len(written)} files written")


if __name__ == "__main__":
    main()
