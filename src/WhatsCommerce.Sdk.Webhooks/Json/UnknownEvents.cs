namespace WhatsCommerce.Webhooks.Json;

/// <summary>What is read of a delivery and is of no known kind, on each of its levels.</summary>
internal static class UnknownEvents
{
    /// <summary>A message of an unknown type, with what is known of every message.</summary>
    public static UnknownEvent Of(ref MessageDraft message, ReadOnlyMemory<byte> body) =>
        new(message.Event with { AdditionalProperties = message.Rest.ToProperties(body) })
        {
            Type = message.Type,
            MessageId = message.Id,
            Context = message.Context,
            Referral = message.Referral,
            GroupId = message.GroupId,
        };

    /// <summary>A change that left no event is one itself, with the members of its value.</summary>
    public static UnknownEvent Of(
        WebhookChange change, in Rest valueRest, ReadOnlyMemory<byte> item, ReadOnlyMemory<byte> body) => new()
    {
        Change = change,
        Timestamp = change.Entry.Time,
        Type = change.Field,
        RawJson = item,
        AdditionalProperties = valueRest.ToProperties(body),
    };

    /// <summary>An entry without changes that tells something else.</summary>
    public static UnknownEvent Of(WebhookChange change, RawPlace place, ReadOnlyMemory<byte> item) => new()
    {
        Change = change,
        RawJson = item,
        RawPlace = place,
        AdditionalProperties = change.Entry.AdditionalProperties,
    };
}
