"""What the engine is told: the fields of a model as a schema of ``pydantic_core``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum, EnumType
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic_core import SchemaSerializer, SchemaValidator, core_schema

from generator.records import record
from generator.typed.models.declaring import (
    AfterValidator,
    BeforeValidator,
    FieldInfo,
    PlainSerializer,
    WithJsonSchema,
    WrapValidator,
    validators,
)

_Schema = Any  # a CoreSchema, which are dictionaries told apart by their «type»

JSON_SCHEMA = "json_schema"
"""The key of a schema's metadata that holds what a JSON Schema says in its place."""

_SIMPLE: dict[type, Callable[[], _Schema]] = {
    str: core_schema.str_schema,
    int: core_schema.int_schema,
    float: core_schema.float_schema,
    bool: core_schema.bool_schema,
    date: core_schema.date_schema,
    datetime: core_schema.datetime_schema,
    Decimal: core_schema.decimal_schema,
}
_LIMITS = {
    "str": {"min_length", "max_length", "pattern"},
    "int": {"ge", "gt", "le"},
    "float": {"ge", "gt", "le"},
    "tuple": {"min_length", "max_length"},
}


@record(frozen=True)
class Engine:
    """What checks a model, and what writes it."""

    validator: SchemaValidator
    serializer: SchemaSerializer


def engine_of(model: type[Any]) -> Engine:
    """The engine of one model and all that is inside it."""
    schema = schema_of(model)
    return Engine(SchemaValidator(schema), SchemaSerializer(schema))


def schema_of(model: type[Any]) -> _Schema:
    """The schema of one model, each model inside it a definition."""
    parts = _Parts({}, {})
    whole = _typed(model, parts)
    return core_schema.definitions_schema(whole, list(parts.models.values()))


@record(frozen=True)
class _Parts:
    """What was told so far: models by name, and every type, most of which come many times."""

    models: dict[str, _Schema]
    types: dict[Any, _Schema]


def _typed(annotation: Any, parts: _Parts) -> _Schema:
    """The schema of a type; models inside it are added to ``parts``."""
    if annotation not in parts.types:
        parts.types[annotation] = _told(annotation, parts)
    return parts.types[annotation]


def _told(annotation: Any, parts: _Parts) -> _Schema:
    if annotation is Any:
        return core_schema.any_schema()
    if isinstance(annotation, type) and annotation in _SIMPLE:
        return _SIMPLE[annotation]()
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        schema = _typed(arguments[0], parts)
        for mark in arguments[1:]:
            schema = _marked(schema, mark)
        return schema
    if origin in (Union, UnionType):
        choices = [_typed(argument, parts) for argument in arguments if argument is not NoneType]
        schema = choices[0] if len(choices) == 1 else core_schema.union_schema(choices)
        return core_schema.nullable_schema(schema) if NoneType in arguments else schema
    if origin is Literal:
        return core_schema.literal_schema(list(arguments))
    if origin is tuple:  # of any length: tuple[X, ...]
        return core_schema.tuple_schema([_typed(arguments[0], parts)], variadic_item_index=0)
    if origin is dict:
        return core_schema.dict_schema(*(_typed(argument, parts) for argument in arguments))
    if hasattr(annotation, "model_fields"):
        return _model(annotation, parts)
    if isinstance(annotation, EnumType):
        members: list[Enum] = list(annotation)
        return core_schema.enum_schema(annotation, members, sub_type="str")
    return core_schema.is_instance_schema(annotation)


def _model(model: type[Any], parts: _Parts) -> _Schema:
    ref = f"{model.__module__}.{model.__qualname__}"
    if ref not in parts.models:
        parts.models[ref] = core_schema.none_schema()  # a model may hold itself
        parts.models[ref] = {**_checked(model, parts), "ref": ref}
    return core_schema.definition_reference_schema(ref)


def _checked(model: type[Any], parts: _Parts) -> _Schema:
    marked = validators(model)
    own = {field: getattr(model, name) for name, (mode, field) in marked.items() if mode == "field"}
    fields = {
        name: core_schema.model_field(
            _field(field, own.get(name), parts), validation_alias=field.alias, serialization_alias=field.alias
        )
        for name, field in model.model_fields.items()
    }
    schema: _Schema = core_schema.model_fields_schema(fields, model_name=model.__name__)
    for name, (mode, _) in marked.items():
        if mode == "before":
            schema = core_schema.no_info_before_validator_function(getattr(model, name), schema)
    config = core_schema.CoreConfig(title=model.__name__, extra_fields_behavior=model.extra_fields)
    schema = core_schema.model_schema(model, schema, config=config)
    for name, (mode, _) in marked.items():
        if mode == "after":
            schema = core_schema.no_info_after_validator_function(getattr(model, name), schema)
    return schema


def _field(field: FieldInfo, own: Any, parts: _Parts) -> _Schema:
    annotation = field.annotation
    # Limits declared with the field are those of its type, told before what is done to the value.
    if get_origin(annotation) is Annotated and field.limits:
        kind, *marks = get_args(annotation)
        schema = _limited(_typed(kind, parts), field.limits)
        for mark in marks:
            schema = _marked(schema, mark)
    else:
        schema = _limited(_typed(annotation, parts), field.limits)
    if own is not None:
        schema = core_schema.with_info_before_validator_function(own, schema)
    return schema if field.is_required() else core_schema.with_default_schema(schema, default=field.default)


def _marked(schema: _Schema, mark: Any) -> _Schema:
    match mark:
        case BeforeValidator():
            return core_schema.no_info_before_validator_function(mark.function, schema)
        case AfterValidator():
            return core_schema.no_info_after_validator_function(mark.function, schema)
        case WrapValidator():
            return core_schema.no_info_wrap_validator_function(mark.function, schema)
        case PlainSerializer():
            written = core_schema.plain_serializer_function_ser_schema(
                mark.function,
                return_schema=core_schema.str_schema(),
                when_used="json" if mark.only_json else "always",
            )
            return {**schema, "serialization": written}
        case WithJsonSchema():
            return {**schema, "metadata": {JSON_SCHEMA: mark.schema}}
        case FieldInfo():
            return _limited(schema, mark.limits)
    raise TypeError(mark)


def _limited(schema: _Schema, limits: Mapping[str, Any]) -> _Schema:
    """The schema with limits: of what is typed, or, where functions make the value, of what they return."""
    if not limits:
        return schema
    if schema["type"] == "nullable":
        return {**schema, "schema": _limited(schema["schema"], limits)}
    if schema["type"] == "chain":
        typed, made = schema["steps"]
        return {**schema, "steps": [typed, {**made, **limits}]}
    if _LIMITS.get(schema["type"], set()) >= limits.keys():
        return {**schema, **limits}
    bare = schema
    while "schema" in bare:
        bare = bare["schema"]
    made = {"type": bare["type"], **limits}
    if bare["type"] == "tuple":
        made |= {"items_schema": [core_schema.any_schema()], "variadic_item_index": 0}
    return {**core_schema.chain_schema([schema, made]), "metadata": schema.get("metadata", {})}
