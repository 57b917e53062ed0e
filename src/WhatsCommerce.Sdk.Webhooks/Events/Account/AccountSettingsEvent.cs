namespace WhatsCommerce.Webhooks;

/// <summary>
/// The call settings of a phone number changed: whether and when it can be called, and through which servers
/// (<c>account_settings_update</c>).
/// </summary>
/// <remarks>The number is <see cref="WebhookEvent.PhoneNumberId"/>. Source: Meta, calling/call-settings.</remarks>
[WebhookField("account_settings_update")]
[WireHead(Timestamp = "timestamp", PhoneNumberId = "phone_number_settings.phone_number_id")]
public sealed partial record AccountSettingsEvent : WebhookEvent
{
    /// <summary><c>type</c>: which settings, such as <c>phone_number_settings</c>.</summary>
    [Wire("type")]
    public string? Type { get; init; }

    /// <summary><c>phone_number_settings.calling</c>: the current call settings.</summary>
    [Wire("phone_number_settings.calling")]
    public CallSettings? Calling { get; init; }

    // Only the status of the call settings: addresses of servers do not belong in a log.
    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        builder.Member("Type", Type).Member("Calling", Calling?.Status.Value);
        return true;
    }
}
