namespace WhatsCommerce;

/// <summary>The recipient of a message: a phone number, a business-scoped user id or a group.</summary>
/// <remarks>
/// The conversion from a string never throws: text that is neither a number nor a user id becomes a violation at <c>to</c> when a message
/// is sent to it. A number keeps its <c>+</c> or the lack of one, since the <c>wa_id</c> of a webhook is sent back as received; write the
/// <c>+</c> in numbers of your own, and parse those of people in one country with <see cref="PhoneNumber.Parse(string, string)"/>.
/// <see cref="ToString"/> masks a phone number. Source: Meta, messages API reference.
/// </remarks>
public readonly record struct Recipient
{
    private Recipient(RecipientKind kind, string? value, string? problem = null)
    {
        Kind = kind;
        Value = value;
        Problem = problem;
    }

    /// <summary>Gets the kind of address.</summary>
    public RecipientKind Kind { get; }

    /// <summary>Gets the address as it is sent; <see langword="null"/> when <see cref="Kind"/> is None or Invalid.</summary>
    public string? Value { get; }

    /// <summary>
    /// Gets why this is not an address and what to write instead, without the text itself; <see langword="null"/> for a valid one.
    /// </summary>
    public string? Problem { get; }

    /// <summary>
    /// Converts a phone number (<c>+1 650 555 1234</c>), a WhatsApp id (<c>16505551234</c>) or a user id (<c>US.1349...</c>).
    /// </summary>
    /// <param name="value">The address; never throws, see <see cref="Problem"/>.</param>
    public static implicit operator Recipient(string? value) => FromString(value);

    /// <summary>Converts a phone number.</summary>
    /// <param name="number">The number.</param>
    public static implicit operator Recipient(PhoneNumber number) => FromPhoneNumber(number);

    /// <summary>Converts a business-scoped user id.</summary>
    /// <param name="userId">The id.</param>
    public static implicit operator Recipient(BusinessScopedUserId userId) => FromUserId(userId);

    /// <summary>
    /// Creates a recipient from the text of a phone number, a WhatsApp id or a user id; never throws, see <see cref="Problem"/>.
    /// </summary>
    /// <param name="value">The address.</param>
    public static Recipient FromString(string? value)
    {
        ReadOnlySpan<char> text = value.AsSpan().Trim();
        if (text.IsEmpty)
        {
            return default;
        }

        if (BusinessScopedUserId.LooksLikeUserId(text))
        {
            return new(RecipientKind.User, text.ToString());
        }

        if (PhoneNumber.TryParse(value, out PhoneNumber number, out string? problem))
        {
            return new(RecipientKind.PhoneNumber, text.Contains('+') ? number.E164 : number.Digits);
        }

        return char.IsAsciiLetter(text[0])
            ? new(RecipientKind.Invalid, null,
                "A recipient is a phone number such as +16505551234 or a business-scoped user id such as US.13491208655302741918; "
                + "a group is addressed with Recipient.Group(...).")
            : new(RecipientKind.Invalid, null, problem);
    }

    /// <summary>Creates a recipient from a customer's WhatsApp id in a webhook, which is sent back unchanged.</summary>
    /// <param name="waId">Digits; any other text is treated as in <see cref="FromString"/>.</param>
    public static Recipient FromWaId(string? waId) => string.IsNullOrEmpty(waId) || waId.AsSpan().ContainsAnyExceptInRange('0', '9')
        ? FromString(waId)
        : new(RecipientKind.PhoneNumber, waId);

    /// <summary>Creates a recipient from a phone number.</summary>
    /// <param name="number">The number; <see langword="default"/> creates no recipient.</param>
    public static Recipient FromPhoneNumber(PhoneNumber number) =>
        number.HasValue ? new(RecipientKind.PhoneNumber, number.E164) : default;

    /// <summary>Creates a recipient from a business-scoped user id.</summary>
    /// <param name="userId">The id; one of another shape becomes a violation when a message is sent to it.</param>
    public static Recipient FromUserId(BusinessScopedUserId userId) => userId switch
    {
        { HasValue: false } => default,
        { IsWellFormed: true } => new(RecipientKind.User, userId.Value),
        _ => new(RecipientKind.Invalid, null,
            "A business-scoped user id is a country code, a dot and up to 128 letters or digits, such as US.13491208655302741918."),
    };

    /// <summary>Creates a recipient from a group.</summary>
    /// <param name="groupId">The id of the group; an absent id creates no recipient.</param>
    public static Recipient Group(GroupId groupId) => groupId.HasValue ? new(RecipientKind.Group, groupId.Value) : default;

    /// <summary>Returns the address, with a phone number masked except for its last four digits.</summary>
    public override string ToString() => Kind switch
    {
        RecipientKind.PhoneNumber => PhoneNumber.Mask(Value),
        RecipientKind.User or RecipientKind.Group => Value!,
        RecipientKind.Invalid => "(not a recipient)",
        _ => "(no recipient)",
    };
}
