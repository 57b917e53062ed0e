using System.Diagnostics.CodeAnalysis;

namespace WhatsCommerce;

/// <summary>The id of a business phone number, from which messages are sent (not the number itself).</summary>
/// <remarks>
/// Digits. Shown in the App Dashboard under WhatsApp &gt; API Setup, and in every webhook's <c>metadata</c>.
/// A null, empty or blank value means absent, and equals <see langword="default"/>.
/// </remarks>
public readonly record struct PhoneNumberId
{
    /// <summary>Initializes the id from its text.</summary>
    /// <param name="value">The id as Meta prints it.</param>
    public PhoneNumberId(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>Gets the id; <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Gets a value indicating whether there is an id.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool HasValue => Value is not null;

    /// <summary>Converts a text to an id.</summary>
    /// <param name="value">The id as Meta prints it.</param>
    public static implicit operator PhoneNumberId(string? value) => new(value);

    /// <summary>Returns the id, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
