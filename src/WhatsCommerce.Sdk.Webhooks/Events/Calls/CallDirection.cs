namespace WhatsCommerce.Webhooks;

/// <summary>Represents who called (<c>direction</c>); unlisted values are kept.</summary>
/// <remarks>Source: Meta, calling/reference.</remarks>
[OpenWord]
public readonly partial record struct CallDirection
{
    /// <summary>The business.</summary>
    [Word("BUSINESS_INITIATED")]
    public static partial CallDirection BusinessInitiated { get; }

    /// <summary>The customer.</summary>
    [Word("USER_INITIATED")]
    public static partial CallDirection UserInitiated { get; }
}
