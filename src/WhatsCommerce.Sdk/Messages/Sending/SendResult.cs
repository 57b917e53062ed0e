namespace WhatsCommerce.Messages;

/// <summary>The result of the send to one of many recipients.</summary>
public sealed class SendResult
{
    internal SendResult(long index, Recipient to, MessageReceipt receipt)
    {
        Index = index;
        To = to;
        Receipt = receipt;
        Outcome = SendOutcome.Sent;
    }

    internal SendResult(long index, Recipient to, Exception exception)
    {
        Index = index;
        To = to;
        Exception = exception;
        Outcome = exception is OutcomeUnknownException or SendCanceledException ? SendOutcome.Unknown : SendOutcome.NotSent;
    }

    /// <summary>The place of the recipient in the sequence, from 0. Results come in the order in which sends end.</summary>
    public long Index { get; }

    /// <summary>The recipient.</summary>
    public Recipient To { get; }

    /// <summary>The outcome.</summary>
    public SendOutcome Outcome { get; }

    /// <summary>The receipt; <see langword="null"/> unless the message was sent.</summary>
    public MessageReceipt? Receipt { get; }

    /// <summary>
    /// Why the message was not sent, or why its outcome is unknown: a <see cref="GraphException"/>, a
    /// <see cref="WhatsCommerceValidationException"/>, an <see cref="OperationCanceledException"/>, or the exception of a token provider;
    /// <see langword="null"/> for a message that was sent.
    /// </summary>
    public Exception? Exception { get; }

    /// <summary>Index and outcome; the recipient's number is hidden.</summary>
    public override string ToString() => FormattableString.Invariant($"{Index}: {Outcome} to {To}");
}
