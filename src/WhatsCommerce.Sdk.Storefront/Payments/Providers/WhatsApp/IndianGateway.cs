using WhatsCommerce.Payments;

namespace WhatsCommerce.Storefronts;

/// <summary>
/// Payments through a gateway in India: they are looked up at Meta by configuration name and reference, which is the attempt's id.
/// </summary>
/// <remarks>Source: Meta, payments/payments-in/pg.</remarks>
internal sealed class IndianGateway(WhatsAppPaymentsOptions options, ShopServices shop, ShopClients clients)
{
    // How long Meta may take to list an accepted refund before it counts as never made.
    private static readonly TimeSpan TimeToShow = TimeSpan.FromMinutes(30);

    public PaymentSetting Setting => options.Gateway switch
    {
        WhatsAppGateway.PayU => PaymentSetting.PayU(options.ConfigurationName),
        WhatsAppGateway.BillDesk => PaymentSetting.BillDesk(options.ConfigurationName),
        WhatsAppGateway.Zaakpay => PaymentSetting.Zaakpay(options.ConfigurationName),
        _ => PaymentSetting.Razorpay(options.ConfigurationName),
    };

    private string Configuration => options.ConfigurationName!;

    public async Task<ProviderPayment> ReadAsync(PaymentAttempt attempt, CancellationToken cancellationToken)
    {
        (OrderPayment? payment, _, _) = await LookUpAsync(attempt, cancellationToken).ConfigureAwait(false);
        return PaymentOf(attempt, payment);
    }

    /// <summary>
    /// Sends the customer the status that the order is canceled, and looks the payment up again, because it may have been paid before.
    /// </summary>
    public async Task<ProviderPayment> CancelAsync(PaymentAttempt attempt, CancellationToken cancellationToken)
    {
        (OrderPayment? found, Order order, WhatsCommerceClient client) =
            await LookUpAsync(attempt, cancellationToken).ConfigureAwait(false);
        ProviderPayment before = PaymentOf(attempt, found);
        if (before.State != ProviderPaymentState.Open)
        {
            return before;
        }

        try
        {
            SendOptions once = new() { OnceKey = $"storefront {attempt.Id} canceled" };
            OrderStatusMessage canceled = Message.OrderStatus(attempt.Id.ToString(), OrderStatus.Canceled)
                .Body(options.CanceledText).Build();
            await SendAuthor.AsStorefrontAsync(() => client.Messages.SendAsync(order.To, canceled, once, cancellationToken))
                .ConfigureAwait(false);
        }
        catch (OnceKeyReusedException)
        {
            // The status was already sent.
        }
        catch (GraphOutsideWindowException) when (shop.Now > attempt.ExpiresAt.AddMinutes(10))
        {
            // The message itself has expired, so no status is necessary.
        }

        ProviderPayment after = await ReadAsync(attempt, cancellationToken).ConfigureAwait(false);
        return after.State == ProviderPaymentState.Open ? after with { State = ProviderPaymentState.Cancelled } : after;
    }

    public async Task<ProviderRefund> RefundAsync(Refund refund, PaymentAttempt attempt, CancellationToken cancellationToken)
    {
        Order order = await OrderOfAsync(attempt, cancellationToken).ConfigureAwait(false);
        try
        {
            RefundReceipt receipt = await clients.For(order.PhoneNumberId).Payments.RefundAsync(
                new RefundRequest(attempt.Id.ToString(), Configuration, refund.Amount), cancellationToken).ConfigureAwait(false);
            return new ProviderRefund { State = StateOf(receipt.State), ProviderReference = receipt.Id };
        }
        catch (GraphException exception) when (
            exception is not OutcomeUnknownException && !exception.IsRetrySafe && exception.Error is not null)
        {
            throw new ProviderRefusedException("Meta refused the refund.", exception);
        }
    }

    /// <summary>
    /// Refunds have no idempotency key, so a refund without a response is recognized by its amount and time. It is requested again only if
    /// Meta does not list it long after the last request.
    /// </summary>
    public async Task<ProviderRefund> ReadRefundAsync(Refund refund, PaymentAttempt attempt, CancellationToken cancellationToken)
    {
        (OrderPayment? payment, _, _) = await LookUpAsync(attempt, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<Refund> own =
            await shop.Store.ListRefundsAsync(shop.ShopId, attempt.OrderId, cancellationToken).ConfigureAwait(false);
        OrderRefund? known = payment?.Refunds.FirstOrDefault(one => refund.ProviderReference is string id
            ? one.Id == id
            : one.Amount == refund.Amount && one.CreatedAt >= refund.CreatedAt.AddMinutes(-1)
                && !own.Any(other => other.ProviderReference == one.Id));
        if (known is not null)
        {
            return new ProviderRefund { State = StateOf(known.State), ProviderReference = known.Id };
        }

        return refund.ProviderReference is null && shop.Now > (refund.AskedAt ?? refund.CreatedAt) + TimeToShow
            ? new ProviderRefund { State = null }
            : throw new InvalidOperationException("Meta does not show the refund yet.");
    }

    private static ProviderPayment PaymentOf(PaymentAttempt attempt, OrderPayment? payment)
    {
        ProviderPaymentState state = payment switch
        {
            null => ProviderPaymentState.Open,
            _ when payment.State == PaymentState.Captured || payment.State == PaymentState.Success => ProviderPaymentState.Paid,
            _ when payment.State == PaymentState.Pending => ProviderPaymentState.Pending,

            // The customer may try again until the message expires; a pending payment that fails has failed.
            _ when payment.State == PaymentState.Failed && attempt.State != AttemptState.Pending => ProviderPaymentState.Open,
            _ when payment.State == PaymentState.Failed => ProviderPaymentState.Failed,
            _ => throw new InvalidOperationException("Meta answered with a payment status that is not known."),
        };
        return new ProviderPayment
        {
            State = state,
            Amount = state == ProviderPaymentState.Paid ? payment!.Amount : null,
            Reference = payment?.ReferenceId,
            ProviderReference = payment is { Transactions: [.., { Id: string id }] } ? id : null,
            Refunded = state == ProviderPaymentState.Paid
                ? new Money(
                    payment!.Refunds.Where(refund => refund.State != PaymentState.Failed).Sum(refund => refund.Amount?.Amount ?? 0),
                    attempt.Amount.Currency)
                : null,
        };
    }

    private async Task<(OrderPayment? Payment, Order Order, WhatsCommerceClient Client)> LookUpAsync(
        PaymentAttempt attempt, CancellationToken cancellationToken)
    {
        Order order = await OrderOfAsync(attempt, cancellationToken).ConfigureAwait(false);
        WhatsCommerceClient client = clients.For(order.PhoneNumberId);
        return (
            await client.Payments.FindAsync(Configuration, attempt.Id.ToString(), cancellationToken).ConfigureAwait(false), order, client);
    }

    private async Task<Order> OrderOfAsync(PaymentAttempt attempt, CancellationToken cancellationToken) =>
        await shop.Store.FindOrderAsync(shop.ShopId, attempt.OrderId, cancellationToken).ConfigureAwait(false)
            ?? throw new InvalidOperationException($"Attempt {attempt.Id} has no order.");

    private static RefundState StateOf(PaymentState state) => state == PaymentState.Success || state == PaymentState.Captured
        ? RefundState.Done
        : state == PaymentState.Failed ? RefundState.Failed : RefundState.Pending;
}
