namespace WhatsCommerce.Storefronts;

/// <summary>Sends order updates to the customer.</summary>
internal sealed class OrderAnswers(
    ShopServices shop, StorefrontOrders orders, Texts texts, OrderSentences sentences, CustomerMessages sender)
{
    public async Task TellAsync(OrderStoryEvent told, CancellationToken cancellationToken)
    {
        string? detail = OrderSentences.DetailOf(told);
        if (await orders.GetAsync(told.OrderId, cancellationToken).ConfigureAwait(false) is not Order order
            || sentences.Of(told.GetType().Name, order, detail) is not string sentence)
        {
            return;
        }

        sentence = (told as OrderAdvanced)?.Note ?? sentence;
        OrderStoryEvent cause = told with { PhoneNumberId = order.PhoneNumberId };
        Outgoing outgoing = new(order.To, MessageOf(told, order, sentence), cause)
        {
            FollowUp = new FollowUp(told.GetType().Name, order.Id.ToString(), detail),
        };
        bool isTaken;
        try
        {
            isTaken = await sender.SendAsync(outgoing, cancellationToken).ConfigureAwait(false);
        }
        catch (GraphException exception) when (told is OrderAdvanced && !exception.IsRetrySafe && exception is not OutcomeUnknownException)
        {
            // Meta accepts order_status only for order_details orders in some countries. Plain text works everywhere.
            outgoing = outgoing with { Message = Message.Text(sentence).Build(), Cause = cause with { Id = cause.Id + "/text" } };
            isTaken = await sender.SendAsync(outgoing, cancellationToken).ConfigureAwait(false);
        }

        if (!isTaken)
        {
            await TellByTemplateAsync(order, sentence, cause with { Id = cause.Id + "/template" }, cancellationToken)
                .ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Sends an order update outside the customer's 24-hour window. Without a template nothing is sent, which has been logged.
    /// </summary>
    public async Task TellByTemplateAsync(Order order, string sentence, StorefrontEvent cause, CancellationToken cancellationToken)
    {
        if (shop.Options.OrderStatusTemplate is not string template)
        {
            return;
        }

        // Template parameters must be a single line.
        OutboundMessage message = Message.Template(template, shop.Options.OrderStatusTemplateLanguage)
            .Body(order.Number, string.Join(' ', sentence.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
            .Build();
        await sender.SendAsync(new Outgoing(order.To, message, cause), cancellationToken).ConfigureAwait(false);
    }

    private OutboundMessage MessageOf(OrderStoryEvent told, Order order, string sentence) => told switch
    {
        PaymentFailed => Message.Buttons()
            .Body(sentence)
            .Button(Buttons.Of(Buttons.Offer, order.CartId), texts.Get(StorefrontText.RetryButton, order.Language))
            .Build(),
        OrderAdvanced advanced => Message.OrderStatus(ReferenceOf(order), StatusOf(advanced.State)).Body(sentence).Build(),
        _ => Message.Text(sentence).Build(),
    };

    // An order that was paid within WhatsApp is referenced there by its attempt.
    private static string ReferenceOf(Order order) => order.AttemptId.HasValue ? order.AttemptId.ToString() : order.Id.ToString();

    private static OrderStatus StatusOf(OrderState state) => state switch
    {
        OrderState.Fulfilling => OrderStatus.Processing,
        OrderState.Done => OrderStatus.Completed,
        _ => OrderStatus.Canceled,
    };
}
