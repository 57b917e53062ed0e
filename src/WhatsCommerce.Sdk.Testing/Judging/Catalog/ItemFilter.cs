namespace WhatsCommerce.Testing.Judging.Catalog;

/// <summary>
/// The filter of products and product sets: <c>{"retailer_id":{"i_contains":"apple"}}</c>, several fields, which must all match, and
/// <c>and</c>, <c>or</c> with lists of filters. Source: Meta, marketing-api product-set filters. Meta does not document which operators the
/// products edge supports; the common ones are supported here.
/// </summary>
internal static class ItemFilter
{
    /// <summary>Parses a filter into a predicate that reads the fields of an item.</summary>
    public static Refusal? Read(JsonElement filter, out Func<Func<string, string?>, bool> holds)
    {
        holds = static _ => true;
        if (filter.ValueKind is not JsonValueKind.Object)
        {
            return Wrong("it is not a JSON object");
        }

        List<Func<Func<string, string?>, bool>> all = [];
        foreach (JsonProperty member in filter.EnumerateObject())
        {
            if ((member.Name is "and" or "or" ? ReadList(member, out var one) : ReadField(member, out one)) is { } refusal)
            {
                return refusal;
            }

            all.Add(one);
        }

        holds = item => all.TrueForAll(each => each(item));
        return null;
    }

    private static Refusal? ReadList(JsonProperty member, out Func<Func<string, string?>, bool> holds)
    {
        holds = static _ => true;
        if (member.Value.ValueKind is not JsonValueKind.Array)
        {
            return Wrong($"'{member.Name}' requires a list");
        }

        List<Func<Func<string, string?>, bool>> each = [];
        foreach (JsonElement inner in member.Value.EnumerateArray())
        {
            if (Read(inner, out var one) is { } refusal)
            {
                return refusal;
            }

            each.Add(one);
        }

        holds = member.Name == "and" ? item => each.TrueForAll(one => one(item)) : item => each.Exists(one => one(item));
        return null;
    }

    private static Refusal? ReadField(JsonProperty member, out Func<Func<string, string?>, bool> holds)
    {
        holds = static _ => true;
        if (member.Value.ValueKind is not JsonValueKind.Object)
        {
            return Wrong($"'{member.Name}' requires an operator, such as {{\"eq\":\"...\"}}");
        }

        List<Func<string?, bool>> tests = [];
        foreach (JsonProperty condition in member.Value.EnumerateObject())
        {
            if (Test(condition.Name, condition.Value) is not { } test)
            {
                return Wrong($"the operator '{condition.Name}' is unknown, or its value has the wrong type");
            }

            tests.Add(test);
        }

        string name = member.Name;
        holds = item => item(name) is var value && tests.TrueForAll(test => test(value));
        return null;
    }

    private static Func<string?, bool>? Test(string name, JsonElement value)
    {
        if (name is "is_any" or "is_not_any")
        {
            if (value.ValueKind is not JsonValueKind.Array)
            {
                return null;
            }

            HashSet<string> any = new(value.EnumerateArray().Select(Text), StringComparer.OrdinalIgnoreCase);
            bool wanted = name == "is_any";
            return found => (found is not null && any.Contains(found)) == wanted;
        }

        string operand = Text(value);
        return name switch
        {
            "eq" => found => found == operand,
            "neq" => found => found != operand,
            "i_eq" => found => string.Equals(found, operand, StringComparison.OrdinalIgnoreCase),
            "i_not_eq" => found => !string.Equals(found, operand, StringComparison.OrdinalIgnoreCase),
            "contains" => found => found?.Contains(operand, StringComparison.Ordinal) is true,
            "i_contains" => found => found?.Contains(operand, StringComparison.OrdinalIgnoreCase) is true,
            "not_contains" => found => found?.Contains(operand, StringComparison.Ordinal) is not true,
            "i_not_contains" => found => found?.Contains(operand, StringComparison.OrdinalIgnoreCase) is not true,
            "starts_with" => found => found?.StartsWith(operand, StringComparison.Ordinal) is true,
            "i_starts_with" => found => found?.StartsWith(operand, StringComparison.OrdinalIgnoreCase) is true,
            "gt" or "gte"
                or "lt" or "lte" when decimal.TryParse(operand, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal limit) =>
                found => decimal.TryParse(found, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number)
                    && Compare(name, number.CompareTo(limit)),
            _ => null,
        };
    }

    private static bool Compare(string name, int order) => name switch
    {
        "gt" => order > 0,
        "gte" => order >= 0,
        "lt" => order < 0,
        _ => order <= 0,
    };

    private static string Text(JsonElement value) => value.ValueKind is JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private static Refusal Wrong(string problem) => new(400, 100, $"(#100) Param filter must be a valid filter: {problem}");
}
