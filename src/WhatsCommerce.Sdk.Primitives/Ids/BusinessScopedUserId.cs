using System.Buffers;

namespace WhatsCommerce;

/// <summary>
/// The business-scoped user id (BSUID): the id by which a business portfolio knows a WhatsApp user, whether or not the user shares a phone
/// number.
/// </summary>
/// <remarks>
/// A country code, a dot and up to 128 letters or digits (<c>US.13491208655302741918</c>); parent ids have <c>ENT.</c> in between. It
/// belongs to one business portfolio: Meta rejects an id from another portfolio. A null, empty or blank value means absent, and equals
/// <see langword="default"/>. Source: Meta, business-messaging/whatsapp/business-scoped-user-ids.
/// </remarks>
[Id]
public readonly partial record struct BusinessScopedUserId
{
    private const int MaxIdentifierLength = 128;

    private static readonly SearchValues<char> LettersAndDigits =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>Gets a value indicating whether the id has the shape that Meta documents.</summary>
    public bool IsWellFormed => LooksLikeUserId(Value);

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
