namespace WhatsCommerce.Catalogs;

/// <summary>Options of one upload of a feed.</summary>
public sealed record FeedUploadOptions
{
    /// <summary>Whether items that are not in the file stay unchanged. Otherwise, Meta deletes them.</summary>
    public bool UpdateOnly { get; init; }

    /// <summary>
    /// The user name at the server from which Meta fetches the file, if it requires one. Not used for a file that is streamed.
    /// </summary>
    public string? Username { get; init; }

    /// <summary>The password of the user name. A secret.</summary>
    public string? Password { get; init; }

    /// <summary>Returns what happens to other items; no user name and no password.</summary>
    public override string ToString() => $"FeedUploadOptions {{ UpdateOnly = {UpdateOnly} }}";
}
