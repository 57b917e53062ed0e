namespace WhatsCommerce.Messages;

/// <summary>The JSON of a successful answer to a send.</summary>
/// <remarks>Settable members and arrays: the serializer fills them several times faster than constructors and interfaces.</remarks>
internal sealed class MessageAnswer
{
    public Contact[]? Contacts { get; set; }

    public Message[]? Messages { get; set; }

    public bool NamesMessage => Messages is [{ Id.Length: > 0 }, ..];

    public MessageReceipt ToReceipt()
    {
        Contact? contact = Contacts is [Contact first, ..] ? first : null;
        Message message = Messages![0];
        return new MessageReceipt
        {
            Id = message.Id,
            Status = message.MessageStatus,
            Input = contact?.Input,
            WaId = contact?.WaId,
            UserId = contact?.UserId,
        };
    }

    internal sealed class Contact
    {
        public string? Input { get; set; }

        public string? WaId { get; set; }

        public string? UserId { get; set; }
    }

    internal sealed class Message
    {
        public string? Id { get; set; }

        public string? MessageStatus { get; set; }
    }
}
