namespace WhatsCommerce.Catalogs;

/// <summary>Represents whether Meta could fetch the pictures of an item.</summary>
/// <remarks>An extensible enumeration: unlisted values are kept. Source: Meta, ProductItem, <c>image_fetch_status</c>.</remarks>
[OpenWord(HasValue = true, FromString = true)]
public readonly partial record struct ImageFetchStatus
{
    /// <summary>All pictures were fetched.</summary>
    [Word("FETCHED")]
    public static partial ImageFetchStatus Fetched { get; }

    /// <summary>The pictures were uploaded directly.</summary>
    [Word("DIRECT_UPLOAD")]
    public static partial ImageFetchStatus DirectUpload { get; }

    /// <summary>Some pictures were fetched.</summary>
    [Word("PARTIAL_FETCH")]
    public static partial ImageFetchStatus PartialFetch { get; }

    /// <summary>Fetching failed, so the item has no picture to show.</summary>
    [Word("FETCH_FAILED")]
    public static partial ImageFetchStatus FetchFailed { get; }

    /// <summary>The pictures are being fetched again.</summary>
    [Word("OUTDATED")]
    public static partial ImageFetchStatus Outdated { get; }

    /// <summary>Unknown.</summary>
    [Word("NO_STATUS")]
    public static partial ImageFetchStatus NoStatus { get; }
}
