namespace WhatsCommerce.Testing;

/// <summary>Finds the buttons and rows of a message.</summary>
internal static class Choices
{
    /// <summary>The reply buttons of a message, those on its cards, or the quick replies of a template.</summary>
    public static IEnumerable<Choice> Buttons(ReceivedMessage message, byte[]? definition)
    {
        JsonElement? json = message.Json;
        if (message.Kind == "template")
        {
            return QuickReplies(json.Member("template").ArrayMember("components"), Parse(definition));
        }

        JsonElement? action = json.Member("interactive").Member("action");
        return Each(action.ArrayMember("buttons")).Select(button => button.Member("reply"))
            .Concat(Each(action.ArrayMember("cards"))
                .SelectMany(card => Each(card.Member("action").ArrayMember("buttons")))
                .Select(button => button.Member("quick_reply")))
            .Where(reply => reply.TextMember("id") is not null)
            .Select(reply => new Choice(reply.TextMember("id")!, reply.TextMember("title") ?? "", null));
    }

    /// <summary>The rows of a list.</summary>
    public static IEnumerable<Choice> Rows(ReceivedMessage message) =>
        Each(((JsonElement?)message.Json).Member("interactive").Member("action").ArrayMember("sections"))
            .SelectMany(section => Each(section.ArrayMember("rows")))
            .Where(row => row.TextMember("id") is not null)
            .Select(row => new Choice(row.TextMember("id")!, row.TextMember("title") ?? "", row.TextMember("description")));

    public static Choice Find(IEnumerable<Choice> choices, string id, string what, string parameter)
    {
        Choice[] all = [.. choices];
        return Array.Find(all, choice => choice.Id == id)
            ?? throw new ArgumentException(
                $"The message has no {what} '{id}'. It has: "
                    + $"{(all.Length == 0 ? "none" : string.Join(", ", all.Select(choice => choice.Id)))}.",
                parameter);
    }

    // The text of a quick reply is in the template's definition, its payload in the message; without a payload the text is the payload.
    private static IEnumerable<Choice> QuickReplies(JsonElement? sent, JsonElement? definition)
    {
        JsonElement?[] defined =
            [.. Each(Each(definition).FirstOrDefault(component => Is(component, "type", "BUTTONS")).ArrayMember("buttons"))];
        JsonElement?[] components = [.. Each(sent), .. Each(sent)
            .SelectMany(component => Each(component.ArrayMember("cards")))
            .SelectMany(card => Each(card.ArrayMember("components")))];
        HashSet<string> named = new(StringComparer.Ordinal);
        foreach (JsonElement? component in components.Where(component => Is(component, "sub_type", "QUICK_REPLY")))
        {
            string index = component.TextMember("index") ?? "0";
            named.Add(index);
            JsonElement? button = int.TryParse(
                index,
                System.Globalization.NumberStyles.None,
                System.Globalization.CultureInfo.InvariantCulture,
                out int i) && i < defined.Length ? defined[i] : null;
            string? payload = Each(component.ArrayMember("parameters")).FirstOrDefault().TextMember("payload");
            string text = button.TextMember("text") ?? payload ?? "Reply";
            yield return new(payload ?? text, text, null);
        }

        for (int i = 0; i < defined.Length; i++)
        {
            if (Is(defined[i], "type", "QUICK_REPLY")
                && !named.Contains(i.ToString(System.Globalization.CultureInfo.InvariantCulture))
                && defined[i].TextMember("text") is { } text)
            {
                yield return new(text, text, null);
            }
        }
    }

    private static IEnumerable<JsonElement?> Each(JsonElement? array) =>
        array is { ValueKind: JsonValueKind.Array } items ? items.EnumerateArray().Select(item => (JsonElement?)item) : [];

    private static bool Is(JsonElement? element, string name, string value) =>
        value.Equals(element.TextMember(name), StringComparison.OrdinalIgnoreCase);

    private static JsonElement? Parse(byte[]? json) => json is null ? null : JsonElement.Parse(json);
}

/// <summary>A button or a row.</summary>
internal sealed record Choice(string Id, string Title, string? Description)
{
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteString("id", Id);
        json.WriteString("title", Title);
        if (Description is not null)
        {
            json.WriteString("description", Description);
        }
    }
}
