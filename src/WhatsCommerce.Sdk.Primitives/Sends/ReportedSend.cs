namespace WhatsCommerce;

/// <summary>
/// A message that a status reports: proof that Meta accepted it, whatever the status. Contains only hashes, apart from the message's id.
/// </summary>
public sealed class ReportedSend
{
    /// <summary>Initializes it with what a status contains and an <see cref="ISendLedger"/> needs to find the send.</summary>
    /// <param name="from">The number that sent it.</param>
    /// <param name="messageId">The id of the message.</param>
    /// <param name="callbackData">The callback data that the status returns.</param>
    /// <param name="recipients">The recipient, in each way in which the status contains it: by number, user id, group.</param>
    public ReportedSend(PhoneNumberId from, MessageId messageId, string callbackData, params ReadOnlySpan<Recipient> recipients)
    {
        ArgumentException.ThrowIfNullOrEmpty(callbackData);
        MessageId = messageId;
        Key = SendKey.TryFromCallbackData(from, callbackData, out SendKey key) ? key : null;
        CallbackDataHash = SendIntent.HashOf(from, callbackData);
        List<string> hashes = [];
        foreach (Recipient recipient in recipients)
        {
            if (recipient.Value is not null)
            {
                hashes.Add(SendIntent.HashOf(recipient));
            }
        }

        RecipientHashes = hashes;
    }

    /// <summary>Gets the id of the message.</summary>
    public MessageId MessageId { get; }

    /// <summary>Gets the key from which the callback data was made; <see langword="null"/> when it is the app's own.</summary>
    public SendKey? Key { get; }

    /// <summary>Gets the hash of the callback data, as in <see cref="SendIntent.CallbackDataHash"/>.</summary>
    public string CallbackDataHash { get; }

    /// <summary>Gets the hashes of the recipient, as in <see cref="SendIntent.RecipientHash"/>; empty when it contains none.</summary>
    public IReadOnlyList<string> RecipientHashes { get; }

    /// <summary>Returns the key, if there is one.</summary>
    public override string ToString() => $"{Key}";
}
