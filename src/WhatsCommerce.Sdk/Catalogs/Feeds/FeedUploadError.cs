namespace WhatsCommerce.Catalogs;

/// <summary>Represents one kind of error in a feed's file. Source: Meta, ProductFeedUploadError.</summary>
public sealed record FeedUploadError
{
    internal const string Fields = "id,summary,description,severity,total_count";

    /// <summary>The id.</summary>
    public string? Id { get; init; }

    /// <summary>The error in a few words.</summary>
    public string? Summary { get; init; }

    /// <summary>The description of the error.</summary>
    public string? Description { get; init; }

    /// <summary><c>fatal</c> or <c>warning</c>.</summary>
    public string? Severity { get; init; }

    /// <summary>The number of items with this error.</summary>
    public int? TotalCount { get; init; }

    /// <summary>The summary and the description.</summary>
    public override string ToString() => $"{Summary}: {Description}";
}
