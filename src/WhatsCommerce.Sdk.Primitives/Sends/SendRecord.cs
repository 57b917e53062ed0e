namespace WhatsCommerce;

/// <summary>Represents the state of the send under a key in an <see cref="ISendLedger"/>.</summary>
public sealed class SendRecord
{
    /// <summary>Gets the answer that the key was free and the intent is now stored.</summary>
    public static SendRecord Begun { get; } = new() { State = SendState.Begun };

    /// <summary>Gets the answer that another sender is sending the message now; nothing more is known yet.</summary>
    public static SendRecord UnderWay { get; } = new() { State = SendState.UnderWay };

    /// <summary>Gets the state of the send.</summary>
    public required SendState State { get; init; }

    /// <summary>Gets the <see cref="SendIntent.RecipientHash"/> of the send; <see langword="null"/> when it is not known.</summary>
    public string? RecipientHash { get; init; }

    /// <summary>Gets the <see cref="SendIntent.ContentHash"/> of the send; <see langword="null"/> when it is not known.</summary>
    public string? ContentHash { get; init; }

    /// <summary>Gets the id of the message that was sent; absent otherwise.</summary>
    public MessageId MessageId { get; init; }

    /// <summary>
    /// Gets the receipt that was passed to <see cref="ISendLedger.CompleteAsync"/>; empty when a status or a person reported the id.
    /// </summary>
    public ReadOnlyMemory<byte> Receipt { get; init; }

    /// <summary>Gets the time at which the send reached that state.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>Returns the state.</summary>
    public override string ToString() => State.ToString();
}
