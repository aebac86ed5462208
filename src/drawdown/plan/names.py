"""The fixed words of tables and plans, such as dispositions, as they are shown."""

from collections.abc import Mapping
from types import MappingProxyType

from drawdown.language import Language, marked

__all__ = ["NAMES", "named"]

NAMES: Mapping[str, str] = MappingProxyType(
    {
        # dispositions
        "repatriate": marked("repatriate"),
        "transfer": marked("transfer"),
        "gift": marked("gift"),
        "sell": marked("sell"),
        "destroy": marked("destroy"),
        # how a site ends
        "handed_over": marked("handed over"),
        "left": marked("left, not handed over"),
        # owners, items, what carries them
        "COE": marked("contingent-owned"),
        "UNOE": marked("UN-owned"),
        "container": marked("container"),
        "vehicle": marked("vehicle"),
        "truck": marked("truck"),
        "low_loader": marked("low-loader"),
        "self": marked("self-driving"),
        "aircraft": marked("aircraft"),
        "vessel": marked("vessel"),
        # modes, exits, windows, steps
        "road": marked("road"),
        "air": marked("air"),
        "river": marked("river"),
        "sea": marked("sea"),
        "port": marked("port"),
        "airport": marked("airport"),
        "border": marked("border"),
        "closed": marked("closed"),
        "slow": marked("slow"),
        "opening": marked("opening"),
        "closing": marked("closing"),
        # confidence
        "reported": marked("reported"),
        "derived": marked("derived"),
        "assumed": marked("assumed"),
        # the five values
        "people_late": marked("people late"),
        "attacks": marked("expected attacks"),
        "protection_gap": marked("protection gap"),
        "loss": marked("loss"),
        "money": marked("money"),
        "weighted": marked("weighted sum"),
        # kinds of sites
        "temporary_operating_base": marked("temporary operating base"),
        "camp": marked("camp"),
        "super_camp": marked("super camp"),
        "hq_logistics_base": marked("headquarters and logistics base"),
        "headquarters": marked("headquarters"),
        "sector_headquarters": marked("sector headquarters"),
        "logistics_base": marked("logistics base"),
        "team_site": marked("team site"),
        "liaison_office": marked("liaison office"),
        "port_office": marked("port office"),
        "base": marked("base"),
        "post": marked("post"),
        # steps of closing
        "notice": marked("notice"),
        "inventory": marked("inventory"),
        "packing": marked("packing"),
        "hazardous_out": marked("hazardous goods out"),
        "environment_study": marked("environmental study"),
        "environment_certificate": marked("environmental clearance"),
        "joint_inspection": marked("joint inspection"),
        "handover": marked("handover"),
        "last_convoy": marked("last convoy"),
        # classes of lots
        "coe_camp": marked("camp support, contingent-owned"),
        "coe_comms": marked("communications, contingent-owned"),
        "coe_medical": marked("medical, contingent-owned"),
        "coe_power_water": marked("power and water, contingent-owned"),
        "coe_stores": marked("stores, contingent-owned"),
        "coe_weapons_ammo": marked("weapons and ammunition"),
        "unoe_generators": marked("generators, UN-owned"),
        "unoe_hazardous": marked("hazardous goods, UN-owned"),
        "unoe_it_comms": marked("computers and communications, UN-owned"),
        "unoe_medical": marked("medical, UN-owned"),
        "unoe_stores": marked("stores, UN-owned"),
        "veh_armoured": marked("armoured vehicles, contingent-owned"),
        "veh_armoured_un": marked("armoured vehicles, UN-owned"),
        "veh_light_coe": marked("light vehicles, contingent-owned"),
        "veh_light_un": marked("light vehicles, UN-owned"),
        "veh_plant": marked("engineering plant"),
        "veh_truck_coe": marked("trucks, contingent-owned"),
        # roles of units
        "infantry": marked("infantry"),
        "police": marked("police"),
        "engineers": marked("engineers"),
        "medical": marked("medical"),
        "aviation": marked("aviation"),
        "logistics": marked("logistics"),
        "civilian": marked("civilian staff"),
        "guard": marked("guard"),
        "convoy_escort": marked("convoy escort"),
        "eod": marked("explosive ordnance disposal"),
        "qrf": marked("quick reaction force"),
        "support": marked("support"),
        "transport": marked("transport"),
        "airfield": marked("airfield"),
    }
)
"""Phrases for the catalogues, by the word in the table."""


def named(language: Language, word: str) -> str:
    """Return a word of a table as it is shown; one that is not fixed stays as it is."""
    phrase = NAMES.get(word)
    return language.text(phrase) if phrase else word.replace("_", " ")
