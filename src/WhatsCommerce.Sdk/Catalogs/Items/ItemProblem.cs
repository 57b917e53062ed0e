namespace WhatsCommerce.Catalogs;

/// <summary>What Meta says against an item.</summary>
public sealed record ItemProblem
{
    /// <summary>The item, where Meta names it: <c>id</c>.</summary>
    [JsonPropertyName("id")]
    public RetailerId RetailerId { get; init; }

    /// <summary>Which request of the batch, where Meta counts them.</summary>
    public int? Line { get; init; }

    /// <summary>What is wrong, in Meta's words.</summary>
    public string? Message { get; init; }

    /// <summary>The item and the sentence.</summary>
    public override string ToString() => RetailerId.HasValue ? $"{RetailerId}: {Message}" : Message ?? "";
}
