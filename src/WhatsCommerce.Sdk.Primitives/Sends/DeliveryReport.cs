namespace WhatsCommerce;

/// <summary>Represents the status of a message. Contains only hashes, because a message id contains the customer's number.</summary>
public sealed class DeliveryReport
{
    /// <summary>Initializes a report.</summary>
    /// <param name="from">The number that sent the message.</param>
    /// <param name="messageId">The id of the message.</param>
    /// <param name="callbackData">The callback data that the status returns; <see langword="null"/> for none.</param>
    /// <param name="progress">The delivery progress.</param>
    /// <param name="at">The time of the status.</param>
    /// <param name="errorCode">The error code of a failed message.</param>
    public DeliveryReport(
        PhoneNumberId from,
        MessageId messageId,
        string? callbackData,
        DeliveryProgress progress,
        DateTimeOffset at,
        int? errorCode = null)
    {
        From = from;
        MessageHash = HashOf(messageId);
        SendHash = SendKey.TryFromCallbackData(from, callbackData, out SendKey key) ? key.Hash : null;
        Progress = progress;
        At = at;
        ErrorCode = progress == DeliveryProgress.Failed ? errorCode : null;
    }

    /// <summary>Gets the number that sent the message.</summary>
    public PhoneNumberId From { get; }

    /// <summary>Gets the <see cref="SendKey.Hash"/> of the send; <see langword="null"/> when the callback data is the app's own.</summary>
    public string? SendHash { get; }

    /// <summary>Gets the hash of the message's id.</summary>
    public string MessageHash { get; }

    /// <summary>Gets the delivery progress.</summary>
    public DeliveryProgress Progress { get; }

    /// <summary>Gets the time.</summary>
    public DateTimeOffset At { get; }

    /// <summary>Gets the error code; <see langword="null"/> unless the message failed with one.</summary>
    public int? ErrorCode { get; }

    /// <summary>Returns the hash of a message's id.</summary>
    /// <param name="messageId">The id.</param>
    public static string HashOf(MessageId messageId) => SendKey.HashOf(messageId.Value);

    /// <summary>Returns the progress.</summary>
    public override string ToString() => Progress.ToString();
}
