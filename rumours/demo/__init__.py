"""The demo world: three real stories retold, and beside them two invented leagues, the same for the same seed and day.

| what | told in | where to see it |
|---|---|---|
| bid rejected, then improved | `deals.bid_rejected_then_improved` | Lars Ødemark to Dynamo Maresh |
| a hijack by another club | `deals.hijack` | Mirko Švandel to US Belcastra |
| a swap, a condition and a choice | `deals.swap` | Idris Okwelle, Bruno Tavarel, Jonas Grenquist |
| a loan with an obligation | `deals.loan_with_obligation` | Yannick d’Orlane to Vintermoor Town |
| a free agent | `deals.free_agent` | Çağdaş Erkunt to Saltmarch United |
| two players of one name | `deals.namesakes` | Emil Vaskelin, born 1996 and 2004 |
| a player who moved after the article | `deals.move_after_the_article` | Nuno Vilarçal, Brenn then Pelagia |
| a women's move | `deals.womens_move` | Sólveig Brandsdal to Kessery Women |
| a coach rumour, without a link | `mishaps.coach_rumour` | the coach of Torvane and Grimsund |
| an Italian article | `mishaps.italian_article` | Orazio Belvente to Torvane Athletic |
| a source's retraction | `mishaps.retraction` | Petr Houslák to Quillon Rovers |
| a withdrawn quote | `mishaps.withdrawn_quote` | Aurélien Morvandais to Brenn Lakeside |
| a corrected report | `mishaps.corrected_report` | Kwabena Asarefu to Union Harrowmere |
| a pre-contract for the next window | `mishaps.pre_contract` | Teodor Lisskov to Ellisgate Albion |
| a recall, a loan's end, a release | `mishaps.loans_ended` | Falkholt, Rivalonga, Ulvargren |
| eight drafts, a near copy, a stub | `desk` | the admin's list of articles |
| scheduled, withdrawn, dropped | `desk` | the same list, by status |
| a merged club with an old address | `desk` | /clubs/harrowmere-union-1908/ |
"""

from rumours.demo.making import Made, make_demo
from rumours.demo.stories import ReferenceMissing

__all__ = ["Made", "ReferenceMissing", "make_demo"]
