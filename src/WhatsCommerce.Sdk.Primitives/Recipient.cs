namespace WhatsCommerce;

/// <summary>Whom a message is for: a phone number, a business-scoped user id or a group.</summary>
/// <remarks>
/// Made from a string it never throws: what is neither a number nor a user id becomes a violation at <c>to</c> when a message is
/// sent to it. A number keeps its <c>+</c> or the lack of one, since a <c>wa_id</c> of a webhook is sent back as it came; write
/// the <c>+</c> in numbers of your own, and read those of people in one country with <see cref="PhoneNumber.Parse(string, string)"/>.
/// <see cref="ToString"/> hides a phone number. Source: Meta, messages API reference.
/// </remarks>
public readonly record struct Recipient
{
    private Recipient(RecipientKind kind, string? value, string? problem = null)
    {
        Kind = kind;
        Value = value;
        Problem = problem;
    }

    /// <summary>What kind of address this is.</summary>
    public RecipientKind Kind { get; }

    /// <summary>The address as it goes over the wire; <see langword="null"/> when <see cref="Kind"/> is None or Invalid.</summary>
    public string? Value { get; }

    /// <summary>Why this is no address and what to write instead, without the text itself; <see langword="null"/> for a good one.</summary>
    public string? Problem { get; }

    /// <summary>Takes a phone number (<c>+1 650 555 1234</c>), a WhatsApp id (<c>16505551234</c>) or a user id (<c>US.1349...</c>).</summary>
    /// <param name="value">The address; never throws, see <see cref="Problem"/>.</param>
    public static implicit operator Recipient(string? value) => FromString(value);

    /// <summary>Takes a phone number.</summary>
    /// <param name="number">The number.</param>
    public static implicit operator Recipient(PhoneNumber number) => FromPhoneNumber(number);

    /// <summary>Takes a business-scoped user id.</summary>
    /// <param name="userId">The id.</param>
    public static implicit operator Recipient(BusinessScopedUserId userId) => FromUserId(userId);

    /// <summary>Takes a phone number, a WhatsApp id or a user id from a text; never throws, see <see cref="Problem"/>.</summary>
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
                "A recipient is a phone number such as +16505551234 or a business-scoped user id such as US.13491208655302741918; a group is addressed with Recipient.Group(...).")
            : new(RecipientKind.Invalid, null, problem);
    }

    /// <summary>Takes the WhatsApp id of a customer as a webhook gave it, so that it goes back as it came.</summary>
    /// <param name="waId">Digits; any other text is taken as <see cref="FromString"/> takes it.</param>
    public static Recipient FromWaId(string? waId) => string.IsNullOrEmpty(waId) || waId.AsSpan().ContainsAnyExceptInRange('0', '9')
        ? FromString(waId)
        : new(RecipientKind.PhoneNumber, waId);

    /// <summary>Takes a phone number.</summary>
    /// <param name="number">The number; <see langword="default"/> gives no recipient.</param>
    public static Recipient FromPhoneNumber(PhoneNumber number) =>
        number.HasValue ? new(RecipientKind.PhoneNumber, number.E164) : default;

    /// <summary>Takes a business-scoped user id.</summary>
    /// <param name="userId">The id; one of another shape becomes a violation when a message is sent to it.</param>
    public static Recipient FromUserId(BusinessScopedUserId userId) => userId switch
    {
        { HasValue: false } => default,
        { IsWellFormed: true } => new(RecipientKind.User, userId.Value),
        _ => new(RecipientKind.Invalid, null,
            "A business-scoped user id is a country code, a dot and up to 128 letters or digits, such as US.13491208655302741918."),
    };

    /// <summary>Takes a group.</summary>
    /// <param name="groupId">The id of the group; absent gives no recipient.</param>
    public static Recipient Group(GroupId groupId) => groupId.HasValue ? new(RecipientKind.Group, groupId.Value) : default;

    /// <summary>The address with a phone number hidden but for its last four digits.</summary>
    public override string ToString() => Kind switch
    {
        RecipientKind.PhoneNumber => PhoneNumber.Mask(Value),
        RecipientKind.User or RecipientKind.Group => Value!,
        RecipientKind.Invalid => "(not a recipient)",
        _ => "(no recipient)",
    };
}
