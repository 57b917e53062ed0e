using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace WhatsCommerce;

/// <summary>
/// The business-scoped user id (BSUID): the id by which a business portfolio knows a WhatsApp user, whether or not the user shares a phone
/// number.
/// </summary>
/// <remarks>
/// A country code, a dot and up to 128 letters or digits (<c>US.13491208655302741918</c>); parent ids have <c>ENT.</c> in between. It
/// belongs to one business portfolio: Meta refuses an id from another portfolio. A null, empty or blank value means absent, and equals
/// <see langword="default"/>. Source: Meta, business-messaging/whatsapp/business-scoped-user-ids.
/// </remarks>
public readonly record struct BusinessScopedUserId
{
    private const int MaxIdentifierLength = 128;

    private static readonly SearchValues<char> LettersAndDigits =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>Initializes the id from its text.</summary>
    /// <param name="value">The id as Meta prints it.</param>
    public BusinessScopedUserId(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>Gets the id; <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Gets a value indicating whether there is an id.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool HasValue => Value is not null;

    /// <summary>Gets a value indicating whether the id has the shape that Meta documents.</summary>
    public bool IsWellFormed => LooksLikeUserId(Value);

    /// <summary>Converts a text to an id.</summary>
    /// <param name="value">The id as Meta prints it.</param>
    public static implicit operator BusinessScopedUserId(string? value) => new(value);

    /// <summary>Returns the id, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";

    internal static bool LooksLikeUserId(ReadOnlySpan<char> text)
    {
        if (text is not [>= 'A' and <= 'Z', >= 'A' and <= 'Z', '.', .. ReadOnlySpan<char> identifier])
        {
            return false;
        }

        if (identifier.StartsWith("ENT.", StringComparison.Ordinal))
        {
            identifier = identifier["ENT.".Length..];
        }

        return identifier.Length is > 0 and <= MaxIdentifierLength && !identifier.ContainsAnyExcept(LettersAndDigits);
    }
}
