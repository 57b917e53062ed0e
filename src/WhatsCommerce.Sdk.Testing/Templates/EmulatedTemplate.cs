namespace WhatsCommerce.Testing;

/// <summary>The current state of a message template of the local account.</summary>
public sealed record EmulatedTemplate
{
    /// <summary>The id of the template.</summary>
    public required string Id { get; init; }

    /// <summary>The name of the template, which its translations share.</summary>
    public required string Name { get; init; }

    /// <summary>The language, such as <c>en_US</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The category: MARKETING, UTILITY or AUTHENTICATION.</summary>
    public required string Category { get; init; }

    /// <summary>The status: PENDING, APPROVED, REJECTED, PAUSED or DISABLED.</summary>
    public required string Status { get; init; }

    /// <summary>The components, as the JSON array that was posted.</summary>
    public required JsonElement Components { get; init; }
}
