"""The JSON Schema of a model, from what the engine is told of it and what its fields say of themselves."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from inspect import getdoc
from typing import Any

from generator.typed.models.core import JSON_SCHEMA, schema_of
from generator.typed.models.model import BaseModel

_TYPES = {"str": "string", "int": "integer", "float": "number", "bool": "boolean"}
_LIMITS = {
    "str": {"max_length": "maxLength", "min_length": "minLength", "pattern": "pattern"},
    "tuple": {"max_length": "maxItems", "min_length": "minItems"},
}
_NUMBERS = {"ge": "minimum", "gt": "exclusiveMinimum", "le": "maximum"}


def json_schema(model: type[BaseModel]) -> dict[str, Any]:
    """The schema, by the keys that are typed; each model and choice inside it under ``$defs``."""
    whole: Any = schema_of(model)
    told = _Told({part["ref"]: part for part in whole["definitions"]})
    fields = told.model(told.models[whole["schema"]["schema_ref"]])
    said: dict[str, Any] = _sorted({"$defs": told.definitions, **fields})
    return said


class _Told:
    """The schemas of the engine, and what was told of them so far."""

    def __init__(self, models: Mapping[str, Any]) -> None:
        self.models = models
        self.definitions: dict[str, Any] = {}

    def model(self, schema: Any) -> dict[str, Any]:
        while schema["type"] != "model":
            schema = schema["schema"]
        cls = schema["cls"]
        fields = schema["schema"]
        while fields["type"] != "model-fields":
            fields = fields["schema"]
        said: dict[str, Any] = {"type": "object", "title": cls.__name__, "description": getdoc(cls)}
        said |= {"additionalProperties": False} if cls.extra_fields == "forbid" else {}
        said["properties"] = {
            field.alias or name: {
                **self.value(fields["fields"][name]["schema"]),
                **{key: str(text) for key in ("title", "description") if (text := getattr(field, key))},
            }
            for name, field in cls.model_fields.items()
        }
        required = [field.alias or name for name, field in cls.model_fields.items() if field.is_required()]
        said |= {"required": required} if required else {}
        other = cls.other_forms()
        return {"anyOf": [said, *other]} if other else said

    def value(self, schema: Any) -> dict[str, Any]:
        """The JSON Schema of one value."""
        if JSON_SCHEMA in schema.get("metadata", {}):
            return dict(schema["metadata"][JSON_SCHEMA])
        kind = schema["type"]
        if kind == "definition-ref":
            return self._defined(self.models[schema["schema_ref"]])
        if kind == "default":
            return {**self.value(schema["schema"]), "default": _written(schema["default"])}
        if kind == "nullable":
            inner = self.value(schema["schema"])
            return {"anyOf": [*(inner["anyOf"] if inner.keys() == {"anyOf"} else [inner]), {"type": "null"}]}
        if kind == "union":
            return {"anyOf": [self.value(choice) for choice in schema["choices"]]}
        if kind == "chain":
            typed, limited = schema["steps"]
            return {**self.value(typed), **_limits(limited)}
        if kind == "literal":
            return {"enum": schema["expected"], "type": "string"}
        if kind == "enum":
            return self._choice(schema["cls"])
        if kind == "tuple":
            return {"type": "array", "items": self.value(schema["items_schema"][0]), **_limits(schema)}
        if kind in _TYPES:
            return {"type": _TYPES[kind], **_limits(schema)}
        return self.value(schema["schema"])  # what functions make of it

    def _defined(self, schema: Any) -> dict[str, Any]:
        inner = schema
        while inner["type"] != "model":
            inner = inner["schema"]
        name = inner["cls"].__name__
        if name not in self.definitions:
            self.definitions[name] = {}  # a model may hold itself
            self.definitions[name] = self.model(schema)
        return {"$ref": f"#/$defs/{name}"}

    def _choice(self, kind: type[Enum]) -> dict[str, Any]:
        name, values = kind.__name__, [member.value for member in kind]
        self.definitions[name] = {"type": "string", "title": name, "enum": values, "description": getdoc(kind)}
        return {"$ref": f"#/$defs/{name}"}


def _limits(schema: Any) -> dict[str, Any]:
    names = _LIMITS.get(schema["type"], _NUMBERS)
    return {said: schema[name] for name, said in names.items() if name in schema}


def _written(default: Any) -> Any:
    if isinstance(default, BaseModel):
        return default.model_dump(mode="json", by_alias=True)
    if isinstance(default, Enum):
        return default.value
    return list(default) if isinstance(default, tuple) else default


def _sorted(schema: Any, as_is: bool = False) -> Any:
    """Keys in the order of the alphabet, fields and defaults as they were declared."""
    if isinstance(schema, dict):
        keys = schema if as_is else sorted(schema)
        return {key: _sorted(schema[key], as_is=key in ("properties", "default")) for key in keys}
    return [_sorted(item) for item in schema] if isinstance(schema, list) else schema
