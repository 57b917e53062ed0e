namespace WhatsCommerce.Storefronts;

/// <summary>Creates the texts of notifications.</summary>
internal sealed class AdminNoticeTexts(ShopServices shop, AdminNoticeOptions options, Texts texts, ShopRooms? rooms)
{
    private const int LongestQuestion = 500;
    private const int LongestReason = 300;
    private const int RoomForLines = 700;

    /// <summary>Creates a notification; null when it is no longer relevant.</summary>
    public async Task<AdminNotice?> WriteAsync(StorefrontEvent told, CancellationToken cancellationToken) => told switch
    {
        ProductAsked asked => OfQuestion(asked),
        HumanRequested requested => new AdminNotice
        {
            Kind = AdminNoticeKinds.HumanRequests,
            Event = told,
            Text = Get(
                StorefrontText.NoticeHuman,
                ("customer", NameOf(requested.To)),
                ("reason", Cut(requested.Reason ?? requested.Cause.ToString(), LongestReason))),
        },
        CartReceived received => await OfCartAsync(received, cancellationToken).ConfigureAwait(false),
        OrderStoryEvent story => await OfOrderAsync(story, cancellationToken).ConfigureAwait(false),
        _ => null,
    };

    private AdminNotice OfQuestion(ProductAsked asked) => new()
    {
        Kind = AdminNoticeKinds.Questions,
        Event = asked,
        RetailerId = asked.RetailerId,
        ProductName = asked.ProductName,
        Text = Get(
            StorefrontText.NoticeQuestion,
            ("customer", NameOf(asked.To)),
            ("product_name", asked.ProductName ?? asked.RetailerId.ToString()),
            ("product_id", asked.RetailerId.ToString()),
            ("question", Cut(asked.Question ?? "-", LongestQuestion))),
    };

    private async Task<AdminNotice?> OfCartAsync(CartReceived received, CancellationToken cancellationToken)
    {
        Cart? cart = await shop.Store.FindCartAsync(shop.ShopId, received.CartId, cancellationToken).ConfigureAwait(false);
        if (cart is null)
        {
            return null;
        }

        PricedCart? priced = rooms is null ? null : await rooms.CartLock.PreviewAsync(cart, cancellationToken).ConfigureAwait(false);
        string summary = priced is { Problems.Count: 0, Quote: Quote quote }
            ? SummaryText.Of(quote, texts, options.Language, RoomForLines)
            : SummaryText.Lines(
                [.. cart.Lines.Select(line => $"{line.Quantity.ToString(CultureInfo.InvariantCulture)} x {line.RetailerId}")],
                texts,
                options.Language,
                RoomForLines);
        return new AdminNotice
        {
            Kind = AdminNoticeKinds.Carts,
            Event = received,
            Text = Get(
                StorefrontText.NoticeCart,
                ("customer", NameOf(cart.To)),
                ("summary", summary),
                ("count", cart.Lines.Count.ToString(CultureInfo.InvariantCulture))),
        };
    }

    private async Task<AdminNotice?> OfOrderAsync(OrderStoryEvent story, CancellationToken cancellationToken)
    {
        Order? order = await shop.Store.FindOrderAsync(shop.ShopId, story.OrderId, cancellationToken).ConfigureAwait(false);
        if (order is null)
        {
            return null;
        }

        (string, string) number = ("order_number", order.Number);
        (string, string) customer = ("customer", NameOf(order.To));
        (string, string) total = ("cart_total", order.Quote.Total.ToString());
        string? text = story switch
        {
            OrderPlaced => Get(
                StorefrontText.NoticeOrder,
                number,
                customer,
                total,
                ("summary", SummaryText.Of(order.Quote, texts, options.Language, RoomForLines))),
            OrderNeedsReview review =>
                Get(StorefrontText.NoticeReview, number, customer, total, ("reason", review.Reason.ToString())),
            _ => null,
        };
        return text is null
            ? null
            : new AdminNotice
            {
                Kind = story is OrderPlaced ? AdminNoticeKinds.Orders : AdminNoticeKinds.Reviews,
                Event = story,
                OrderNumber = order.Number,
                Text = text,
            };
    }

    /// <summary>The name of a customer: the last digits of the phone number, unless the shop shows all of it.</summary>
    private string NameOf(Recipient customer) =>
        options.ShowCustomerNumber ? customer.Value ?? "?" : PhoneNumber.Mask(customer.Value);

    private string Get(StorefrontText text, params ReadOnlySpan<(string Name, string Value)> values) =>
        texts.Get(text, options.Language, values);

    private static string Cut(string text, int most) => Bounded.Text(text, most) ?? "-";
}
