namespace WhatsCommerce.Testing;

/// <summary>Payments of orders at a payment gateway (India), as the test has them happen. Safe for use from several threads.</summary>
/// <remarks>
/// <code>
/// cloud.Payments.Add("upi-shop", "order-17", new Money(250m, "INR"));   // pending
/// cloud.Payments.Capture("order-17");
/// </code>
/// No webhook tells of it. Source: Meta, payments-in/pg.
/// </remarks>
public sealed class EmulatedPayments
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Payment> _payments = new(StringComparer.Ordinal);
    private readonly TimeProvider _time;
    private readonly IdSequence _ids;

    internal EmulatedPayments(TimeProvider time, IdSequence ids)
    {
        _time = time;
        _ids = ids;
    }

    /// <summary>Adds a payment that is pending.</summary>
    /// <param name="configurationName">The payment configuration that the order named.</param>
    /// <param name="referenceId">The reference id of the order.</param>
    /// <param name="amount">What is paid; with no more than two digits after the point.</param>
    /// <exception cref="ArgumentException">There is a payment of this reference id already, or something is absent.</exception>
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
        }
    }

    /// <summary>Lets a payment succeed.</summary>
    /// <param name="referenceId">The reference id of the order.</param>
    /// <exception cref="ArgumentException">There is no such payment.</exception>
    public void Capture(string referenceId) =>
        Change(referenceId, payment => payment with { Status = "captured", Transaction = "success" });

    /// <summary>Lets an attempt to pay fail; the payment stays pending, as with Meta.</summary>
    /// <param name="referenceId">The reference id of the order.</param>
    /// <exception cref="ArgumentException">There is no such payment.</exception>
    public void Fail(string referenceId) => Change(referenceId, payment => payment with { Status = "pending", Transaction = "failed" });

    internal Payment? Find(string referenceId)
    {
        lock (_gate)
        {
            return _payments.GetValueOrDefault(referenceId);
        }
    }

    /// <summary>Gives money back: no more than was paid, and only of a payment that succeeded.</summary>
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

    public DateTimeOffset Updated { get; init; } = Created;

    public IReadOnlyList<(string Id, long Hundredths)> Refunds { get; init; } = [];
}
