using System.Diagnostics.CodeAnalysis;

namespace WhatsCommerce.Catalogs;

/// <summary>Whether Meta could fetch the pictures of an item.</summary>
/// <remarks>An open value: a word that is not listed is kept. Source: Meta, ProductItem, <c>image_fetch_status</c>.</remarks>
public readonly record struct ImageFetchStatus
{
    /// <summary>Takes the word as Meta writes it.</summary>
    /// <param name="value">The word; null or blank means absent.</param>
    public ImageFetchStatus(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>They are there.</summary>
    public static ImageFetchStatus Fetched { get; } = new("FETCHED");

    /// <summary>They were uploaded.</summary>
    public static ImageFetchStatus DirectUpload { get; } = new("DIRECT_UPLOAD");

    /// <summary>Some are there.</summary>
    public static ImageFetchStatus PartialFetch { get; } = new("PARTIAL_FETCH");

    /// <summary>They could not be fetched: such an item has no picture to show.</summary>
    public static ImageFetchStatus FetchFailed { get; } = new("FETCH_FAILED");

    /// <summary>They are fetched anew.</summary>
    public static ImageFetchStatus Outdated { get; } = new("OUTDATED");

    /// <summary>Not known.</summary>
    public static ImageFetchStatus NoStatus { get; } = new("NO_STATUS");

    /// <summary>The word as Meta writes it, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether there is a word.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool HasValue => Value is not null;

    /// <summary>Whether it is one of those above.</summary>
    public bool IsKnown => Value is "FETCHED" or "DIRECT_UPLOAD" or "PARTIAL_FETCH" or "FETCH_FAILED" or "OUTDATED"
        or "NO_STATUS";

    /// <summary>Takes the word as Meta writes it.</summary>
    /// <param name="value">The word, such as <c>FETCHED</c>.</param>
    public static implicit operator ImageFetchStatus(string? value) => new(value);

    /// <summary>The word, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
