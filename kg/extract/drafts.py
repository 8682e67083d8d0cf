"""Events in the making: what one trigger tells, before the mentions of one occasion are put together."""

from dataclasses import dataclass, field

from kg.extract.character import Character
from kg.extract.line import Hit
from kg.extract.scene import Party, Scene
from kg.model import DateMention, EventType, Function, Named, Salience, Span, Status

# The rule of a visit told by what somebody is called ("the visiting minister").
DESCRIBED = "described"
# The rule of a noun that says where and when what was told before it took place ("discussed fishing during a meeting in Oslo").
ASIDE = "aside"
# The rule of what one official is said to have told another: they met, unless the article tells how they spoke.
TOLD = "told"
# The rule of a noun that names nobody and yet tells an occasion of its own ("the third round of the talks was held in May").
RECURRING = "recurring"


@dataclass(slots=True)
class Role:
    """A character's part in a draft; ``party`` is the mention in the draft's own sentence, where there is one."""

    character: Character
    function: Function
    party: Party | None = None


@dataclass(slots=True, eq=False)
class Draft:
    """One telling of an event. ``refers`` marks a telling that only points back ("the meeting")."""

    type: EventType
    scene: Scene
    hit: Hit
    rule: str
    roles: list[Role] = field(default_factory=list)
    place: Named | None = None
    place_country: str | None = None
    date: DateMention | None = None
    topics: list[Named] = field(default_factory=list)
    processes: list[Named] = field(default_factory=list)
    status: Status = Status.HELD
    salience: Salience = Salience.MAIN
    refers: bool = False
    evidence: list[Span] = field(default_factory=list)
    told: int = 1
    light: Hit | None = None

    @property
    def trigger(self) -> Span:
        """The words that tell the event."""
        return self.scene.line.bare_span(self.hit)

    def add(self, parties: list[Party], function: Function) -> None:
        """Take in parties, once each."""
        for party in parties:
            if all(role.character is not party.character for role in self.roles):
                self.roles.append(Role(party.character, function, party))

    def characters(self) -> set[Character]:
        """Who takes part."""
        return {role.character for role in self.roles}
