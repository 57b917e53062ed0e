namespace WhatsCommerce;

/// <summary>That a customer wants no more marketing messages, or wants them again. Contains only hashes of the customer's ids.</summary>
public sealed class MarketingPreference
{
    /// <summary>Initializes a preference.</summary>
    /// <param name="from">The business's number to which the customer said so.</param>
    /// <param name="isStopped">Whether the customer wants no more.</param>
    /// <param name="at">When. Of two preferences the later one counts.</param>
    /// <param name="customer">The customer, in each way that is known: by number, by user id.</param>
    public MarketingPreference(
        PhoneNumberId from, bool isStopped, DateTimeOffset at, params ReadOnlySpan<Recipient> customer)
    {
        From = from;
        IsStopped = isStopped;
        At = at;
        List<string> hashes = [];
        foreach (Recipient recipient in customer)
        {
            if (recipient.Value is not null)
            {
                hashes.Add(SendIntent.HashOf(recipient));
            }
        }

        RecipientHashes = hashes;
    }

    /// <summary>Gets the business's number.</summary>
    public PhoneNumberId From { get; }

    /// <summary>Gets a value indicating whether the customer wants no more marketing messages.</summary>
    public bool IsStopped { get; }

    /// <summary>Gets the time.</summary>
    public DateTimeOffset At { get; }

    /// <summary>Gets the hashes of the customer's ids: <see cref="SendIntent.HashOf(Recipient)"/>.</summary>
    public IReadOnlyList<string> RecipientHashes { get; }

    /// <summary>Returns whether it is a stop.</summary>
    public override string ToString() => IsStopped ? "stop" : "resume";
}
