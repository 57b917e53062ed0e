using System.Globalization;

namespace WhatsCommerce.Analyzers;

/// <summary>Compares the calls of a builder with its template.</summary>
internal static class TemplateFit
{
    // The method of the builder, and the types of the template's buttons that it configures.
    private static readonly Dictionary<string, string[]> Buttons = new(StringComparer.Ordinal)
    {
        ["QuickReplyButton"] = ["QUICK_REPLY"],
        ["UrlButton"] = ["URL", "OTP"],
        ["CopyCodeButton"] = ["COPY_CODE"],
        ["CatalogButton"] = ["CATALOG"],
        ["FlowButton"] = ["FLOW"],
        ["ProductListButton"] = ["MPM"],
        ["OrderDetailsButton"] = ["ORDER_DETAILS"],
        ["VoiceCallButton"] = ["VOICE_CALL"],
    };

    private static readonly Dictionary<string, string> Headers = new(StringComparer.Ordinal)
    {
        ["Header"] = "TEXT",
        ["ImageHeader"] = "IMAGE",
        ["VideoHeader"] = "VIDEO",
        ["DocumentHeader"] = "DOCUMENT",
        ["LocationHeader"] = "LOCATION",
        ["ProductHeader"] = "PRODUCT",
    };

    /// <summary>The mismatches, and their calls.</summary>
    public static IEnumerable<(IInvocationOperation Place, string Problem)> Problems(Chain chain, TemplateSnapshot template)
    {
        IInvocationOperation last = chain.Calls[chain.Calls.Count - 1];
        bool isBuilt = last.TargetMethod.Name is "Build" or "TryBuild";
        IInvocationOperation? body = Last(chain, call => call.TargetMethod.Name == "Body");
        IInvocationOperation? header = Last(chain, call => Headers.ContainsKey(call.TargetMethod.Name));
        if (body is not null)
        {
            foreach (string problem in Body(body, template))
            {
                yield return (body, problem);
            }
        }
        else if (isBuilt && template.Body.Count > 0 && !template.IsAuthentication)
        {
            yield return (chain.Calls[0], Invariant($"its body has {Count(template.Body)}, and the message gives none: call Body(...)"));
        }

        if (Header(header, template, isBuilt) is { } wrong)
        {
            yield return (header ?? chain.Calls[0], wrong);
        }

        foreach (IInvocationOperation call in chain.Calls)
        {
            if (Button(call, template) is { } problem)
            {
                yield return (call, problem);
            }
        }
    }

    private static IEnumerable<string> Body(IInvocationOperation body, TemplateSnapshot template)
    {
        if (template.IsAuthentication || body.Argument("parameters")?.Elements() is not { } given)
        {
            yield break;
        }

        if (given.Count != template.Body.Count)
        {
            yield return Invariant($"its body has {Count(template.Body)}, and the message gives {given.Count}");
            yield break;
        }

        bool isNamed = template.Body.Any(variable => !variable.All(c => c is >= '0' and <= '9'));
        foreach (IOperation parameter in given)
        {
            if (Name(parameter, out string? name) && (name is not null) != isNamed)
            {
                yield return isNamed
                    ? $"it calls its variables by name: {Names(template.Body)}; give (\"name\", \"text\")"
                    : "it calls its variables by number: give the texts in their order, without names";
                yield break;
            }

            if (name is not null && !template.Body.Contains(name))
            {
                yield return $"it has no variable {{{{{name}}}}} in its body; it has {Names(template.Body)}";
            }
        }
    }

    private static string? Header(IInvocationOperation? header, TemplateSnapshot template, bool isBuilt)
    {
        string? asked = template.HeaderFormat is "TEXT" && template.Header.Count == 0 ? null : template.HeaderFormat;
        if (header is null)
        {
            return isBuilt && asked is not null && Headers.ContainsValue(asked)
                ? $"its header is {asked}, and the message fills in none: call {Headers.First(pair => pair.Value == asked).Key}(...)"
                : null;
        }

        string given = Headers[header.TargetMethod.Name];
        return asked is null ? "its header has nothing to fill in: leave this out"
            : asked != given && Headers.ContainsValue(asked)
                ? $"its header is {asked}, not {given}: call {Headers.First(pair => pair.Value == asked).Key}(...)"
            : null;
    }

    private static string? Button(IInvocationOperation call, TemplateSnapshot template)
    {
        if (!Buttons.TryGetValue(call.TargetMethod.Name, out string[]? types)
            || call.Argument("index")?.Value.Unwrap().ConstantValue is not { HasValue: true, Value: int index })
        {
            return null;
        }

        if (index < 0 || index >= template.Buttons.Count)
        {
            return Invariant($"it has no button {index}; it has {template.Buttons.Count}, counted from 0");
        }

        string type = template.Buttons[index];
        return types.Contains(type) ? null : Invariant($"its button {index} is of the type {type}, not {types[0]}");
    }

    /// <summary>The name of a parameter in the code.</summary>
    /// <returns>Whether it can be determined.</returns>
    private static bool Name(IOperation parameter, out string? name)
    {
        name = null;
        switch (parameter.Unwrap())
        {
            case ITupleOperation { Elements: [{ } first, _] }:
                name = first.Text();
                return name is not null;
            case { Type.SpecialType: SpecialType.System_String }:
                return true;
            case IInvocationOperation { TargetMethod: { Name: "Named" } } named:
                name = named.Arguments[0].Value.Text();
                return name is not null;
            case IInvocationOperation { TargetMethod: { Name: "Text" or "Currency" or "DateTime" } method }
                when method.ContainingType.Name == "TemplateParameter":
                return true;
            default:
                return false;
        }
    }

    private static IInvocationOperation? Last(Chain chain, Func<IInvocationOperation, bool> asked) => chain.Calls.LastOrDefault(asked);

    private static string Count(IReadOnlyList<string> variables) => variables.Count switch
    {
        0 => "no variable",
        1 => $"1 variable ({Names(variables)})",
        int count => Invariant($"{count} variables ({Names(variables)})"),
    };

    private static string Names(IEnumerable<string> variables) => string.Join(", ", variables.Select(variable => "{{" + variable + "}}"));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
