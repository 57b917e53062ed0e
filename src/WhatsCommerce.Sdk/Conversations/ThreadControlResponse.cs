namespace WhatsCommerce.Conversations;

/// <summary>The JSON of a successful response: <c>{"messaging_product": "whatsapp"}</c>; some providers add <c>success</c>.</summary>
internal sealed record ThreadControlResponse(string? MessagingProduct, bool? Success) : IGraphResponse
{
    public bool IsComplete => Success ?? (MessagingProduct is not null);
}
