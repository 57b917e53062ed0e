namespace WhatsCommerce.Messages;

/// <summary>Represents a message that Meta accepted.</summary>
public sealed class SentMessage
{
    /// <summary>The id of the message, which its statuses and the customer's replies contain.</summary>
    public MessageId Id => Receipt.Id;

    /// <summary>The recipient.</summary>
    public required Recipient To { get; init; }

    /// <summary>The number that sent it.</summary>
    public required PhoneNumberId From { get; init; }

    /// <summary>
    /// The content; its <see cref="OutboundMessage.Kind"/> and <see cref="OutboundMessage.Products"/> say what was shown.
    /// </summary>
    public required OutboundMessage Message { get; init; }

    /// <summary>The options of the send, such as the callback data; <see langword="null"/> if there were none.</summary>
    public SendOptions? Options { get; init; }

    /// <summary>Meta's response.</summary>
    public required MessageReceipt Receipt { get; init; }

    /// <summary>The account that the client was created for; <see langword="null"/> for a client from the service provider.</summary>
    public WhatsCommerceAccount? Account { get; init; }

    /// <summary>When the response was read.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>
    /// Whether an earlier call sent it, and this call got the receipt from the ledger by its <see cref="SendOptions.OnceKey"/>. Observers
    /// may have seen the message then, unless the process crashed or the receipt came later with a status: recognize it by its
    /// <see cref="Id"/>.
    /// </summary>
    public bool WasSentBefore { get; init; }

    /// <summary>Kind and end of the id; the recipient's number is hidden.</summary>
    public override string ToString() => $"{Message.Kind} {Id.Masked} to {To}";
}
