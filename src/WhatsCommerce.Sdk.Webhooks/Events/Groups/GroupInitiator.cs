namespace WhatsCommerce.Webhooks;

/// <summary>Represents who removed a participant from a group (<c>initiated_by</c>); unlisted values are kept.</summary>
/// <remarks>Source: Meta, groups/webhooks.</remarks>
[OpenWord]
public readonly partial record struct GroupInitiator
{
    /// <summary>The business.</summary>
    [Word("business")]
    public static partial GroupInitiator Business { get; }

    /// <summary>The participant left.</summary>
    [Word("participant")]
    public static partial GroupInitiator Participant { get; }
}
