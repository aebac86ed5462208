"""What kind of party a name is."""

import re

from drawdown.reading.names import missions_in

__all__ = ["party_kind"]

_COUNCIL = re.compile(r"Security Council|Conseil de sécurité")
_CHIEF = re.compile(r"Secretary-General|Secrétaire général", re.IGNORECASE)
_STATE = re.compile(
    r"\b(?:governments?|authorities|gouvernements?|autorités|junta|junte)\b",
    re.IGNORECASE,
)
_MISSION = re.compile(r"\b(?:Mission|Operation|peacekeeping)\b", re.IGNORECASE)


def party_kind(
    name: str, *, host: str | None = None, mission: str | None = None
) -> str:
    """Return council, mission, secretary_general, host_state or other.

    ``host`` is the name of the host State's government, ``mission`` the mission's.
    """
    if _CHIEF.search(name):
        return "secretary_general"
    if (mission and mission in name) or missions_in(name):
        return "mission"
    if _COUNCIL.search(name):
        return "council"
    if (host and host.split()[-1] in name) or _STATE.search(name):
        return "host_state"
    return "mission" if _MISSION.search(name) else "other"
