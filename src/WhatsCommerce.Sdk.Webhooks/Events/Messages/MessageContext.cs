namespace WhatsCommerce.Webhooks;

/// <summary>Represents what a message refers to (<c>messages[].context</c>).</summary>
public sealed partial record MessageContext
{
    /// <summary><c>id</c>: the message that is replied to.</summary>
    public MessageId MessageId { get; init; }

    /// <summary><c>from</c>: the sender of the message that is replied to, usually the business's own number.</summary>
    [Sensitive]
    public string? From { get; init; }

    /// <summary><c>referred_product</c>: the product that the customer asks about.</summary>
    [Printed]
    public ReferredProduct? ReferredProduct { get; init; }

    /// <summary><c>forwarded</c>: whether the message was forwarded.</summary>
    public bool IsForwarded { get; init; }

    /// <summary><c>frequently_forwarded</c>: more than five times.</summary>
    public bool IsFrequentlyForwarded { get; init; }

    /// <summary>The JSON members of the context that have no property.</summary>
    public AdditionalProperties AdditionalProperties { get; internal init; }
}
