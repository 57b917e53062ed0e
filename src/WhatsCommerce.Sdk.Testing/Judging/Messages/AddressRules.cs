namespace WhatsCommerce.Testing.Judging.Messages;

/// <summary>
/// Validates the recipient of a message: <c>to</c> (a phone number, or a group), or <c>recipient</c> (a business-scoped user id).
/// </summary>
internal static class AddressRules
{
    private const string Malformed = "The phone number is malformed: Please use the format: +1234567890.";

    private static readonly SearchValues<char> LettersAndDigits =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private static readonly FrozenSet<string> CodesOfTwoDigits = ToSet(
        "20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 "
            + "92 93 94 95 98");

    private static readonly FrozenSet<string> CountriesThatKeepZeros = ToSet("39 378 379 225 226 227 229 241 242 250 881 992");

    public static Refusal? Judge(JsonElement? request, string senderDigits, out Address address)
    {
        address = default;
        string kind = request.TextMember("recipient_type") ?? "individual";
        if (request.Member("recipient_type") is not null && kind is not ("individual" or "group"))
        {
            return Refusals.NotOneOf("recipient_type", "GROUP, INDIVIDUAL", kind);
        }

        string? to = request.TextMember("to");
        if (kind == "group" && !string.IsNullOrWhiteSpace(to))
        {
            address = new(AddressKind.Group, to, to);
            return null;
        }

        return JudgeCustomer("to", to, request.TextMember("recipient"), senderDigits, out address);
    }

    /// <summary>Reads a customer, by phone number or by user id; if both are present, the phone number takes precedence.</summary>
    /// <param name="name">The parameter of the phone number.</param>
    /// <param name="phone">The phone number.</param>
    /// <param name="userId">The user id, of the parameter <c>recipient</c>.</param>
    /// <param name="senderDigits">The digits of the number of the business.</param>
    /// <param name="address">The customer.</param>
    public static Refusal? JudgeCustomer(string name, string? phone, string? userId, string senderDigits, out Address address)
    {
        address = default;
        if (!string.IsNullOrWhiteSpace(phone))
        {
            return JudgePhone(phone, senderDigits, out address);
        }

        if (string.IsNullOrWhiteSpace(userId))
        {
            return Refusals.Required(name);
        }

        address = new(AddressKind.User, userId, userId);
        return IsUserId(userId)
            ? null
            : Refusals.Invalid("The parameter recipient is not a business-scoped user id, such as US.13491208655302741918.");
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
            return Refusals.InvalidParameter("A phone number must not start with 00: use + and the country code.");
        }

        // No country code starts with 0, and few countries have numbers that do.
        if (count < Limits.MinPhoneDigits || digits[0] == '0' || HasZeroAfterCountry(digits))
        {
            return Refusals.Invalid(Malformed);
        }

        address = new(AddressKind.Phone, to, digits.ToString());
        return address.Value == senderDigits ? Refusals.SenderIsRecipient() : null;
    }

    // The 0 in +44 (0)20 is dialed only within the country; no number exists with it. Source: ITU-T E.164, assigned country codes.
    private static bool HasZeroAfterCountry(ReadOnlySpan<char> digits)
    {
        int code = digits[0] is '1' or '7' ? 1 : CodesOfTwoDigits.Contains(digits[..2].ToString()) ? 2 : 3;
        return digits[code] == '0' && !CountriesThatKeepZeros.Contains(digits[..code].ToString());
    }

    private static FrozenSet<string> ToSet(string codes) => codes.Split(' ').ToFrozenSet(StringComparer.Ordinal);

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
