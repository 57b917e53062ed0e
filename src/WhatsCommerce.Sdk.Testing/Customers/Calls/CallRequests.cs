namespace WhatsCommerce.Testing;

/// <summary>Messages that request the permission to call, or contain a call button. Source: Meta, calling/user-call-permissions.</summary>
internal static class CallRequests
{
    // Meta's default validity of a call button.
    private const int ButtonMinutes = 7 * 24 * 60;

    /// <summary>
    /// Whether a message requests the permission: an interactive message, or a template whose definition has the component.
    /// </summary>
    public static bool AsksToCall(string kind, JsonElement message, EmulatedTemplates templates)
    {
        if (kind != "template")
        {
            return kind == "interactive.call_permission_request";
        }

        JsonElement? template = ((JsonElement?)message).Member("template");
        if (templates.FindEntry(template.TextMember("name"), template.Member("language").TextMember("code")) is not { } entry)
        {
            return false;
        }

        using JsonDocument components = JsonDocument.Parse(entry.Components);
        return components.RootElement.EnumerateArray().Any(component =>
            "CALL_PERMISSION_REQUEST".Equals(((JsonElement?)component).TextMember("type"), StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether a message of the business requests the permission.</summary>
    public static bool AsksToCall(ReceivedMessage message) =>
        AsksToCall(message.Kind, message.Json, message.Number.Account.Templates);

    /// <summary>Whether a message has a call button, until when it is valid, and the payload of its webhooks.</summary>
    public static bool TryButton(ReceivedMessage message, out DateTimeOffset worksUntil, out string? payload)
    {
        JsonElement? parameters = null;
        bool found = false;
        if (message.Kind == "interactive.voice_call")
        {
            found = true;
            parameters = ((JsonElement?)message.Json).Member("interactive").Member("action").Member("parameters");
        }
        else if (message.Kind == "template")
        {
            foreach (JsonElement component in
                ((JsonElement?)message.Json).Member("template").ArrayMember("components")?.EnumerateArray() ?? [])
            {
                if ("voice_call".Equals(((JsonElement?)component).TextMember("sub_type"), StringComparison.OrdinalIgnoreCase))
                {
                    found = true;
                    parameters = ((JsonElement?)component).ArrayMember("parameters") is { } array && array.GetArrayLength() > 0
                        ? array[0]
                        : null;
                }
            }

            found |= HasButton(message);
        }

        int minutes = int.TryParse(
            parameters.TextMember("ttl_minutes"),
            System.Globalization.NumberStyles.None,
            System.Globalization.CultureInfo.InvariantCulture,
            out int given) ? given : ButtonMinutes;
        worksUntil = message.At + TimeSpan.FromMinutes(minutes);
        payload = parameters.TextMember("payload");
        return found;
    }

    // A button without parameters occurs only in the definition of the template.
    private static bool HasButton(ReceivedMessage message)
    {
        JsonElement? template = ((JsonElement?)message.Json).Member("template");
        if (message.Number.Account.Templates.FindEntry(
            template.TextMember("name"), template.Member("language").TextMember("code")) is not { } entry)
        {
            return false;
        }

        using JsonDocument components = JsonDocument.Parse(entry.Components);
        return components.RootElement.EnumerateArray()
            .SelectMany(component => ((JsonElement?)component).ArrayMember("buttons")?.EnumerateArray().ToArray() ?? [])
            .Any(button => "VOICE_CALL".Equals(((JsonElement?)button).TextMember("type"), StringComparison.OrdinalIgnoreCase));
    }
}
