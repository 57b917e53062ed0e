namespace WhatsCommerce;

/// <summary>A message that a status reports: proof that Meta took it over, whatever the status. Holds hashes only, but for the message's id.</summary>
public sealed class ReportedSend
{
    /// <summary>Takes from a status what an <see cref="ISendLedger"/> finds the send by.</summary>
    /// <param name="from">The number that sent it.</param>
    /// <param name="messageId">The id of the message.</param>
    /// <param name="callbackData">The callback data that the status brings back.</param>
    /// <param name="recipients">The recipient, in each way in which the status names it: by number, user id, group.</param>
    public ReportedSend(PhoneNumberId from, MessageId messageId, string callbackData, params ReadOnlySpan<Recipient> recipients)
    {
        ArgumentException.ThrowIfNullOrEmpty(callbackData);
        MessageId = messageId;
        Key = SendKey.TryFromCallbackData(from, callbackData, out SendKey key) ? key : null;
        CallbackData = SendIntent.HashOf(from, callbackData);
        List<string> hashes = [];
        foreach (Recipient recipient in recipients)
        {
            if (recipient.Value is not null)
            {
                hashes.Add(SendIntent.HashOf(recipient));
            }
        }

        Recipients = hashes;
    }

    /// <summary>The id of the message.</summary>
    public MessageId MessageId { get; }

    /// <summary>The key that the callback data was made of; <see langword="null"/> when it is the app's own.</summary>
    public SendKey? Key { get; }

    /// <summary>The hash of the callback data, as in <see cref="SendIntent.CallbackData"/>.</summary>
    public string CallbackData { get; }

    /// <summary>The hashes of the recipient, as in <see cref="SendIntent.Recipient"/>; empty when the status names none.</summary>
    public IReadOnlyList<string> Recipients { get; }

    /// <summary>The key, where there is one.</summary>
    public override string ToString() => $"{Key}";
}
