namespace WhatsCommerce.Webhooks.Json;

/// <summary>Creates the events for the unknown parts of a delivery, on each of its levels.</summary>
internal static class UnknownEvents
{
    /// <summary>Creates the event of a message of an unknown type, with the properties that every message has.</summary>
    public static UnknownEvent Of(ref MessageDraft message, ReadOnlyMemory<byte> body) =>
        new(message.Event with { AdditionalProperties = message.Rest.ToProperties(body) })
        {
            Type = message.Type,
            MessageId = message.Id,
            Context = message.Context,
            Referral = message.Referral,
            GroupId = message.GroupId,
        };

    /// <summary>Creates the event of a change without events, with the members of its value.</summary>
    public static UnknownEvent Of(
        WebhookChange change, in Rest valueRest, ReadOnlyMemory<byte> item, ReadOnlyMemory<byte> body) => new()
    {
        Change = change,
        Timestamp = change.Entry.Time,
        Type = change.Field,
        RawJson = item,
        AdditionalProperties = valueRest.ToProperties(body),
    };

    /// <summary>Creates the event of an entry that contains other members instead of changes.</summary>
    public static UnknownEvent Of(WebhookChange change, RawPlace place, ReadOnlyMemory<byte> item) => new()
    {
        Change = change,
        RawJson = item,
        RawPlace = place,
        AdditionalProperties = change.Entry.AdditionalProperties,
    };
}
