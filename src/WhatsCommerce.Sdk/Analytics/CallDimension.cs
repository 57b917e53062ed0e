namespace WhatsCommerce.Analytics;

/// <summary>
/// Represents a dimension of call analytics; unlisted values are kept. Meta writes them in lower case, unlike those of conversations.
/// </summary>
/// <remarks>Source: Meta, analytics, call analytics.</remarks>
[OpenWord]
public readonly partial record struct CallDimension
{
    /// <summary>The direction: who called.</summary>
    [Word("direction")]
    public static partial CallDimension Direction { get; }

    /// <summary>Country of the customer.</summary>
    [Word("country")]
    public static partial CallDimension Country { get; }

    /// <summary>Number of the business.</summary>
    [Word("phone")]
    public static partial CallDimension PhoneNumber { get; }
}
