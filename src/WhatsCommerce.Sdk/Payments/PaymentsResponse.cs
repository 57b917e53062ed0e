namespace WhatsCommerce.Payments;

/// <summary>The JSON of a look-up.</summary>
internal sealed record PaymentsResponse(IReadOnlyList<PaymentResponse>? Payments) : IGraphResponse
{
    bool IGraphResponse.IsComplete => Payments is not null;
}

internal sealed record PaymentResponse(
    string? ReferenceId,
    string? Status,
    string? Currency,
    AmountResponse? Amount,
    AmountResponse? TotalAmount,
    IReadOnlyList<TransactionResponse>? Transactions,
    IReadOnlyList<RefundResponse>? Refunds)
{
    public OrderPayment ToPayment() => new()
    {
        ReferenceId = ReferenceId,
        State = new(Status),
        Amount = (Amount ?? TotalAmount)?.ToMoney(Currency),
        Transactions = [.. (Transactions ?? []).Select(transaction => transaction.ToTransaction(Currency))],
        Refunds = [.. (Refunds ?? []).Select(refund => refund.ToRefund(Currency))],
    };
}

internal sealed record TransactionResponse(
    string? Id,
    string? PgTransactionId,
    string? Type,
    string? Status,
    string? Currency,
    AmountResponse? Amount,
    MethodResponse? Method,
    PaymentErrorResponse? Error,
    DateTimeOffset? CreatedTimestamp,
    DateTimeOffset? UpdatedTimestamp)
{
    public OrderPaymentTransaction ToTransaction(string? currency) => new()
    {
        Id = Id,
        GatewayTransactionId = PgTransactionId,
        Type = Type,
        State = new(Status),
        Method = Method?.Type,
        Amount = Amount?.ToMoney(Currency ?? currency),
        ErrorCode = Error?.Code,
        ErrorReason = Error?.Reason,
        CreatedAt = CreatedTimestamp,
        UpdatedAt = UpdatedTimestamp,
    };
}

internal sealed record RefundResponse(
    string? Id,
    string? Status,
    string? SpeedProcessed,
    string? Currency,
    AmountResponse? Amount,
    DateTimeOffset? CreatedTimestamp) : IGraphResponse
{
    bool IGraphResponse.IsComplete => Id is { Length: > 0 };

    public OrderRefund ToRefund(string? currency) => new()
    {
        Id = Id,
        State = new(Status),
        Amount = Amount?.ToMoney(Currency ?? currency),
        Speed = SpeedProcessed,
        CreatedAt = CreatedTimestamp,
    };
}

internal sealed record MethodResponse(string? Type);
internal sealed record PaymentErrorResponse(string? Code, string? Reason);

internal sealed record AmountResponse(long? Value, int? Offset, string? Currency)
{
    // No amount is better than a wrong one: an offset that does not fit the currency's decimals is not interpreted.
    public Money? ToMoney(string? currency) => Value is long value && Offset is int offset and (1 or 10 or 100 or 1_000 or 10_000)
        ? new Money(value / (decimal)offset, Currency ?? currency)
        : null;
}
