namespace WhatsCommerce.Catalogs;

/// <summary>Whether Meta could fetch the pictures of an item.</summary>
/// <remarks>An open value: a word that is not listed is kept. Source: Meta, ProductItem, <c>image_fetch_status</c>.</remarks>
[OpenWord(HasValue = true, FromString = true)]
public readonly partial record struct ImageFetchStatus
{
    /// <summary>They are there.</summary>
    [Word("FETCHED")]
    public static partial ImageFetchStatus Fetched { get; }

    /// <summary>They were uploaded.</summary>
    [Word("DIRECT_UPLOAD")]
    public static partial ImageFetchStatus DirectUpload { get; }

    /// <summary>Some are there.</summary>
    [Word("PARTIAL_FETCH")]
    public static partial ImageFetchStatus PartialFetch { get; }

    /// <summary>They could not be fetched: such an item has no picture to show.</summary>
    [Word("FETCH_FAILED")]
    public static partial ImageFetchStatus FetchFailed { get; }

    /// <summary>They are fetched again.</summary>
    [Word("OUTDATED")]
    public static partial ImageFetchStatus Outdated { get; }

    /// <summary>Not known.</summary>
    [Word("NO_STATUS")]
    public static partial ImageFetchStatus NoStatus { get; }
}
