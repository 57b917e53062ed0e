namespace WhatsCommerce;

/// <summary>What an <see cref="ISendLedger"/> knows of the send under a key.</summary>
public sealed class SendRecord
{
    /// <summary>The key was free: the intent is stored now.</summary>
    public static SendRecord Begun { get; } = new() { State = SendState.Begun };

    /// <summary>Somebody else is sending just now; more is not known yet.</summary>
    public static SendRecord UnderWay { get; } = new() { State = SendState.UnderWay };

    /// <summary>How it stands.</summary>
    public required SendState State { get; init; }

    /// <summary><see cref="SendIntent.Recipient"/> of the send; <see langword="null"/> where it is not known.</summary>
    public string? Recipient { get; init; }

    /// <summary><see cref="SendIntent.Content"/> of the send; <see langword="null"/> where it is not known.</summary>
    public string? Content { get; init; }

    /// <summary>The id of the message that was sent; absent otherwise.</summary>
    public MessageId MessageId { get; init; }

    /// <summary>The receipt as it was given to <see cref="ISendLedger.CompleteAsync"/>; empty when a status or a person told the id.</summary>
    public ReadOnlyMemory<byte> Receipt { get; init; }

    /// <summary>When it came to that state.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>The state.</summary>
    public override string ToString() => State.ToString();
}
