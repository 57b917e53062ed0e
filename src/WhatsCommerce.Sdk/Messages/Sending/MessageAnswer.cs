namespace WhatsCommerce.Messages;

/// <summary>The JSON of a successful answer to a send.</summary>
internal sealed record MessageAnswer(IReadOnlyList<MessageAnswer.Contact>? Contacts, IReadOnlyList<MessageAnswer.Message>? Messages)
{
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

    internal sealed record Contact(string? Input, string? WaId, string? UserId);

    internal sealed record Message(string? Id, string? MessageStatus);
}
