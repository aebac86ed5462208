# ruff: noqa: E501  documents are kept as they would come
"""Two short decisions in our own words, one in English and one in French."""

ENGLISH = """Resolution 9001 (2031)

Adopted by the Security Council at its 9999th meeting, on 3 March 2031

The Security Council,

Recalling its resolution 8000 (2029) of 4 May 2029 and the letter of 1 February 2031,

Acting under Chapter VII of the Charter of the United Nations,

1. Decides to terminate the mandate of UNMOR under resolution 8000 (2029) as of 3 March 2031;

2. Requests UNMOR to begin on 1 April 2031 the withdrawal of its personnel and to complete it by the end of September 2031, in close consultation with the Government of Morland, and requests the Secretary-General to report to the Council within 90 days and every two months thereafter;

3. Decides that, until 30 June 2031, and within its capabilities, UNMOR is authorized to respond to imminent threats of violence to civilians;

Liquidation

4. Calls upon the Government of Morland to cooperate fully with the United Nations during UNMOR’s drawdown and liquidation, and urges all parties to respect the agreement signed on 9 July 2029 until the departure of the final element of UNMOR from Morland;

5. Requests the Secretary-General to streamline the tasks of UNMOR as follows:

(a) Provide advice to local authorities by 31 May 2031;

(b) Keep the hospital open, and requests the Secretary-General to make proposals by this date;

6. Expresses its intention to review these measures in October;

7. Decides to remain seized of the matter.

Annex

1. A list that decides nothing by 1 May 2031.
"""

FRENCH = """Résolution 9001 (2031)

Adoptée par le Conseil de sécurité à sa 9999e séance, le 3 mars 2031

Le Conseil de sécurité,

Rappelant sa résolution 8000 (2029) du 4 mai 2029,

1. Décide de proroger jusqu’au 31 décembre 2031 le mandat de la MINUMOR ;

2. Prie le Secrétaire général de lui présenter, d’ici à la fin de juin 2031, un plan de retrait, et de lui faire rapport tous les trois mois ;

3. Décide que, jusqu’au 30 septembre 2031, la MINUMOR est autorisée à protéger les civils dans son voisinage immédiat ;

4. Demande au Gouvernement du Morland de coopérer pleinement pendant le retrait de la MINUMOR, et exhorte toutes les parties à déposer les armes avant le 1er mai 2031 ;

5. Décide de rester saisi de la question.
"""
