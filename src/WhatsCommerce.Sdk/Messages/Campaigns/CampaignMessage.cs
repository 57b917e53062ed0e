namespace WhatsCommerce.Messages;

/// <summary>Represents a message of a campaign, with an id of yours under which its progress is stored.</summary>
public sealed class CampaignMessage : AddressedMessage
{
    /// <summary>The maximum length of an id in characters.</summary>
    public static int MaxIdLength => CampaignKey.MaxIdLength;

    /// <summary>Initializes a message.</summary>
    /// <param name="id">
    /// Your id of this message within the campaign: the same each time that the campaign is run, such as the key of the customer's row. It
    /// is stored unchanged, so do not use a phone number. At most <see cref="MaxIdLength"/> characters.
    /// </param>
    /// <param name="to">The recipient; an invalid one is counted as not sent.</param>
    /// <param name="message">
    /// The content, which must also be the same each time. Build it from data that does not change, without the time of day.
    /// </param>
    /// <exception cref="ArgumentException">The id is blank, too long, or has characters that cannot be stored.</exception>
    public CampaignMessage(string id, Recipient to, OutboundMessage message)
        : base(to, message) => Id = CampaignKey.Checked(id, nameof(id));

    /// <summary>Your id of the message.</summary>
    public string Id { get; }
}
