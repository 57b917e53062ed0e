namespace WhatsCommerce.Storefronts;

/// <summary>Tells the customer what became of an order.</summary>
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
            // Meta takes order_status for orders of order_details in some countries only. The words reach everybody.
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
    /// Tells of an order after the customer's 24 hours; without a template nothing but the log, which was written, tells.
    /// </summary>
    public async Task TellByTemplateAsync(Order order, string sentence, StorefrontEvent cause, CancellationToken cancellationToken)
    {
        if (shop.Options.OrderStatusTemplate is not string template)
        {
            return;
        }

        // Parameters of a template are of one line.
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

    // What was paid within WhatsApp is known there by its attempt.
    private static string ReferenceOf(Order order) => order.AttemptId.HasValue ? order.AttemptId.ToString() : order.Id.ToString();

    private static OrderStatus StatusOf(OrderState state) => state switch
    {
        OrderState.Fulfilling => OrderStatus.Processing,
        OrderState.Done => OrderStatus.Completed,
        _ => OrderStatus.Canceled,
    };
}
