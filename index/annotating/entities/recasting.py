"""What mentions name after the reader has said of some forms that they are no names, or names of something else."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from index.annotating.aliases.normal import plain
from index.annotating.entities.decided import text_of
from index.annotating.names.titles import titles_in
from models.decision import NameDecision


class Recasts:
    """Decisions about forms: mentions that count for another local name than articles take them for, or for none."""

    def __init__(self, decisions: Sequence[NameDecision]) -> None:
        """Take decisions in the order in which they were made."""
        self.never = frozenset(one.text for one in decisions if one.says == "never" and one.text)
        """Forms that are no names."""
        self._instead: dict[str, dict[str, str]] = defaultdict(dict)
        for one in decisions:
            if one.says == "apart" and one.text and one.names:
                kind = one.names[0].partition(":")[0]
                for local in one.others:
                    titled = titles_in(text_of(local)).shown is not None
                    if local.partition(":")[0] == kind and text_of(local) != one.text and not titled:
                        self._instead[local][one.text] = f"{kind}:{one.text}"

    def __bool__(self) -> bool:
        return bool(self.never or self._instead)

    @property
    def locals(self) -> frozenset[str]:
        """The local names of which some form is another's."""
        return frozenset(self._instead)

    def instead(self, local: str) -> Mapping[str, str]:
        """The forms of a local name that are another's, and whose."""
        return self._instead.get(local, {})

    def local(self, local: str, form: str) -> str | None:
        """What a mention counts for.

        Args:
            local: The local name that the article takes it for.
            form: How it is written.

        Returns:
            A local name; None for what is no name.
        """
        if not self:
            return local
        name = plain(form)
        if name in self.never:
            return None
        return self._instead.get(local, {}).get(name, local)

    def is_name(self, local: str) -> bool:
        """Whether a local name is one in full."""
        return text_of(local) not in self.never

    def names(self, names: Mapping[str, Mapping[str, int]]) -> dict[str, dict[str, int]]:
        """The names of an article (local name to forms, with how often) as they count."""
        if not self:
            return {local: dict(forms) for local, forms in names.items()}
        counted: dict[str, dict[str, int]] = {}
        for local, forms in names.items():
            for form, count in forms.items():
                to = self.local(local, form)
                if to is not None:
                    there = counted.setdefault(to, {})
                    there[form] = there.get(form, 0) + count
        return counted
