namespace WhatsCommerce.Webhooks;

/// <summary>The conversation that a message was counted in (<c>statuses[].conversation</c>).</summary>
public sealed record Conversation
{
    /// <summary><c>id</c>; up to v23.0 unique for each message, since v24.0 only sent for free entry points.</summary>
    public string? Id { get; init; }

    /// <summary><c>expiration_timestamp</c>: when the conversation ends.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary><c>origin.type</c>: the category that opened it.</summary>
    public PricingCategory Origin { get; init; }

    /// <summary>The JSON members of the conversation that have no property.</summary>
    public AdditionalProperties AdditionalProperties { get; internal init; }
}
