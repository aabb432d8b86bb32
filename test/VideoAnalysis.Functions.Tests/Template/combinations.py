"""Runs the SAM translator over every combination of the parameters that change resources, evaluates the conditions as
CloudFormation would, and lints what is left. Prints how much that was, or what is wrong; exit status 77 without the
tools.

The lint is what costs time. Architecture, retention and origins are shown to change only a value that no other part
depends on. The other four make 16 results, of which the 8 with an even number of parameters set are linted, on all
cores: any three of the four come in every combination."""
import copy
import itertools
import json
import multiprocessing
import os
import re
import sys

os.environ.setdefault("AWS_DEFAULT_REGION", "us-east-1")
try:
    from cfnlint import api
    from cfnlint.config import ManualArgs
    from samtranslator.translator.transform import transform
    from samtranslator.yaml_helper import yaml_parse
except ImportError as missing:
    print(missing.name)
    sys.exit(77)

JWT = {"JwtIssuer": "https://issuer.example", "JwtAudience": "client"}
ALL = "all"  # Stands for the names of all analyses.
FACTORS = {
    "auth": [{}, JWT],
    "bucket": [{}, {"ExistingBucketName": "their-videos", "CollectionId": "people"}],
    "alarms": [{}, {"AlarmEmail": "operator@example.com"}],
    "architecture": [{}, {"Architecture": "x86_64"}],
    "retention": [{}, {"RetentionDays": 30}],
    "analyses": [{}, {"Analyses": ALL}],
    "origins": [{}, {"AllowedOrigins": "https://app.example,https://other.example"}],
}
NOTHING = {"Ref": "AWS::NoValue"}


class NoPolicies:
    """The template uses none of SAM's policies by name."""

    def load(self):
        return {}


def evaluate(node, values, conditions):
    """What CloudFormation makes of references to parameters, conditions and Fn::If."""
    if isinstance(node, dict):
        if len(node) == 1:
            (name, argument), = node.items()
            if name == "Ref" and argument in values:
                return values[argument]
            if name == "Condition" and isinstance(argument, str):
                return conditions[argument]
            if name == "Fn::If":
                return evaluate(argument[1 if conditions[argument[0]] else 2], values, conditions)
            if name == "Fn::Equals":
                return text(argument[0], values) == text(argument[1], values)
            if name in ("Fn::Not", "Fn::And", "Fn::Or"):
                given = [evaluate(each, values, conditions) for each in argument]
                return {
                    "Fn::Not": lambda: not given[0],
                    "Fn::And": lambda: all(given),
                    "Fn::Or": lambda: any(given),
                }[name]()
        pairs = ((key, evaluate(value, values, conditions)) for key, value in node.items())
        return {key: value for key, value in pairs if value != NOTHING}
    if isinstance(node, list):
        return [value for value in (evaluate(each, values, conditions) for each in node) if value != NOTHING]
    return node


def text(node, values):
    """What CloudFormation makes of a text, or of a list of texts, that conditions compare."""
    if not isinstance(node, dict):
        return node
    (name, argument), = node.items()
    return {"Ref": lambda: values[argument],
            "Fn::Sub": lambda: re.sub(r"\${(\w+)}", lambda found: values[found[1]], argument),
            "Fn::Split": lambda: text(argument[1], values).split(text(argument[0], values)),
            "Fn::Join": lambda: text(argument[0], values).join(text(argument[1], values))}[name]()


def translate(template, given):
    template = copy.deepcopy(template)
    names = re.search(r"\(\(([a-z|]+)\)", template["Parameters"]["Analyses"]["AllowedPattern"])[1].replace("|", ",")
    values = {name: given.get(name, parameter["Default"]) for name, parameter in template["Parameters"].items()}
    values = {name: names if value == ALL else value for name, value in values.items()}
    result = transform(template, dict(values), NoPolicies())
    result.pop("Parameters")
    for rule in result.pop("Rules").values():
        assert all(evaluate(each["Assert"], values, {}) for each in rule["Assertions"]), (given, rule)
    conditions = {}
    for name, condition in result.pop("Conditions").items():
        conditions[name] = evaluate(condition, values, conditions)
    for resource in result["Resources"].values():
        resource.pop("Metadata", None)  # It only tells cfn-lint what not to look at.
    result["Resources"] = {
        name: resource for name, resource in result["Resources"].items()
        if conditions.get(resource.pop("Condition", None), True)}
    return evaluate(result, values, conditions)


def without_plain_values(result):
    """Without what architecture, retention and origins are to change, and nothing else."""
    result = copy.deepcopy(result)
    result["Resources"]["ResultsApi"]["Properties"].pop("CorsConfiguration", None)
    for resource in result["Resources"].values():
        if resource["Type"] == "AWS::Lambda::Function":
            del resource["Properties"]["Architectures"]
            resource["Properties"]["Environment"]["Variables"].pop("RETENTION_DAYS", None)
            resource["Properties"]["Environment"]["Variables"].pop("ANALYSES")
    return json.dumps(result, sort_keys=True)


def lint(result):
    return [str(match) for match in api.lint(
        json.dumps(result), config=ManualArgs(regions=["us-east-1"], include_checks=["I"]))]


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        template = yaml_parse(file.read())
    # The translator wants code that is uploaded already.
    template["Globals"]["Function"]["CodeUri"] = "s3://bucket/code.zip"
    combinations = [
        dict(pair for part in parts for pair in part.items()) for parts in itertools.product(*FACTORS.values())]
    groups = {}
    for given in combinations:
        result = translate(template, given)
        architectures = {
            architecture for resource in result["Resources"].values() if resource["Type"] == "AWS::Lambda::Function"
            for architecture in resource["Properties"]["Architectures"]}
        assert architectures == {given.get("Architecture", "arm64")}, (given, architectures)
        groups.setdefault(without_plain_values(result), []).append((given, result))

    # The first of one group, the second of the next, and so on.
    in_turn = [results[index % len(results)] for index, results in enumerate(groups.values())]
    chosen = [result for given, result in in_turn
              if sum(name in given for name in ("JwtIssuer", "CollectionId", "AlarmEmail", "Analyses")) % 2 == 0]
    with multiprocessing.Pool() as pool:
        found = [match for matches in pool.map(lint, chosen, chunksize=1) for match in matches]
    counts = f"{len(combinations)} translated, {len(groups)} different in more than a value, {len(chosen)} linted"
    print("\n".join(found) if found else counts)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
