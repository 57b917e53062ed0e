using System.Buffers;
using System.Text.Json;

namespace WhatsCommerce.Testing.Judging;

/// <summary>Whom a message is for: <c>to</c> (a phone number, or a group), or <c>recipient</c> (a business-scoped user id).</summary>
internal static class AddressRules
{
    private const string Malformed = "The phone number is malformed: Please use the format: +1234567890.";

    private static readonly SearchValues<char> LettersAndDigits =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    public static Refusal? Judge(JsonElement? request, string senderDigits, out Address address)
    {
        address = default;
        string kind = request.TextMember("recipient_type") ?? "individual";
        if (request.Member("recipient_type") is not null && kind is not ("individual" or "group"))
        {
            return Refusals.NotOneOf("recipient_type", "GROUP, INDIVIDUAL", kind);
        }

        string? to = request.TextMember("to");
        string? recipient = request.TextMember("recipient");
        if (string.IsNullOrWhiteSpace(to) && string.IsNullOrWhiteSpace(recipient))
        {
            return Refusals.Required("to");
        }

        // Where both are given, "to" wins.
        if (string.IsNullOrWhiteSpace(to))
        {
            address = new(AddressKind.User, recipient!, recipient!);
            return IsUserId(recipient)
                ? null
                : Refusals.Invalid("The parameter recipient is not a business-scoped user id, such as US.13491208655302741918.");
        }

        if (kind == "group")
        {
            address = new(AddressKind.Group, to, to);
            return null;
        }

        return JudgePhone(to, senderDigits, out address);
    }

    private static Refusal? JudgePhone(string to, string senderDigits, out Address address)
    {
        address = default;
        Span<char> digits = stackalloc char[Limits.MaxPhoneDigits];
        int count = 0;
        foreach (char c in to)
        {
            if (char.IsAsciiDigit(c))
            {
                if (count == digits.Length)
                {
                    return Refusals.Invalid(Malformed);
                }

                digits[count++] = c;
            }
            else if (c is not (' ' or '-' or '.' or '(' or ')') && !(c == '+' && count == 0))
            {
                return Refusals.Invalid(Malformed);
            }
        }

        digits = digits[..count];
        if (digits is ['0', '0', ..])
        {
            return Refusals.InvalidParameter("A phone number does not start with 00: write + and the country code.");
        }

        // No country code starts with 0.
        if (count < Limits.MinPhoneDigits || digits[0] == '0')
        {
            return Refusals.Invalid(Malformed);
        }

        address = new(AddressKind.Phone, to, digits.ToString());
        return address.Value == senderDigits ? Refusals.SenderIsRecipient() : null;
    }

    private static bool IsUserId(ReadOnlySpan<char> text)
    {
        if (text is not [>= 'A' and <= 'Z', >= 'A' and <= 'Z', '.', .. var id])
        {
            return false;
        }

        if (id.StartsWith("ENT.", StringComparison.Ordinal))
        {
            id = id[4..];
        }

        return id.Length is > 0 and <= Limits.UserId && !id.ContainsAnyExcept(LettersAndDigits);
    }
}
