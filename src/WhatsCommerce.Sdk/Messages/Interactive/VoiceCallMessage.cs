namespace WhatsCommerce.Messages;

/// <summary>
/// A message with a button with which the customer calls the business on WhatsApp. Created by <see cref="Message.VoiceCall"/>.
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

    /// <summary>The text of the button; <see langword="null"/> for Meta's default.</summary>
    public string? DisplayText { get; }

    /// <summary>How long the button works; <see langword="null"/> for Meta's default of 7 days.</summary>
    public TimeSpan? ExpiresAfter { get; }

    /// <summary>Your own data that the webhooks of the call contain, or <see langword="null"/>.</summary>
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
