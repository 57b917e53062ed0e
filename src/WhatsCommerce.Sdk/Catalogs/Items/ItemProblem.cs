namespace WhatsCommerce.Catalogs;

/// <summary>Represents an error or a warning of Meta's about an item.</summary>
public sealed record ItemProblem
{
    /// <summary>The item, if Meta reports it: <c>id</c>.</summary>
    [JsonPropertyName("id")]
    public RetailerId RetailerId { get; init; }

    /// <summary>The number of the request in the batch, if Meta reports it.</summary>
    public int? Line { get; init; }

    /// <summary>Meta's message.</summary>
    public string? Message { get; init; }

    /// <summary>The item and the sentence.</summary>
    public override string ToString() => RetailerId.HasValue ? $"{RetailerId}: {Message}" : Message ?? "";
}
