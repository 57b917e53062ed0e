namespace WhatsCommerce.Catalogs;

/// <summary>Represents an error or a warning of Meta's about a product. Source: Meta, ProductItemError.</summary>
public sealed record ProductError
{
    /// <summary>The title.</summary>
    public string? Title { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>The type of the error, as Meta names it.</summary>
    [JsonPropertyName("error_type")]
    public string? Type { get; init; }

    /// <summary><c>HIGH</c>, <c>MEDIUM</c> or <c>LOW</c>.</summary>
    [JsonPropertyName("error_priority")]
    public string? Priority { get; init; }

    /// <summary>The title and the description.</summary>
    public override string ToString() => $"{Title}: {Description}";
}
