namespace WhatsCommerce.Storefronts;

/// <summary>Creates the view models of the page from the shop's data.</summary>
internal static class InboxViews
{
    public static InboxRow Of(CustomerConversation conversation, DateTimeOffset now) => new(
        conversation.Customer.ToString(),
        conversation.Name,
        conversation.To.Value,
        conversation.GetOwner(now).ToString(),
        conversation.GetOwner(now) == ConversationOwner.Human ? conversation.Assignee : null,
        conversation.Unread,
        conversation.WindowEndsAt?.ToUnixTimeMilliseconds() ?? 0,
        now.ToUnixTimeMilliseconds(),
        conversation.LastAt.ToUnixTimeMilliseconds(),
        conversation.LastAuthor.ToString(),
        conversation.LastKind,
        conversation.Preview,
        conversation.Version);

    public static InboxEntry Of(ConversationEntry entry) => new(
        entry.Id,
        entry.Sequence,
        entry.Kind.ToString(),
        entry.Author.ToString(),
        entry.By,
        entry.At.ToUnixTimeMilliseconds(),
        entry.Type,
        entry.RepliesTo.Value,
        entry.Content?.Header,
        entry.Content?.Text,
        entry.Content?.Footer,
        entry.Content?.Choices ?? [],
        entry.Content?.Link,
        entry.Content is null && entry.Type is "text" or null && entry.Kind != ConversationEntryKind.Event,
        [.. entry.Products.Select(Of)],
        TotalOf(entry),
        entry.About?.Name ?? entry.About?.RetailerId.Value,
        entry.Status,
        entry.Error,
        entry.OrderNumber,
        entry.Amount?.ToString());

    public static InboxOrder Of(Order order)
    {
        Money refundable = order.Paid - order.RefundsReserved;
        return new InboxOrder(
            order.Id.ToString(),
            order.Number,
            order.State.ToString(),
            order.Payment.ToString(),
            order.Quote.Total.ToString(),
            refundable.Amount > 0 ? refundable.ToString() : null,
            Math.Max(refundable.Amount, 0),
            order.Payment is OrderPaymentState.Due or OrderPaymentState.Pending
                && order.State is OrderState.AwaitingCheckout or OrderState.Placed or OrderState.Fulfilling or OrderState.Done);
    }

    public static InboxProduct Of(CatalogProduct product, DateTimeOffset now) => new(
        product.RetailerId.ToString(),
        product.Name,
        product.ImageUrl,
        product.GetPrice(now)?.ToString(),
        0,
        product.GroupId.Value,
        product.Variant);

    private static InboxProduct Of(ShownProduct product) => new(
        product.RetailerId.ToString(),
        product.Name ?? product.RetailerId.ToString(),
        product.ImageUrl,
        product.Price?.ToString(),
        product.Quantity,
        null,
        null);

    /// <summary>The total of a cart by the shown prices; null when they cannot be added.</summary>
    private static string? TotalOf(ConversationEntry entry)
    {
        ShownProduct[] lines = [.. entry.Products.Where(product => product.Quantity > 0)];
        return lines.Length > 0
            && lines.All(line => line.Price is not null)
            && lines.Select(line => line.Price!.Value.Currency).Distinct().Count() == 1
            ? lines.Select(line => line.Price!.Value * line.Quantity).Aggregate((sum, next) => sum + next).ToString()
            : null;
    }
}
