namespace WhatsCommerce.Messages;

/// <summary>
/// A message with a button with which the customer calls the business on WhatsApp. Made by <see cref="Message.VoiceCall"/>.
/// </summary>
public sealed class VoiceCallMessage : InteractiveMessage
{
    internal VoiceCallMessage(string body, string? displayText, TimeSpan? expiresAfter, string? payload)
        : base(body, footer: null)
    {
        DisplayText = displayText;
        ExpiresAfter = expiresAfter;
        Payload = payload;
    }

    /// <inheritdoc/>
    public override string Kind => "voice_call";

    /// <summary>What the button says; <see langword="null"/> for Meta's own words.</summary>
    public string? DisplayText { get; }

    /// <summary>How long the button works; <see langword="null"/> for Meta's seven days.</summary>
    public TimeSpan? ExpiresAfter { get; }

    /// <summary>Data of your own that the webhooks of the call carry, or <see langword="null"/>.</summary>
    public string? Payload { get; }

    private protected override void WriteAction(Utf8JsonWriter writer)
    {
        writer.WriteString("name"u8, "voice_call"u8);
        if (DisplayText is null && ExpiresAfter is null && Payload is null)
        {
            return;
        }

        writer.WriteStartObject("parameters"u8);
        writer.WriteOptional("display_text"u8, DisplayText);
        if (ExpiresAfter is TimeSpan time)
        {
            writer.WriteNumber("ttl_minutes"u8, time.Ticks / TimeSpan.TicksPerMinute);
        }

        writer.WriteOptional("payload"u8, Payload);
        writer.WriteEndObject();
    }
}
