namespace WhatsCommerce.Calls;

/// <summary>Represents a change of the call settings of a number. Members that are not set stay unchanged.</summary>
/// <remarks>Customers may see a change up to seven days later. Source: Meta, calling/call-settings.</remarks>
public sealed record CallingSettingsUpdate : IJsonBody
{
    /// <summary>Whether calling is enabled.</summary>
    public bool? IsEnabled { get; init; }

    /// <summary>Whether customers see the call button in the chat and on the profile. Messages with a call button work anyway.</summary>
    public bool? ShowsCallIcons { get; init; }

    /// <summary>The countries whose customers see the call button, such as <c>BR</c>; an empty list for all.</summary>
    public IReadOnlyList<string>? IconCountries { get; init; }

    /// <summary>Whether a customer who calls allows the business to call back.</summary>
    public bool? RequestsCallbackPermission { get; init; }

    /// <summary>The hours in which customers can call; they replace all current hours.</summary>
    public CallingHours? Hours { get; init; }

    /// <summary>The codecs in addition to Opus: <c>PCMA</c>, <c>PCMU</c>; an empty list removes them.</summary>
    public IReadOnlyList<string>? AdditionalCodecs { get; init; }

    /// <summary>Whether calls go through <see cref="SipServers"/>.</summary>
    public bool? UsesSip { get; init; }

    /// <summary>The SIP servers of the business; they replace the current ones. Only together with <see cref="UsesSip"/>.</summary>
    public IReadOnlyList<CallingSipServer>? SipServers { get; init; }

    /// <exception cref="WhatsCommerceValidationException">A rule is violated.</exception>
    internal void Check()
    {
        Violations violations = new();
        if (this == new CallingSettingsUpdate())
        {
            violations.Add("calling", ViolationRule.Required, "Nothing would be changed: set at least one member.");
        }

        for (int i = 0; i < IconCountries?.Count; i++)
        {
            if (IconCountries[i] is not { Length: 2 } code || !code.All(char.IsAsciiLetterUpper))
            {
                violations.Add(
                    new("calling.call_icons.restrict_to_user_countries[{0}]", i),
                    ViolationRule.Format,
                    "A country is two capital letters (ISO 3166-1), such as BR.");
            }
        }

        Hours?.Check(violations);
        for (int i = 0; i < AdditionalCodecs?.Count; i++)
        {
            if (AdditionalCodecs[i] is not ("PCMA" or "PCMU"))
            {
                violations.Add(
                    new("calling.audio.additional_codecs[{0}]", i), ViolationRule.NotAllowed, "The additional codecs are PCMA and PCMU.");
            }
        }

        if (SipServers is not null && UsesSip is null)
        {
            violations.Add("calling.sip.status", ViolationRule.Required, "Servers need a status: set UsesSip.");
        }

        for (int i = 0; i < SipServers?.Count; i++)
        {
            violations.RequireText(new("calling.sip.servers[{0}].hostname", i), SipServers[i].Hostname, "The host name");
            if (SipServers[i].Port is { } port)
            {
                violations.RequireRange(new("calling.sip.servers[{0}].port", i), port, 1, ushort.MaxValue, "The port");
            }
        }

        violations.ThrowIfAny("The call settings were not sent");
    }

    internal static string Word(bool isOn) => isOn ? "ENABLED" : "DISABLED";

    void IJsonBody.WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("calling"u8);
        writer.WriteChange("status"u8, Word(IsEnabled));
        writer.WriteChange("call_icon_visibility"u8, ShowsCallIcons switch { true => "DEFAULT", false => "DISABLE_ALL", null => null });
        WriteList(writer, "call_icons"u8, "restrict_to_user_countries"u8, IconCountries);
        writer.WriteChange("callback_permission_status"u8, Word(RequestsCallbackPermission));
        Hours?.WriteTo(writer);
        WriteList(writer, "audio"u8, "additional_codecs"u8, AdditionalCodecs);
        WriteSip(writer);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static string? Word(bool? isOn) => isOn is { } known ? Word(known) : null;

    private static void WriteList(Utf8JsonWriter writer, ReadOnlySpan<byte> around, ReadOnlySpan<byte> name, IReadOnlyList<string>? items)
    {
        if (items is null)
        {
            return;
        }

        writer.WriteStartObject(around);
        writer.WriteStartArray(name);
        foreach (string item in items)
        {
            writer.WriteStringValue(item);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private void WriteSip(Utf8JsonWriter writer)
    {
        if (UsesSip is not { } usesSip)
        {
            return;
        }

        writer.WriteStartObject("sip"u8);
        writer.WriteString("status"u8, Word(usesSip));
        if (SipServers is not null)
        {
            writer.WriteStartArray("servers"u8);
            foreach (CallingSipServer server in SipServers)
            {
                writer.WriteStartObject();
                writer.WriteString("hostname"u8, server.Hostname);
                if (server.Port is { } port)
                {
                    writer.WriteNumber("port"u8, port);
                }

                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}
