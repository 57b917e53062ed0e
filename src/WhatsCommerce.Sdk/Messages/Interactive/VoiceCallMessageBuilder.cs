namespace WhatsCommerce.Messages;

/// <summary>Builds a message with a call button: the body, the button's label, and how long it works.</summary>
/// <remarks>Calling must be enabled for the number. Source: Meta, calling/call-button-messages-deep-links.</remarks>
public sealed class VoiceCallMessageBuilder : BodyMessageBuilder<VoiceCallMessageBuilder, VoiceCallMessage>
{
    private string? _displayText;
    private TimeSpan? _expiresAfter;
    private string? _payload;

    internal VoiceCallMessageBuilder() { }

    /// <summary>Sets the text of the button.</summary>
    /// <param name="text">At most <see cref="MessageLimits.ButtonTitle"/> characters; null or empty for Meta's default.</param>
    public VoiceCallMessageBuilder DisplayText(string? text)
    {
        _displayText = NullIfEmpty(text);
        return this;
    }

    /// <summary>Sets how long the button works.</summary>
    /// <param name="time">Whole minutes, 1 to <see cref="MessageLimits.CallButtonMinutes"/>; null for Meta's default of 7 days.</param>
    public VoiceCallMessageBuilder ExpiresAfter(TimeSpan? time)
    {
        _expiresAfter = time;
        return this;
    }

    /// <summary>Sets your own data that the webhooks of the call contain (<c>cta_payload</c>).</summary>
    /// <param name="payload">At most <see cref="MessageLimits.CallButtonPayload"/> characters; null or empty for none.</param>
    public VoiceCallMessageBuilder Payload(string? payload)
    {
        _payload = NullIfEmpty(payload);
        return this;
    }

    private protected override void Validate(Violations violations)
    {
        RequireBody(violations);
        violations.AllowText("interactive.action.parameters.display_text", _displayText, MessageLimits.ButtonTitle, "The button's text");
        violations.AllowText("interactive.action.parameters.payload", _payload, MessageLimits.CallButtonPayload, "The payload");
        if (_expiresAfter is TimeSpan time)
        {
            WirePath path = "interactive.action.parameters.ttl_minutes";
            violations.RequireRange(
                path, time.TotalMinutes, MessageLimits.CallButtonMinMinutes, MessageLimits.CallButtonMinutes, "The time in minutes");
            if (time.Ticks % TimeSpan.TicksPerMinute != 0)
            {
                violations.Add(path, ViolationRule.Format, "The time is counted in whole minutes; round it.");
            }
        }
    }

    private protected override VoiceCallMessage Create() => new(BodyText!, _displayText, _expiresAfter, _payload);
}
