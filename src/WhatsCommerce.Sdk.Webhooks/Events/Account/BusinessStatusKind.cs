namespace WhatsCommerce.Webhooks;

/// <summary>Represents the kind of event of a business portfolio (<c>event</c>); unlisted values are kept.</summary>
/// <remarks>Unconfirmed, as <see cref="BusinessStatusEvent"/> is.</remarks>
[OpenWord]
public readonly partial record struct BusinessStatusKind
{
    /// <summary>An unauthorized party gained access to it.</summary>
    [Word("COMPROMISED_NOTIFICATION")]
    public static partial BusinessStatusKind Compromised { get; }
}
