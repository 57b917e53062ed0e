namespace WhatsCommerce.Testing;

/// <summary>The call settings of a number, within what <c>/settings</c> holds.</summary>
internal static class CallSettings
{
    /// <summary>A number whose calls are set up: enabled, with Meta's defaults otherwise. A new number of Meta's has none.</summary>
    public static ReadOnlySpan<byte> First => """
        {"calling":{"status":"ENABLED","call_icon_visibility":"DEFAULT","callback_permission_status":"DISABLED"},
         "storage_configuration":{"status":"DEFAULT"}}
        """u8;

    public static bool IsEnabled(byte[] settings) => Is(settings, "ENABLED", "status");

    public static bool ShowsIcons(byte[] settings) =>
        IsEnabled(settings) && (Is(settings, "DEFAULT", "call_icon_visibility") || Is(settings, "VISIBLE", "call_icon_visibility"));

    public static bool AllowsCallback(byte[] settings) => Is(settings, "ENABLED", "callback_permission_status");

    public static bool UsesSip(byte[] settings) => Is(settings, "ENABLED", "sip", "status");

    public static byte[] Enable(byte[] settings, bool isEnabled)
    {
        using JsonDocument change = JsonDocument.Parse($$"""{"calling":{"status":"{{(isEnabled ? "ENABLED" : "DISABLED")}}"} }""");
        return Change(change.RootElement, settings);
    }

    /// <summary>Takes a change over: of the call settings each member that is named, of others the whole.</summary>
    public static byte[] Change(JsonElement change, byte[] settings)
    {
        if (((JsonElement?)change).ObjectMember("calling") is not { } calling)
        {
            return ItemAttributes.Merge(change, settings, onlyNullEmpties: true);
        }

        using JsonDocument before = JsonDocument.Parse(settings);
        byte[]? old = ((JsonElement?)before.RootElement).ObjectMember("calling") is { } there
            ? System.Text.Encoding.UTF8.GetBytes(there.GetRawText())
            : null;
        string merged = System.Text.Encoding.UTF8.GetString(ItemAttributes.Merge(calling, old, onlyNullEmpties: true));
        using JsonDocument whole = JsonDocument.Parse($$"""{"calling":{{merged}}}""");
        byte[] others = ItemAttributes.Merge(change, settings, onlyNullEmpties: true);
        return ItemAttributes.Merge(whole.RootElement, others, onlyNullEmpties: true);
    }

    private static bool Is(byte[] settings, string word, params ReadOnlySpan<string> path)
    {
        using JsonDocument document = JsonDocument.Parse(settings);
        JsonElement? place = ((JsonElement?)document.RootElement).Member("calling");
        foreach (string member in path)
        {
            place = place.Member(member);
        }

        return place is { ValueKind: JsonValueKind.String } text && word.Equals(text.GetString(), StringComparison.OrdinalIgnoreCase);
    }
}
