namespace WhatsCommerce.Testing;

/// <summary>A message template of the local account, as it is now.</summary>
public sealed record EmulatedTemplate
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its name, which its translations share.</summary>
    public required string Name { get; init; }

    /// <summary>Its language, such as <c>en_US</c>.</summary>
    public required string Language { get; init; }

    /// <summary>MARKETING, UTILITY or AUTHENTICATION.</summary>
    public required string Category { get; init; }

    /// <summary>PENDING, APPROVED, REJECTED, PAUSED or DISABLED.</summary>
    public required string Status { get; init; }

    /// <summary>Its components, a JSON array as it was posted.</summary>
    public required JsonElement Components { get; init; }
}
