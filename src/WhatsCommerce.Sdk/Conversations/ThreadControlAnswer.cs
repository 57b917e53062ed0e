namespace WhatsCommerce.Conversations;

/// <summary>The JSON of a successful answer: <c>{"messaging_product": "whatsapp"}</c>; some providers add <c>success</c>.</summary>
internal sealed record ThreadControlAnswer(string? MessagingProduct, bool? Success) : IGraphAnswer
{
    public bool IsComplete => Success ?? (MessagingProduct is not null);
}
