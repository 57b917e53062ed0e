using System.Diagnostics.CodeAnalysis;

namespace WhatsCommerce;

/// <summary>The id of a media file that was uploaded to Meta, or that a customer sent.</summary>
/// <remarks>
/// Opaque, and valid for a limited time only. A null, empty or blank value means absent, and equals <see langword="default"/>.
/// </remarks>
public readonly record struct MediaId
{
    /// <summary>Initializes the id from its text.</summary>
    /// <param name="value">The id as Meta prints it.</param>
    public MediaId(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>Gets the id; <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Gets a value indicating whether there is an id.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool HasValue => Value is not null;

    /// <summary>Converts a text to an id.</summary>
    /// <param name="value">The id as Meta prints it.</param>
    public static implicit operator MediaId(string? value) => new(value);

    /// <summary>Returns the id, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
