namespace WhatsCommerce.Messages;

/// <summary>Identifies a campaign: the number that sends it, and your id.</summary>
public readonly record struct CampaignKey
{
    /// <summary>The maximum length of an id in characters.</summary>
    public static int MaxIdLength => 200;

    /// <summary>Initializes a key.</summary>
    /// <param name="from">The number that sends.</param>
    /// <param name="id">Your id of the campaign, at most <see cref="MaxIdLength"/> characters.</param>
    /// <exception cref="ArgumentException">The id is blank, too long, or has characters that cannot be stored.</exception>
    public CampaignKey(PhoneNumberId from, string id)
    {
        From = from;
        Id = Checked(id, nameof(id));
    }

    /// <summary>Gets the number that sends; absent for a test double of a client.</summary>
    public PhoneNumberId From { get; }

    /// <summary>Gets your id of the campaign.</summary>
    public string Id { get; }

    /// <summary>Returns the number and the id.</summary>
    public override string ToString() => $"{From}/{Id}";

    /// <summary>
    /// Gets the idempotency key of a send, which is the same for the message and its fallback. It contains both ids, because the same
    /// customers get several campaigns.
    /// </summary>
    internal string OnceKeyOf(string messageId) => SendKey.HashOf("campaign", Id, messageId);

    /// <summary>
    /// Gets the key of a fallback that is sent after a status reported that the message failed: both are sent, each once.
    /// </summary>
    internal string FallbackKeyOf(string messageId) => SendKey.HashOf("campaign fallback", Id, messageId);

    internal static string Checked(string id, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id, name);
        if (id.Length > MaxIdLength)
        {
            throw new ArgumentException(FormattableString.Invariant($"The id has more than {MaxIdLength} characters."), name);
        }

        return id.Contains('\0', StringComparison.Ordinal) || !Scalars.AreWhole(id)
            ? throw new ArgumentException("The id has a character that cannot be stored: U+0000, or half of a surrogate pair.", name)
            : id;
    }
}
