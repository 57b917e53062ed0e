namespace WhatsCommerce.Storefronts;

/// <summary>The API for the shop's own checkout page, which reads the order to pay and reports payments.</summary>
public class ExternalCheckout
{
    private const int LargestReport = 16 * 1024;

    private readonly ShopServices _shop = null!;
    private readonly Attempts _attempts = null!;
    private readonly ExternalCheckoutOptions _options = null!;

    internal ExternalCheckout(ShopServices shop, Attempts attempts, ExternalCheckoutOptions options)
    {
        _shop = shop;
        _attempts = attempts;
        _options = options;
    }

    /// <summary>Initializes a new instance for test doubles that override the methods.</summary>
    protected ExternalCheckout() { }

    /// <summary>Reads the order of a payment link, after verifying the link's signature.</summary>
    /// <param name="attempt">The query parameter <c>attempt</c> of the link.</param>
    /// <param name="signature">The query parameter <c>signature</c> of the link.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>What to show; <see langword="null"/> if the link is not from this shop.</returns>
    public virtual async Task<ExternalCheckoutView?> ReadAsync(
        string? attempt, string? signature, CancellationToken cancellationToken = default)
    {
        AttemptId id = attempt;
        if (!id.HasValue || !ExternalSignature.IsOfLink(_options.Secret!, id, signature))
        {
            return null;
        }

        PaymentAttempt? found = await FindAsync(id, cancellationToken).ConfigureAwait(false);
        Order? order = found is null
            ? null
            : await _shop.Store.FindOrderAsync(_shop.ShopId, found.OrderId, cancellationToken).ConfigureAwait(false);
        return order is null
            ? null
            : new ExternalCheckoutView
            {
                Attempt = found!,
                Order = order,
                CanBePaid = found!.State == AttemptState.Offered && order.AttemptId == id
                    && order.State == OrderState.AwaitingCheckout && _shop.Now < found.ExpiresAt,
            };
    }

    /// <summary>Accepts a signed payment report from the page over an untrusted connection. Idempotent.</summary>
    /// <remarks>
    /// The body is JSON: <c>{"attempt":"...","state":"paid","amount":"12.30","currency":"USD","reference":"...","test":false}</c>, where
    /// state is <c>paid</c>, <c>pending</c> or <c>failed</c>. Amount and currency are those that were collected, according to the page's
    /// own records.
    /// </remarks>
    /// <param name="body">The raw bytes of the body, at most 16 KB.</param>
    /// <param name="signature">The HMAC-SHA-256 of the body with the secret, in lowercase hexadecimal.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The outcome, which determines the HTTP status to respond with.</returns>
    public virtual async Task<ExternalReportResult> ReportAsync(
        ReadOnlyMemory<byte> body, string? signature, CancellationToken cancellationToken = default)
    {
        if (body.Length > LargestReport)
        {
            return ExternalReportResult.NotReadable;
        }

        if (!ExternalSignature.IsOfReport(_options.Secret!, body.Span, signature))
        {
            return ExternalReportResult.NotAuthentic;
        }

        if (Read(body) is not (AttemptId attempt, ProviderPayment payment))
        {
            return ExternalReportResult.NotReadable;
        }

        SettleResult result = await ReportAsync(attempt, payment, cancellationToken).ConfigureAwait(false);
        return result.Outcome == SettleOutcome.NotFound ? ExternalReportResult.NotFound : ExternalReportResult.Taken;
    }

    /// <summary>Accepts a payment report from code in the same process. A later report never reverts a payment.</summary>
    /// <param name="attempt">The attempt.</param>
    /// <param name="payment">The state to report: paid with the amount and the attempt's id as reference, pending, or failed.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The state of the attempt.</returns>
    public virtual async Task<SettleResult> ReportAsync(
        AttemptId attempt, ProviderPayment payment, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(payment);
        for (int round = 0; round < Rounds.Most; round++)
        {
            PaymentAttempt? found = await FindAsync(attempt, cancellationToken).ConfigureAwait(false);
            if (found is null)
            {
                return new SettleResult { Outcome = SettleOutcome.NotFound };
            }

            if (found.Report is { State: ProviderPaymentState.Paid })
            {
                return await _attempts.SettleAsync(attempt, cancellationToken).ConfigureAwait(false);
            }

            StorefrontStep step = new() { ShopId = _shop.ShopId, Attempts = [found with { Report = payment }] };
            if (await _shop.CommitAsync(step, [], cancellationToken).ConfigureAwait(false))
            {
                return await _attempts.SettleAsync(attempt, cancellationToken).ConfigureAwait(false);
            }
        }

        throw new StorefrontBusyException($"Attempt {attempt} was changed concurrently {Rounds.Most} times in a row.");
    }

    private async Task<PaymentAttempt?> FindAsync(AttemptId id, CancellationToken cancellationToken)
    {
        PaymentAttempt? found = await _shop.Store.FindAttemptAsync(_shop.ShopId, id, cancellationToken).ConfigureAwait(false);
        return found is { Provider: ExternalProvider.ProviderName } ? found : null;
    }

    private static (AttemptId Attempt, ProviderPayment Payment)? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 4 });
            JsonElement root = document.RootElement;
            AttemptId attempt = Text(root, "attempt");
            ProviderPaymentState? state = Text(root, "state") switch
            {
                "paid" => ProviderPaymentState.Paid,
                "pending" => ProviderPaymentState.Pending,
                "failed" => ProviderPaymentState.Failed,
                _ => null,
            };
            Money? amount = decimal.TryParse(Text(root, "amount"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
                out decimal value)
                ? new Money(value, Text(root, "currency"))
                : null;
            if (!attempt.HasValue || state is null || (state == ProviderPaymentState.Paid && amount is not { Currency.IsKnown: true }))
            {
                return null;
            }

            return (attempt, new ProviderPayment
            {
                State = state.Value,
                Amount = amount,
                Reference = attempt.Value,
                IsTest = root.TryGetProperty("test", out JsonElement test) && test.ValueKind == JsonValueKind.True,
                ProviderReference = Text(root, "reference"),
            });
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement root, string name) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out JsonElement value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
