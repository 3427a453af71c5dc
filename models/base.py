"""What all values share."""

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """An immutable record: compared by value, unknown fields refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")
