using System.Diagnostics.CodeAnalysis;

namespace WhatsCommerce.Catalogs;

/// <summary>The id under which Meta knows an item. Digits; not the retailer id, which messages name.</summary>
/// <remarks>A null, empty or blank value means absent, and equals <see langword="default"/>.</remarks>
public readonly record struct ProductId
{
    /// <summary>Takes the id from its text.</summary>
    /// <param name="value">The id as Meta prints it.</param>
    public ProductId(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>The id, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether there is an id.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool HasValue => Value is not null;

    /// <summary>Takes the id from its text.</summary>
    /// <param name="value">The id as Meta prints it.</param>
    public static implicit operator ProductId(string? value) => new(value);

    /// <summary>The id itself, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
