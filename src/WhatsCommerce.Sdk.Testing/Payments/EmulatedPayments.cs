using WhatsCommerce.Testing.Judging.Orders;

namespace WhatsCommerce.Testing;

/// <summary>
/// The payments of orders: those that the app requested (<c>order_details</c>), and those that a test adds. Thread-safe.
/// </summary>
/// <remarks>
/// <code>
/// await pablo.PayAsync("order-17");                                     // an order that the app sent; a webhook reports the payment
/// cloud.Payments.Add("upi-shop", "order-18", new Money(250m, "INR"));   // a payment that a test adds: pending, without a webhook
/// cloud.Payments.Capture("order-18");
/// </code>
/// At most <see cref="CloudApiEmulatorOptions.HistoryLimit"/> payments are kept. Source: Meta, payments-in/pg and payments-br/orders.
/// </remarks>
public sealed class EmulatedPayments
{
    private readonly Lock _gate = new();
    private readonly OrderedDictionary<string, Payment> _payments = new(StringComparer.Ordinal);
    private readonly CloudApiEmulatorOptions _options;
    private readonly TimeProvider _time;
    private readonly IdSequence _ids;

    internal EmulatedPayments(CloudApiEmulatorOptions options, IdSequence ids)
    {
        _options = options;
        _time = options.TimeProvider;
        _ids = ids;
    }

    /// <summary>Adds a pending payment.</summary>
    /// <param name="configurationName">The name of the payment configuration.</param>
    /// <param name="referenceId">The reference id of the order.</param>
    /// <param name="amount">The amount, with at most two decimal digits.</param>
    /// <exception cref="ArgumentException">The reference id already exists, or an argument is absent.</exception>
    public void Add(string configurationName, string referenceId, Money amount)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(configurationName);
        ArgumentException.ThrowIfNullOrWhiteSpace(referenceId);
        Payment payment = new(
            configurationName,
            referenceId,
            (long)(amount.Amount * 100),
            amount.Currency.Code ?? throw new ArgumentException("The amount needs a currency.", nameof(amount)),
            _ids.Next(),
            _time.GetUtcNow());
        lock (_gate)
        {
            if (!_payments.TryAdd(referenceId, payment))
            {
                throw new ArgumentException($"There is a payment for '{referenceId}' already.", nameof(referenceId));
            }

            Trim();
        }
    }

    /// <summary>Makes a payment succeed.</summary>
    /// <param name="referenceId">The reference id of the order.</param>
    /// <exception cref="ArgumentException">The payment does not exist.</exception>
    public void Capture(string referenceId) =>
        Change(referenceId, payment => payment with { Status = "captured", Transaction = "success" });

    /// <summary>Makes a payment attempt fail; the payment stays pending, as at Meta.</summary>
    /// <param name="referenceId">The reference id of the order.</param>
    /// <exception cref="ArgumentException">The payment does not exist.</exception>
    public void Fail(string referenceId) => Change(referenceId, payment => payment with { Status = "pending", Transaction = "failed" });

    /// <summary>Returns the status of the payment of an order.</summary>
    /// <param name="referenceId">The reference id of the order.</param>
    /// <returns>
    /// <c>captured</c>, <c>pending</c>, or <c>failed</c> after a failed attempt that can be retried; <see langword="null"/> when the
    /// payment does not exist.
    /// </returns>
    public string? StatusOf(string referenceId) =>
        Find(referenceId) is { } payment ? payment.Transaction == "failed" ? "failed" : payment.Status : null;

    /// <summary>All of them, the oldest first, to be kept.</summary>
    internal Payment[] All
    {
        get
        {
            lock (_gate)
            {
                return [.. _payments.Values];
            }
        }
    }

    internal void Restore(IEnumerable<Payment> payments)
    {
        lock (_gate)
        {
            foreach (Payment payment in payments)
            {
                _payments[payment.ReferenceId] = payment;
            }
        }
    }

    /// <summary>Why a message cannot say about orders what it says.</summary>
    internal Refusal? Judge(JsonElement message) => OrderMessages.Statuses(message)
        .Select(status => status["order"]["status"].Text is { } next && Find(status["reference_id"].Text ?? "") is { } order
            ? OrderMessages.Move(order.OrderStatus, next, order.Status == "captured")
            : null)
        .FirstOrDefault(refusal => refusal is not null);

    /// <summary>Takes note of the orders in a message that has gone out. One that is sent again is the same order.</summary>
    internal void Note(JsonElement message)
    {
        foreach (Place details in OrderMessages.Details(message))
        {
            string referenceId = details["reference_id"].Text!;
            Place gateway = details["payment_settings"].Items
                .Select(setting => setting["payment_gateway"])
                .FirstOrDefault(one => one.IsObject);
            Payment order = new(
                gateway["configuration_name"].Text ?? details["payment_configuration"].Text ?? "",
                referenceId,
                details["total_amount"]["value"].Whole ?? 0,
                details["currency"].Text!,
                _ids.Next(),
                _time.GetUtcNow());
            lock (_gate)
            {
                _payments.TryAdd(referenceId, order);
                Trim();
            }
        }

        foreach (Place status in OrderMessages.Statuses(message))
        {
            lock (_gate)
            {
                if (_payments.TryGetValue(status["reference_id"].Text!, out Payment? order) && status["order"]["status"].Text is { } next)
                {
                    _payments[order.ReferenceId] = order with { OrderStatus = next };
                }
            }
        }
    }

    internal Payment? Find(string referenceId)
    {
        lock (_gate)
        {
            return _payments.GetValueOrDefault(referenceId);
        }
    }

    /// <summary>Refunds money: at most the paid amount, and only for a payment that succeeded.</summary>
    internal string? Refund(string referenceId, long hundredths, string refundId)
    {
        lock (_gate)
        {
            Payment payment = _payments[referenceId];
            if (payment.Status != "captured")
            {
                return "Only a captured payment can be refunded.";
            }

            if (payment.Refunds.Sum(refund => refund.Hundredths) + hundredths > payment.Hundredths)
            {
                return "The refunds would exceed what was paid.";
            }

            _payments[referenceId] = payment with { Refunds = [.. payment.Refunds, (refundId, hundredths)] };
            return null;
        }
    }

    // Called under the lock.
    private void Trim()
    {
        while (_payments.Count > _options.HistoryLimit)
        {
            _payments.RemoveAt(0);
        }
    }

    private void Change(string referenceId, Func<Payment, Payment> change)
    {
        lock (_gate)
        {
            Payment payment = _payments.GetValueOrDefault(referenceId)
                ?? throw new ArgumentException($"There is no payment for '{referenceId}'.", nameof(referenceId));
            _payments[referenceId] = change(payment) with { Updated = _time.GetUtcNow() };
        }
    }
}

/// <summary>A payment as the gateway knows it.</summary>
internal sealed record Payment(
    string Configuration, string ReferenceId, long Hundredths, string Currency, long Number, DateTimeOffset Created)
{
    public string Status { get; init; } = "pending";
    public string Transaction { get; init; } = "pending";

    /// <summary>The last order status that the app sent.</summary>
    public string OrderStatus { get; init; } = "pending";

    public DateTimeOffset Updated { get; init; } = Created;

    public IReadOnlyList<(string Id, long Hundredths)> Refunds { get; init; } = [];
}
