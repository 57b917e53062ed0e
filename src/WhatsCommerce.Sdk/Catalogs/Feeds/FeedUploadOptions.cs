namespace WhatsCommerce.Catalogs;

/// <summary>What belongs to one upload of a feed.</summary>
public sealed record FeedUploadOptions
{
    /// <summary>Whether items that are not in the file stay as they are. Without it, Meta deletes them.</summary>
    public bool UpdateOnly { get; init; }

    /// <summary>The name to log in with where Meta fetches the file, if one must. Not used for a file that is streamed.</summary>
    public string? Username { get; init; }

    /// <summary>The password of the user name. A secret.</summary>
    public string? Password { get; init; }

    /// <summary>What happens to other items, and nothing to log in with.</summary>
    public override string ToString() => $"FeedUploadOptions {{ UpdateOnly = {UpdateOnly} }}";
}
